"""The LanguageTool server in the background: one for all commands, on this computer only.

A keeper process (`keeper.py`) starts Java, says in the state folder where it answers, and stops it when nobody has asked
for half an hour. Locks, not process ids, tell who lives: the system lets go of them whatever a process dies of.
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
"""What pid, keeper and port can be at most."""
_TAIL = 400
_SOON = 5
_children: list[subprocess.Popen[bytes]] = []
"""Keepers outlive the command; one that is let go of while it runs would be complained about."""
_STEP = 0.05


class Server(NamedTuple):
    """A server that runs."""

    pid: int
    """Of Java."""
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
    """What Java and the keeper say."""
    return paths.state("languagetool", "server.log")


def running() -> Server | None:
    """The server, None where none runs; what a dead one left is cleared away."""
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
    """The server, started if there is none. GrammarError where it cannot be.

    Two that start at the same time get the same one.
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
        os.fchmod(output.fileno(), 0o600)  # what customers wrote may stand in it
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
    raise GrammarError(f"LanguageTool did not start: {_tail(begun) or 'it says nothing'}", hint=f"all of it: {log()}")


def stop() -> bool:
    """Stop the server; whether one ran."""
    server = running()
    if server is None:
        return False
    # The keeper ends Java. Where it is gone, only Java holds the lock, so that the process id is Java's for certain.
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
    """The keeper runs in the state folder, and must find the same program there."""
    paths = (str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", ""))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}


def used() -> None:
    """Say that the server is still wanted."""
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
    """The last words of the log since `begun`."""
    with suppress(OSError):
        lines = ownership.kept(log())[begun:].decode("utf-8", "replace").split("\n")
        return " ".join(filter(None, lines))[-_TAIL:]
    return ""
