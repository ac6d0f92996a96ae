"""The process that looks after the LanguageTool server: `python -m replyctl.grammar.keeper LANGUAGE…`.

It holds one lock while it runs; Java inherits another. So a second keeper exits at once, and a server that has lost its
keeper is still known to be running.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

from replyctl import paths
from replyctl.config.address import Address
from replyctl.files import write_atomic
from replyctl.grammar import java, server
from replyctl.grammar.engine import EngineFailed
from replyctl.grammar.http import ask

IDLE = float(os.environ.get("REPLYCTL_GRAMMAR_IDLE", "1800"))
"""Seconds without a check after which the server stops."""
_TRIES = 3
_LOOKS = 5
_STEP = 0.1
_WARM = "This is a sentence. 这是一个句子。"


def main(languages: list[str]) -> int:
    """Keep a server until it is idle, dies, or is told to stop; the exit code: 0, or 1 if it did not start."""
    keeper_lock = _locked("keeper.lock")
    server_lock = _locked("server.lock") if keeper_lock else None
    if keeper_lock is None or server_lock is None:
        return 0  # another keeper has it, or is starting it
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    config = _home() / "server.properties"
    write_atomic(config, java.CONFIG.encode(), 0o600)
    for _ in range(_TRIES):
        port = _free_port()
        process = subprocess.Popen(  # noqa: S603 - the command that java.py makes
            java.command(port, config), stdin=subprocess.DEVNULL, pass_fds=[server_lock.fileno()]
        )
        server_lock.close()  # only Java holds it now
        try:
            if _answers(process, port):
                _warm(port, languages)
                _watch(process, port)
                return 0
        finally:
            _end(process)
        reopened = _locked("server.lock")
        if reopened is None:
            return 1
        server_lock = reopened
    return 1


def _home() -> Path:
    return paths.private(server.home())


def _locked(name: str) -> IO[bytes] | None:
    """The lock, None if another process has it; waits for one that takes it only to look."""
    import fcntl

    file = (_home() / name).open("ab")
    for _ in range(_LOOKS):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            time.sleep(_STEP)
        else:
            return file
    file.close()
    return None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    """Whether the server reports itself healthy before it dies or time runs out."""
    deadline = time.monotonic() + server.PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        with suppress(EngineFailed):
            if _asked(port, "healthcheck").strip() == b"OK" and process.poll() is None:
                return True
        time.sleep(_STEP)
    return False


def _warm(port: int, languages: list[str]) -> None:
    """Check a sentence in each language, since the first takes seconds; languages unknown to the server are skipped."""
    for language in languages:
        with suppress(EngineFailed):
            _asked(port, "check", language=language, text=_WARM)


def _asked(port: int, what: str, **form: str) -> bytes:
    return ask(Address("http", "127.0.0.1", port, ""), what, form, seconds=30)


def _watch(process: subprocess.Popen[bytes], port: int) -> None:
    """Write its port to a file, which commands touch, and wait until it dies or has long been unused."""
    file = _home() / "server.json"
    content = json.dumps({"pid": process.pid, "keeper": os.getpid(), "port": port}).encode()
    write_atomic(file, content, 0o600)
    try:
        while process.poll() is None:
            with suppress(subprocess.TimeoutExpired):
                process.wait(min(IDLE / 4, 5))
            if not file.exists() or time.time() - file.stat().st_mtime > IDLE:
                return
    finally:
        with suppress(OSError):
            if file.read_bytes() == content:
                file.unlink()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
