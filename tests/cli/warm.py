"""A process in which all that replyctl imports is there already; each command is a fork of it.

Started as a program, it takes commands from its standard input, a socket: arguments, environment and folder as JSON, and
the command's three streams. It answers each with the exit code. A fork has a session of its own and no terminal; what it
reads, keeps and prints is its own, as of a process that was started. What a start takes is for the benchmarks to tell.
"""

from __future__ import annotations

import json
import os
import pkgutil
import socket
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import NoReturn

PATIENCE = 120
"""Seconds: a command that waits for ever fails its test."""
PIPE = 60_000
"""Bytes that can be written into a pipe before anyone reads."""
_MOST = 200_000
_BESIDE = (
    "babel.dates",
    "babel.numbers",
    "email",
    "jinja2",
    "nameparser",
    "pydantic",
    "rapidfuzz.fuzz",
    "regex",
    "yaml",
)


class Warm:
    """The process, from outside."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._socket, given = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._socket.settimeout(PATIENCE)
        with given:
            self._process = subprocess.Popen([sys.executable, __file__], stdin=given, env=environment)

    def run(self, argv: list[str], stdin: bytes, env: dict[str, str], cwd: Path) -> tuple[int, bytes, bytes]:
        """Exit code (minus a signal's number), stdout and stderr of `replyctl argv…`; `stdin` at most PIPE bytes."""
        read, write = os.pipe()
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            os.write(write, stdin)
            os.close(write)
            told = json.dumps({"argv": argv, "env": env, "cwd": str(cwd)}).encode()
            socket.send_fds(self._socket, [told], [read, out.fileno(), err.fileno()])
            os.close(read)
            code = int(self._socket.recv(100))
            out.seek(0)
            err.seek(0)
            return code, out.read(), err.read()


def _serve() -> None:
    import replyctl

    for module in pkgutil.walk_packages(replyctl.__path__, "replyctl."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for name in _BESIDE:
        import_module(name)
    with socket.socket(fileno=os.dup(0)) as commands:
        while True:
            told, streams, _, _ = socket.recv_fds(commands, _MOST, 3)
            if not told:
                return
            child = os.fork()
            if not child:
                commands.close()
                _become(json.loads(told), streams)
            for stream in streams:
                os.close(stream)
            commands.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def _become(command: dict[str, object], streams: list[int]) -> NoReturn:
    os.setsid()
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(command["cwd"])
    os.environ.clear()
    os.environ.update(command["env"])
    sys.argv = ["replyctl", *command["argv"]]
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding="utf-8", errors=errors, closefd=False)  # noqa: SIM115 - the process's streams
        for number, (mode, errors) in enumerate(
            (
                ("r", "surrogateescape"),
                ("w", "surrogateescape"),
                ("w", "backslashreplace"),
            )
        )
    )
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr
    from replyctl.__main__ import run

    run()
    os._exit(0)


if __name__ == "__main__":
    _serve()
