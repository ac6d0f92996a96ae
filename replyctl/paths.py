"""Where replyctl keeps things on each system, and who else could change them: the one place for both rules.

Where the home folder is not known there is no file of the user's, no state and no cache: a folder named `~` in a foreign
checkout is nobody's home. What others could change or replace never counts as the user's own.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import Literal

from replyctl.errors import OutputError

_XDG = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "state": ("XDG_STATE_HOME", ".local/state"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
}
"""By kind: the variable, and what counts below the home folder where it is not set."""
_MOST = 64 << 20
"""Bytes of a file that is kept: what is larger is not ours."""


def home() -> Path | None:
    """The user's home folder; None where neither the environment nor the system knows it."""
    if os.name != "posix":
        found = os.path.expanduser("~")  # noqa: PTH111 - Path's own raises where there is none
    elif not (found := os.environ.get("HOME", "")):
        import pwd  # noqa: PLC0415 - not on Windows

        try:
            found = pwd.getpwuid(os.getuid()).pw_dir
        except KeyError:
            found = ""
    return Path(found) if os.path.isabs(found) else None  # noqa: PTH117 - it may be empty


def expanded(name: str) -> Path | None:
    """A path as people write it, with ~ for the home folder; None where that is not known."""
    if name == "~" or name.startswith(("~/", f"~{os.sep}")):
        base = home()
        return base / name[2:] if base else None
    return Path(os.path.expanduser(name))  # noqa: PTH111 - ~name of no user is a file's name, as in a shell


def config(*names: str) -> Path | None:
    """What is called so in the folder of the user's own configuration; None where there is none, as the next two."""
    return _below(_place("config"), *names)


def state(*names: str) -> Path | None:
    """What is called so in the state folder, which keeps what outlives a command."""
    return _below(_chosen("REPLYCTL_STATE_DIR") or _place("state"), *names)


def cache(*names: str) -> Path | None:
    """What is called so in the cache folder, which keeps what can be made again."""
    return _below(_chosen("REPLYCTL_CACHE_DIR") or _place("cache"), *names)


def _below(folder: Path | None, *names: str) -> Path | None:
    return folder.joinpath(*names) if folder else None


def _chosen(variable: str) -> Path | None:
    """The folder that the user chose, absolute."""
    given = os.environ.get(variable)
    found = expanded(given) if given else None
    return Path(os.path.abspath(found)) if found else None  # noqa: PTH100 - links kept


def _place(kind: Literal["config", "state", "cache"]) -> Path | None:
    """The platform's folder for `kind`; a relative XDG_ variable does not count, as its specification says."""
    if sys.platform not in {"darwin", "win32"}:  # importing platformdirs takes 4 ms
        variable, under = _XDG[kind]
        given, base = os.environ.get(variable, ""), home()
        if os.path.isabs(given):  # noqa: PTH117 - it may be empty
            return Path(given, "replyctl")
        return base / under / "replyctl" if base else None
    if home() is None:
        return None
    import platformdirs

    found: Path = getattr(platformdirs, f"user_{kind}_path")("replyctl", appauthor=False)
    return found


def private(folder: Path | None) -> Path:
    """As `made`; OutputError also where no home folder is known, or others could change what is in it."""
    if folder is None:
        raise OutputError("the home folder is not known", hint="set HOME")
    if spot := weak_spot(made(folder)):
        raise OutputError(f"others could change what is kept in {folder}", hint=mend(spot))
    return folder


def made(folder: Path) -> Path:
    """`folder`, made if it is missing, for nobody but its owner to look into. OutputError where it cannot be."""
    try:
        for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
            missing.mkdir(mode=0o700, exist_ok=True)
        folder.mkdir(exist_ok=True)  # tells of a file that stands there
    except OSError as error:
        raise OutputError(f"cannot make the folder {folder}: {error.strerror or error}") from error
    return folder


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
        except FileNotFoundError:
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
    return f"{spot} must be yours, and nobody else's to write: chmod go-w {spot}"


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
    import grp  # noqa: PLC0415 - as pwd above; few folders are a group's to write
    import pwd  # noqa: PLC0415 - as above

    try:
        user, own = pwd.getpwuid(os.geteuid()), grp.getgrgid(group)
    except KeyError:
        return False
    # Group 0 is no such group: containers start programs of any user in it.
    return 0 != group == user.pw_gid and own.gr_name == user.pw_name and {*own.gr_mem} <= {user.pw_name}
