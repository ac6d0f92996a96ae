"""Editing the reply in the agent's own editor."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from replyctl.clean import clean
from replyctl.errors import OutputError

if TYPE_CHECKING:
    from replyctl.cli.ask.tty import Terminal

_NAME = "reply.txt"
_STDERR = 2
FALLBACKS = ("nano", "vi")
"""Tried if neither VISUAL nor EDITOR is set; the easiest one first."""


def edit(terminal: Terminal, text: str, folder: Path | None) -> str:
    """`text` as the agent left it in the editor, made safe, with one final newline.

    The file is in `folder`, the reply's own, so that it is removed with the reply even if we are killed; without a
    folder it is a temporary file. Raises OutputError if there is no editor, it fails, or the text is empty.
    """
    command = _command()
    path = folder / _NAME if folder else _temporary()
    try:
        with open(path, "w", encoding="utf-8", errors="replace", opener=_private) as file:
            file.write(text)
        _run([*command, str(path)], terminal)
        edited = clean(path.read_bytes().decode("utf-8", "replace"), newlines=True)
    except OSError as error:
        raise OutputError(f"cannot read or write the editor's file: {error.strerror or error}") from error
    finally:
        path.unlink(missing_ok=True)
    if not edited:
        raise OutputError("the text came back empty from the editor; the reply is unchanged")
    return f"{edited}\n"


def open_file(path: Path) -> None:
    """A file of the agent's own in the editor, until it is closed; what is saved is the editor's affair.

    Raises OutputError if there is no editor, or it fails.
    """
    from replyctl.cli.ask.tty import open_terminal

    _run([*_command(), str(path)], open_terminal(), kept="the file is as it was saved last")


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _temporary() -> Path:
    from tempfile import mkstemp

    descriptor, name = mkstemp(prefix="reply-", suffix=".txt")
    os.close(descriptor)
    return Path(name)


def _command() -> list[str]:
    """The configured editor (also REPLYCTL_EDITOR), else what the system calls one."""
    from replyctl import config

    if configured := _split("editor", config.load().editor):
        return configured
    for variable in ("VISUAL", "EDITOR"):
        words = _split(variable, os.environ.get(variable, ""))
        # As a mail client's editor replyctl is itself in EDITOR; the agent's own is then the configured one.
        if words and Path(words[0]).name != "replyctl":
            return words
    found = next((path for name in FALLBACKS if (path := shutil.which(name))), None)
    if found is None:
        raise OutputError("no editor found", hint="set EDITOR, for example EDITOR=vim")
    return [found]


def _split(name: str, text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError as error:
        raise OutputError(f"{name} is not a command: {error}") from error


def _run(argv: list[str], terminal: Terminal | None, kept: str = "the reply is unchanged") -> None:
    """Wait for an editor; without a terminal (it has a window of its own) what it prints goes to stderr."""
    # Ctrl-C is the editor's affair. A handler, unlike SIG_IGN, is not passed on to it.
    ours = signal.signal(signal.SIGINT, lambda _signal, _frame: None)
    with terminal.lent() if terminal else nullcontext():
        reader, writer = (terminal.reader, terminal.writer) if terminal else (subprocess.DEVNULL, _STDERR)
        try:
            ended = subprocess.run(argv, stdin=reader, stdout=writer, stderr=writer, check=False)  # noqa: S603 - the agent's own choice of program
        except OSError as error:
            raise OutputError(f"cannot start {argv[0]}: {error.strerror or error}", hint="set EDITOR") from error
        finally:
            signal.signal(signal.SIGINT, ours)
    if ended.returncode:
        raise OutputError(f"{Path(argv[0]).name} failed with exit code {ended.returncode}; {kept}")
