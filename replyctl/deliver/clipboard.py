"""Text to the clipboard: the computer's own, or over ssh that of the agent's terminal.

A terminal takes text by an escape sequence (OSC 52) and never answers, so the message never says "copied".
"""

from __future__ import annotations

import os

from replyctl.errors import OutputError

LIMIT = 74_994
"""Bytes that terminals accept: 100,000 in base64, less the frame. Longer text is lost silently."""
_SCREEN = 250
"""Bytes that GNU screen passes on at once; old versions lose what is longer than 256."""
_INSTEAD = "install xclip or wl-clipboard, or write to a file with -o FILE"
_TERMINAL = "/dev/tty"


def copy(text: str) -> str:
    """Put `text` on the clipboard. Returns the message for the agent. OutputError if it fails.

    The sequence goes to the terminal itself and not to stdout, which may be a pipe or a file.
    """
    if not _remote() and _local(text):
        return "copied"
    octets = text.encode()
    if os.environ.get("TERM") == "dumb":
        raise OutputError("no clipboard: a terminal with TERM=dumb takes no text", hint=_INSTEAD)
    if len(octets) > LIMIT:
        raise OutputError(
            f"too long for the terminal's clipboard: {len(octets):,} bytes, at most {LIMIT:,}",
            hint="write it to a file with -o FILE",
        )
    if _tmux(octets):
        return "sent to the terminal's clipboard through tmux"
    _to_terminal(octets)
    return "sent to the terminal; if it allows OSC 52, the text is on its clipboard"


def _remote() -> bool:
    return any(os.environ.get(name) for name in ("SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT"))


def _local(text: str) -> bool:
    """Whether the computer's clipboard took it. Reads it back, since xclip on a dead display fails silently."""
    # Imported late: the import searches for helper programs.
    import pyperclip  # type: ignore[import-untyped]  # has no types

    try:
        pyperclip.copy(text)
        return bool(pyperclip.paste().replace("\r\n", "\n").rstrip("\n") == text.rstrip("\n"))
    except (pyperclip.PyperclipException, OSError, UnicodeError):
        return False


def _tmux(octets: bytes) -> bool:
    """Give it to tmux, which sends it to its terminal; tmux ignores OSC 52 from programs inside it."""
    if not os.environ.get("TMUX"):
        return False
    import subprocess

    command = ("tmux", "load-buffer", "-w", "-")
    try:
        done = subprocess.run(  # noqa: S603 - the command is fixed
            command, input=octets, capture_output=True, timeout=5, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _to_terminal(octets: bytes) -> None:
    from binascii import b2a_base64

    sequence = b"\x1b]52;c;" + b2a_base64(octets, newline=False) + b"\x07"
    if os.environ.get("STY"):  # GNU screen passes on what is wrapped for it, piece by piece
        pieces = (sequence[at : at + _SCREEN] for at in range(0, len(sequence), _SCREEN))
        sequence = b"".join(b"\x1bP" + piece + b"\x1b\\" for piece in pieces)
    try:
        with open(_TERMINAL, "wb", buffering=0) as terminal:  # noqa: PTH123 - a device
            while sequence:
                sequence = sequence[terminal.write(sequence) :]
    except OSError as problem:
        raise OutputError(
            "no clipboard and no terminal to copy to",
            hint=_INSTEAD,
        ) from problem
