"""stdin, stdout, stderr, and whether each is a terminal. The only file that touches the process's streams.

The reply (or the report that was asked for) goes to stdout through one plain write; everything else goes to stderr.
No control character or bidi override from untrusted text reaches a terminal. Tests replace the streams.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from errno import EBADF
from stat import S_ISFIFO, S_ISREG, S_ISSOCK
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from replyctl import opening
from replyctl.clean import printable
from replyctl.errors import DataError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Unprinted(OutputError):
    """stdout could not be written."""

    @classmethod
    def by(cls, error: OSError) -> Unprinted:
        """With the system's message."""
        return cls(f"cannot write to stdout: {_why(error)}")


class ReaderGone(Unprinted):
    """Nobody reads stdout any more, as with `| head`. No OSError: typer would make exit code 1 of that."""


def _why(error: OSError) -> str:
    return "it is closed" if error.errno == EBADF else error.strerror or str(error)


@dataclass(frozen=True, slots=True)
class Streams:
    """Where a command reads and writes. Bytes, so that the locale changes neither encoding nor line ends."""

    stdin: BinaryIO
    stdout: BinaryIO
    stderr: BinaryIO
    stdin_is_terminal: bool
    stdout_is_terminal: bool
    stderr_is_terminal: bool

    def read(self, most: int) -> bytes:
        """The first `most` bytes of stdin. DataError if it cannot be read."""
        try:
            return self.stdin.read(most)
        except OSError as error:
            raise DataError(f"cannot read stdin: {_why(error)}") from error

    def lines(self, most: int) -> Iterator[bytes]:
        """The lines of stdin, see `opening.lines`. DataError if it cannot be read."""
        try:
            yield from opening.lines(self.stdin, most)
        except OSError as error:
            raise DataError(f"cannot read stdin: {_why(error)}") from error

    def chunks(self, most: int) -> Iterator[bytes]:
        """The lines of stdin, see `opening.chunks`. DataError if it cannot be read."""
        try:
            yield from opening.chunks(self.stdin, most)
        except OSError as error:
            raise DataError(f"cannot read stdin: {_why(error)}") from error

    def piped(self) -> bool:
        """Whether something was piped in, or comes from a file. Waits for its first byte."""
        try:
            kind = os.fstat(self.stdin.fileno()).st_mode
            can_peek = S_ISFIFO(kind) or S_ISREG(kind) or S_ISSOCK(kind)
            return can_peek and bool(getattr(self.stdin, "peek", lambda _: b"")(1))
        except (OSError, ValueError):  # closed, or none of the system's
            return False

    def write(self, text: str) -> None:
        """Write the output to stdout: the same bytes everywhere, but without escapes on a terminal.

        Raises Unprinted if the write fails, ReaderGone if the reader is.
        """
        lines = text.split("\r\n") if self.stdout_is_terminal else ()
        self.draw("\r\n".join(map(printable, lines)) if lines else text)

    def show(self, text: str) -> None:
        """Write text for a person to stdout, made safe. Raises as `write`."""
        self.draw(printable(text))

    def draw(self, text: str) -> None:
        """Write laid-out text to stdout, with colours and isolates; untrusted text in it is already safe."""
        try:
            self.stdout.write(text.encode("utf-8", "replace"))
            self.stdout.flush()
        except BrokenPipeError as error:
            raise ReaderGone("cannot write to stdout: its reader is gone") from error
        except OSError as error:
            raise Unprinted.by(error) from error

    def tell(self, text: str) -> None:
        """Write a line for a person to stderr, made safe."""
        self.draw_aside(f"{printable(text)}\n")

    def draw_aside(self, text: str) -> None:
        """As `draw`, to stderr. A failed write is ignored, so that the output still appears."""
        with suppress(OSError):
            self.stderr.write(text.encode("utf-8", "replace"))
            self.stderr.flush()

    @staticmethod
    def columns() -> int:
        """The terminal's columns; COLUMNS is stronger, as everywhere."""
        from shutil import get_terminal_size  # takes several milliseconds

        return get_terminal_size().columns

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
    """The process's own streams. A closed stream stays unusable, but its number is taken so that no file gets it."""
    sys.stdin = sys.stdin or open(os.open(os.devnull, os.O_WRONLY), encoding="utf-8")  # noqa: PTH123, SIM115 - lives as long as the process
    sys.stdout = sys.stdout or open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: PTH123, SIM115 - as above
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - as above
    return Streams(
        sys.stdin.buffer,
        sys.stdout.buffer,
        sys.stderr.buffer,
        sys.stdin.isatty(),
        sys.stdout.isatty(),
        sys.stderr.isatty(),
    )


def leave(code: int) -> NoReturn:
    """End the process at once, without the interpreter's slow clean-up."""
    try:
        sys.stdout.flush()
    except OSError:  # the reader is gone
        code = code or Unprinted.exit_code
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)
