"""stdin, stdout, stderr, and whether each is a terminal. The only file that touches the process's streams.

The reply (or the report that was asked for) goes to stdout through one plain write; everything else goes to stderr.
Whatever a command says, no control and no bidi override of a foreign text reaches a terminal. Tests hand in their own.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import BinaryIO, NoReturn

from replyctl.clean import printable
from replyctl.errors import OutputError


@dataclass(frozen=True, slots=True)
class Streams:
    """Where a command reads and writes. Bytes, so that UTF-8 and line ends are ours whatever the locale says."""

    stdin: BinaryIO
    stdout: BinaryIO
    stderr: BinaryIO
    stdin_is_terminal: bool
    stdout_is_terminal: bool
    stderr_is_terminal: bool

    def read(self) -> bytes:
        """All of stdin."""
        return self.stdin.read()

    def write(self, text: str) -> None:
        """The product, to stdout: the same bytes anywhere, but a terminal gets nothing that it would obey.

        Raises OutputError where it has no room; BrokenPipeError where nobody reads on.
        """
        lines = text.split("\r\n") if self.stdout_is_terminal else ()
        self.draw("\r\n".join(map(printable, lines)) if lines else text)

    def show(self, text: str) -> None:
        """What a person asked to see, to stdout, made safe. Raises as `write`."""
        self.draw(printable(text))

    def draw(self, text: str) -> None:
        """What was laid out here, to stdout, with its own colours and isolates: foreign text in it is safe already."""
        try:
            self.stdout.write(text.encode("utf-8", "replace"))
            self.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"cannot write to stdout: {error.strerror}") from error

    def tell(self, text: str) -> None:
        """A line for the person, to stderr, made safe."""
        self.draw_aside(f"{printable(text)}\n")

    def draw_aside(self, text: str) -> None:
        """As `draw`, to stderr."""
        self.stderr.write(text.encode("utf-8", "replace"))
        self.stderr.flush()

    def colour(self, *, on_stdout: bool = False) -> bool:
        """Whether to colour: NO_COLOR, then FORCE_COLOR, then TERM, then whether the stream is a terminal."""
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
            return True
        if os.environ.get("TERM") == "dumb":
            return False
        return self.stdout_is_terminal if on_stdout else self.stderr_is_terminal


def process_streams() -> Streams:
    """The process's own streams; a closed one reads empty and swallows what is written."""

    def binary(stream: object, mode: str) -> BinaryIO:
        buffer = getattr(stream, "buffer", None)
        return buffer if buffer is not None else open(os.devnull, mode)  # type: ignore[return-value]  # noqa: PTH123 - lives as long as the process

    def terminal(stream: object) -> bool:
        return bool(stream) and stream.isatty()  # type: ignore[attr-defined]

    return Streams(
        binary(sys.stdin, "rb"),
        binary(sys.stdout, "wb"),
        binary(sys.stderr, "wb"),
        terminal(sys.stdin),
        terminal(sys.stdout),
        terminal(sys.stderr),
    )


def leave(code: int) -> NoReturn:
    """End the process at once: taking to pieces what the system frees anyway would cost a screen's time."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream:
                stream.flush()
    except OSError:  # nobody reads it any more
        code = code or 1
    os._exit(code)
