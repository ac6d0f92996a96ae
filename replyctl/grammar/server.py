"""The LanguageTool server in the background: one for all commands, on this computer only.

A keeper process (`keeper.py`) starts Java, writes its port to the state folder, and stops it after half an hour without
requests. Locks, not process ids, tell what is running: the system releases them however a process ends.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from replyctl import ownership, paths
from replyctl.errors import ReplyctlError, UsageError
from replyctl.grammar import java

PATIENCE = 60.0
"""Seconds until a start is given up."""
_MOST_LOG = 1 << 20
_MOST = (2**31, 2**31, 65535)
"""The highest possible pid, keeper and port."""
_TAIL = 400
_SOON = 5
_children: list[subprocess.Popen[bytes]] = []
"""Keepers outlive the command; Python would warn about one that is dropped while it runs."""
_STEP = 0.05


class Server(NamedTuple):
    """A running server."""

    pid: int
    """Java's process id."""
    keeper: int
    port: int

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"


class GrammarError(ReplyctlError):
    """LanguageTool cannot be started, stopped or installed."""


def home() -> Path | None:
    """Where its files are; None where no home folder is known."""
    return paths.state("languagetool")


def log() -> Path | None:
    """The log of Java and the keeper."""
    return paths.state("languagetool", "server.log")


def running() -> Server | None:
    """The server, None if none is running; the file of a dead one is removed."""
    file = paths.state("languagetool", "server.json")
    try:
        server = Server(**json.loads(ownership.kept(file)))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    if not all(type(number) is int and 0 < number <= most for number, most in zip(server, _MOST, strict=True)):
        return None
    if held("server.lock"):
        return server
    with suppress(OSError):
        file.unlink()  # type: ignore[union-attr] # it was read
    return None


def start(languages: tuple[str, ...] = ("en-US",)) -> Server:
    """The server, started if there is none. GrammarError if it cannot be.

    Two callers at the same time get the same one.
    """
    if sys.platform == "win32":
        raise UsageError("a server in the background needs Linux, macOS or WSL", hint="set grammar.languagetool_url")
    if server := running():
        return server
    command = java.keeper(languages)
    folder = paths.private(home())
    with (folder / "server.log").open("ab") as output:
        if output.tell() > _MOST_LOG:
            output.truncate(0)
        os.fchmod(output.fileno(), 0o600)  # it may contain customers' text
        begun = output.tell()
        child = subprocess.Popen(  # noqa: S603 - our own program
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            cwd=folder,
            env=_environment(),
        )
    _children.append(child)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server := running():
            return server
        if child.poll() is not None and not held("keeper.lock"):
            break
        time.sleep(_STEP)
    if server := running():
        return server
    raise GrammarError(f"LanguageTool did not start: {_tail(begun) or 'it gave no reason'}", hint=f"full log: {log()}")


def stop() -> bool:
    """Stop the server; returns whether one was running."""
    server = running()
    if server is None:
        return False
    # The keeper ends Java. If it is gone, only Java can hold the lock, so the process id is certainly Java's.
    with suppress(ProcessLookupError):
        os.kill(server.keeper if held("keeper.lock") else server.pid, signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE
    while held("server.lock") and time.monotonic() < deadline:
        time.sleep(_STEP)
    for child in _children:
        with suppress(subprocess.TimeoutExpired):
            child.wait(_SOON)
    _children[:] = [child for child in _children if child.poll() is None]
    running()
    return True


def _environment() -> dict[str, str]:
    """The keeper's environment: it runs in the state folder, and must find the same program."""
    paths = (str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", ""))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}


def used() -> None:
    """Mark the server as still in use."""
    if file := paths.state("languagetool", "server.json"):
        with suppress(OSError):
            os.utime(file)


def held(name: str) -> bool:
    """Whether a living process holds this lock."""
    path = paths.state("languagetool", name)
    if sys.platform == "win32" or path is None:
        return False
    import fcntl

    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _tail(begun: int) -> str:
    """The end of the log written since `begun`."""
    with suppress(OSError):
        lines = ownership.kept(log())[begun:].decode("utf-8", "replace").split("\n")
        return " ".join(filter(None, lines))[-_TAIL:]
    return ""
