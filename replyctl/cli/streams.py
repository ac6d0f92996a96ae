"""stdin, stdout, stderr, and whether each is a terminal. The only file that touches the process's streams.

The reply (or the report that was asked for) goes to stdout through one plain write; everything else goes to stderr.
Whatever a command says, no control and no bidi override of a foreign text reaches a terminal. Tests hand in their own.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from errno import EBADF
from typing import TYPE_CHECKING, BinaryIO, NoReturn

from replyctl.clean import printable
from replyctl.errors import DataError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Unprinted(OutputError):
    """stdout did not take the product."""

    @classmethod
    def by(cls, error: OSError) -> Unprinted:
        """With what the system says."""
        return cls(f"cannot write to stdout: {_why(error)}")


def _why(error: OSError) -> str:
    return "it is closed" if error.errno == EBADF else error.strerror or str(error)


@dataclass(frozen=True, slots=True)
class Streams:
    """Where a command reads and writes. Bytes, so that UTF-8 and line ends are ours whatever the locale says."""

    stdin: BinaryIO
    stdout: BinaryIO
    stderr: BinaryIO
    stdin_is_terminal: bool
    stdout_is_terminal: bool
    stderr_is_terminal: bool

    def read(self, most: int = -1) -> bytes:
        """All of stdin, or its first bytes. DataError where it cannot be read."""
        try:
            return self.stdin.read(most)
        except OSError as error:
            raise DataError(f"cannot read stdin: {_why(error)}") from error

    def lines(self) -> Iterator[bytes]:
        """The lines of stdin, as they come. DataError where it cannot be read."""
        try:
            yield from self.stdin
        except OSError as error:
            raise DataError(f"cannot read stdin: {_why(error)}") from error

    def write(self, text: str) -> None:
        """The product, to stdout: the same bytes anywhere, but a terminal gets nothing that it would obey.

        Raises Unprinted where it has no room; BrokenPipeError where nobody reads on.
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
            raise Unprinted.by(error) from error

    def tell(self, text: str) -> None:
        """A line for the person, to stderr, made safe."""
        self.draw_aside(f"{printable(text)}\n")

    def draw_aside(self, text: str) -> None:
        """As `draw`, to stderr. Where that has no room, nobody is told: the product comes out all the same."""
        with suppress(OSError):
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
    """The process's own streams. One that was closed stays so for whoever uses it, and no file gets its number."""
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
    """End the process at once: taking to pieces what the system frees anyway would cost a screen's time."""
    try:
        sys.stdout.flush()
    except OSError:  # nobody reads it any more
        code = code or 1
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)
