"""Checks whether other users could write a file; if so, it is not trusted as the user's own."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_MOST = 256 << 20
"""Most bytes of a file that replyctl writes for itself."""


def kept(path: Path | None) -> bytes:
    """The content of a file that replyctl wrote for itself. OSError if it is missing, or others could write it."""
    if path is None:
        raise FileNotFoundError
    with open(path, "rb", opener=_without_waiting) as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode) or found.st_size > _MOST or not _is_users(found) or weak_spot(path):
            raise PermissionError
        return file.read(_MOST)


def weak_spot(path: Path) -> str | None:
    """The file or folder through which other users could change or replace `path`; None if they cannot.

    Links are followed. Root is trusted, and so are folders with the sticky bit, such as /tmp.
    """
    if os.name != "posix":
        return None  # Windows protects profile folders by access lists, not by the mode
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
        spot, below = os.path.dirname(spot), spot  # noqa: PTH120 - strings are five times as fast, at every start
        if spot == below:
            return None


def planted(path: Path) -> str:
    """Why somebody unknown may have put `path` there, "" if not, or if it is not there.

    Everyone can write to it, or to its folder and it belongs neither to the user nor to root. What a colleague keeps in
    a folder of the colleague's own is as good as what they send by mail. A link is judged by both of its ends.
    """
    if os.name != "posix":
        return ""
    for spot in dict.fromkeys((os.path.abspath(path), os.path.realpath(path))):  # noqa: PTH100 - as in weak_spot
        try:
            found, folder = os.lstat(spot), os.stat(os.path.dirname(spot))  # noqa: PTH116, PTH120 - as above
        except OSError:
            continue
        if found.st_mode & stat.S_IWOTH and not stat.S_ISLNK(found.st_mode):
            return f"everyone can write to {spot}"
        if folder.st_mode & stat.S_IWOTH and not (_is_users(found) or found.st_uid == 0):
            return f"{spot} belongs to another user, and everyone can write to its folder"
    return ""


def mend(spot: str) -> str:
    """The hint for a weak spot."""
    return f"{spot} must belong to you, and only you may write to it: chmod go-w {spot}"


def _without_waiting(path: str, flags: int) -> int:
    """Open without blocking on a pipe, so that it can be refused."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _is_users(found: os.stat_result) -> bool:
    return os.name != "posix" or found.st_uid == os.geteuid()


def _others_write(found: os.stat_result) -> bool:
    if found.st_mode & stat.S_IWOTH:
        return True
    return bool(found.st_mode & stat.S_IWGRP) and not _is_users_alone(found.st_gid)


def _is_users_alone(group: int) -> bool:
    """Whether the group has only the user; many systems create one per user and let it write by default."""
    import grp
    import pwd

    try:
        user, own = pwd.getpwuid(os.geteuid()), grp.getgrgid(group)
    except KeyError:
        return False
    # Not group 0: containers run programs of any user in it.
    return 0 != group == user.pw_gid and own.gr_name == user.pw_name and {*own.gr_mem} <= {user.pw_name}
