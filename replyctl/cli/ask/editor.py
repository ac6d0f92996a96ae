"""Editing the reply in the agent's own editor."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from replyctl.clean import clean
from replyctl.errors import OutputError

if TYPE_CHECKING:
    from replyctl.cli.ask.tty import Terminal

_NAME = "reply.txt"
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


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _temporary() -> Path:
    from tempfile import mkstemp

    descriptor, name = mkstemp(prefix="reply-", suffix=".txt")
    os.close(descriptor)
    return Path(name)


def _command() -> list[str]:
    for variable in ("VISUAL", "EDITOR"):
        words = _split(variable)
        # When replyctl is a mail client's EDITOR, the agent's own editor is in REPLYCTL_EDITOR.
        if words and Path(words[0]).name == "replyctl":
            words = _split("REPLYCTL_EDITOR")
        if words:
            return words
    found = next((path for name in FALLBACKS if (path := shutil.which(name))), None)
    if found is None:
        raise OutputError("no editor found", hint="set EDITOR, for example EDITOR=vim")
    return [found]


def _split(variable: str) -> list[str]:
    try:
        return shlex.split(os.environ.get(variable, ""))
    except ValueError as error:
        raise OutputError(f"{variable} is not a command: {error}") from error


def _run(argv: list[str], terminal: Terminal) -> None:
    # The editor handles Ctrl-C. A handler, unlike SIG_IGN, is not inherited by it.
    ours = signal.signal(signal.SIGINT, lambda _signal, _frame: None)
    with terminal.lent():
        try:
            ended = subprocess.run(  # noqa: S603 - the agent's own choice of program
                argv, stdin=terminal.reader, stdout=terminal.writer, stderr=terminal.writer, check=False
            )
        except OSError as error:
            raise OutputError(f"cannot start {argv[0]}: {error.strerror or error}", hint="set EDITOR") from error
        finally:
            signal.signal(signal.SIGINT, ours)
    if ended.returncode:
        raise OutputError(f"{Path(argv[0]).name} failed with exit code {ended.returncode}; the reply is unchanged")
