"""The state folder: where what outlives a command is kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from replyctl.errors import OutputError


def folder() -> Path:
    """Where state lives: REPLYCTL_STATE_DIR, else the platform's place for state."""
    if own := os.environ.get("REPLYCTL_STATE_DIR"):
        return Path(own)
    if sys.platform == "linux":  # the XDG rule in one line; importing platformdirs takes 4 ms
        base = os.environ.get("XDG_STATE_HOME", "")
        return Path(base if base.startswith("/") else os.path.expanduser("~/.local/state"), "replyctl")  # noqa: PTH111 - without HOME Path.expanduser raises
    from platformdirs import user_state_path

    return user_state_path("replyctl", appauthor=False)


def private(path: Path) -> Path:
    """`path` as a folder that only its owner can look into, made if it is not there. OutputError if it cannot be."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot make the folder {path}: {error.strerror or error}") from error
    return path
