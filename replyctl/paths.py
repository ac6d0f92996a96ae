"""Where replyctl keeps things on each system.

If the home folder is unknown there is no user file, state or cache: a folder named `~` in somebody's checkout must not
be used as home.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

from replyctl.errors import OutputError
from replyctl.ownership import mend, weak_spot

_XDG = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "state": ("XDG_STATE_HOME", ".local/state"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
}
"""By kind: the variable, and the default below the home folder."""


def home() -> Path | None:
    """The user's home folder, None if unknown."""
    if os.name != "posix":
        found = os.path.expanduser("~")  # noqa: PTH111 - Path.home raises if it is unknown
    elif not (found := os.environ.get("HOME", "")):
        import pwd

        try:
            found = pwd.getpwuid(os.getuid()).pw_dir
        except KeyError:
            found = ""
    return Path(found) if os.path.isabs(found) else None  # noqa: PTH117 - it may be empty


def expanded(name: str) -> Path | None:
    """A path with ~ for the home folder expanded; None if the home folder is unknown."""
    if name == "~" or name.startswith(("~/", f"~{os.sep}")):
        base = home()
        return base / name[2:] if base else None
    return Path(os.path.expanduser(name))  # noqa: PTH111 - as in a shell, ~name of no user is a file name


def config(*names: str) -> Path | None:
    """A path in the user's configuration folder; None if there is no such folder, as in the next two."""
    return _below(_place("config"), *names)


def state(*names: str) -> Path | None:
    """A path in the state folder, for data that outlives a command."""
    return _below(_chosen("REPLYCTL_STATE_DIR") or _place("state"), *names)


def cache(*names: str) -> Path | None:
    """A path in the cache folder, for data that can be computed again."""
    return _below(_chosen("REPLYCTL_CACHE_DIR") or _place("cache"), *names)


def _below(folder: Path | None, *names: str) -> Path | None:
    return folder.joinpath(*names) if folder else None


def _chosen(variable: str) -> Path | None:
    """The folder that the user chose, absolute."""
    given = os.environ.get(variable)
    found = expanded(given) if given else None
    return Path(os.path.abspath(found)) if found else None  # noqa: PTH100 - links kept


def _place(kind: Literal["config", "state", "cache"]) -> Path | None:
    """The platform's folder for `kind`; a relative XDG_ variable is ignored, as its specification says."""
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
    """As `made`; OutputError also if the home folder is unknown, or if other users could change the content."""
    if folder is None:
        raise OutputError("the home folder is unknown", hint="set HOME")
    if spot := weak_spot(folder) or weak_spot(made(folder)):
        raise OutputError(f"cannot keep anything in {folder}: other users can write to {spot}", hint=mend(spot))
    return folder


def made(folder: Path) -> Path:
    """`folder`, created if missing, readable by its owner only. OutputError if it cannot be created."""
    try:
        for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
            missing.mkdir(mode=0o700, exist_ok=True)
        folder.mkdir(exist_ok=True)  # fails if a file has this name
    except OSError as error:
        raise OutputError(f"cannot make the folder {folder}: {error.strerror or error}") from error
    return folder
