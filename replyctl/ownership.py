"""Who else could have written a file: what others could change or replace never counts as the user's own."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_MOST = 64 << 20
"""Bytes of a file that is kept: what is larger is not ours."""


def kept(path: Path | None) -> bytes:
    """What is in a file that replyctl wrote for itself. OSError where there is none that surely is that."""
    if path is None:
        raise FileNotFoundError
    with open(path, "rb", opener=_without_waiting) as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode) or found.st_size > _MOST or not _is_users(found) or weak_spot(path):
            raise PermissionError
        return file.read(_MOST)


def weak_spot(path: Path) -> str | None:
    """The file or folder by which others could change or replace what is at `path`; None where they cannot.

    Links are followed. The system's administrator is nobody else; nor does it matter who may put files beside it in a
    folder where each may only touch what is his, such as /tmp.
    """
    if os.name != "posix":
        return None  # there a profile's folders are guarded by lists that a mode does not tell
    spot = real = os.path.realpath(path)
    while True:
        try:
            found = os.lstat(spot)
        except (FileNotFoundError, NotADirectoryError):
            pass
        except OSError:
            return spot
        else:
            guarded = spot != real and found.st_mode & stat.S_ISVTX
            if not (_is_users(found) or found.st_uid == 0) or (_others_write(found) and not guarded):
                return spot
        spot, below = os.path.dirname(spot), spot  # noqa: PTH120 - text is five times as fast, and every start waits
        if spot == below:
            return None


def mend(spot: str) -> str:
    """What to do about a weak spot."""
    return f"{spot} must belong to you, and only you may write to it: chmod go-w {spot}"


def _without_waiting(path: str, flags: int) -> int:
    """Opens at once even what is a pipe, so that it can be refused."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _is_users(found: os.stat_result) -> bool:
    return os.name != "posix" or found.st_uid == os.geteuid()


def _others_write(found: os.stat_result) -> bool:
    if found.st_mode & stat.S_IWOTH:
        return True
    return bool(found.st_mode & stat.S_IWGRP) and not _is_users_alone(found.st_gid)


def _is_users_alone(group: int) -> bool:
    """Whether it is the group of nobody but the user, which many systems make for each and let write by default."""
    import grp
    import pwd

    try:
        user, own = pwd.getpwuid(os.geteuid()), grp.getgrgid(group)
    except KeyError:
        return False
    # Group 0 is no such group: containers start programs of any user in it.
    return 0 != group == user.pw_gid and own.gr_name == user.pw_name and {*own.gr_mem} <= {user.pw_name}
