"""A mail as it comes in: one or many messages, each cut down to what is ever read of it.

Bodies of attachments are dropped line by line, and so are headers, parts and nesting beyond what mail programs write:
the standard library's parser would need seconds, gigabytes or a deeper stack for them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replyctl.mail.message.encoded_words import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHUNK = 64 << 10
"""Bytes of a line that are read at once."""
_HEADERS, _PART, _TEXT = 256 << 10, 1 << 20, 2 << 20
"""Bytes of a header block, of a part, and of all parts together."""
_PARTS, _DEPTH = 200, 20
_SEPARATOR = rb"From \S+ .*\d\d:\d\d"
_JUNK = rb"\[-- Message +\d+ -- .*--\]:|\(Message \S+:\d+\)|>From |\s*\Z"
"""Lines above a message that mail programs add to it."""
_BOUNDARY = rb"(?i)\bboundary\s*=\s*(?:\"([^\"\r\n]{1,200})|([^\s;\"]{1,200}))"


class Raw(NamedTuple):
    """One message."""

    content: bytes
    number: int
    """Which message of a mailbox it is, 0 if it is in none."""
    is_whole: bool
    """Whether nothing of its text was dropped."""


def messages(lines: Iterable[bytes]) -> Iterator[Raw]:
    """The messages in `lines`, of which a long one comes in chunks; several only in a mailbox file (mbox)."""
    keeper = _Keeper()
    number, starts, blank, begun = 0, True, True, False
    for line in lines:
        is_line, starts = starts, line.endswith((b"\n", b"\r"))
        separates = is_line and blank and (number or not begun) and re.match(_SEPARATOR, line)
        blank = is_line and not line.strip()
        if separates:
            if begun:
                yield keeper.raw(number)
            keeper, number, begun = _Keeper(), number + 1, False
        elif begun or not re.match(_JUNK, line):
            line = line if begun else line.removeprefix(b"\xef\xbb\xbf").lstrip()  # noqa: PLW2901 - a mark or blanks at its start
            begun = True
            keeper.add(line, is_line=is_line)
    if begun or number:
        yield keeper.raw(number)


class _Keeper:
    """Keeps what is read of one message, line by line."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []
        self.block: list[bytes] = []
        """The lines of the header block that is open."""
        self.boundaries: set[bytes] = set()
        self.in_headers, self.is_text, self.is_whole = True, True, True
        self.header, self.size, self.part, self.text, self.parts = 0, 0, 0, 0, 0

    def add(self, line: bytes, *, is_line: bool) -> None:
        """The next line, or what follows of a long one."""
        if self.in_headers:
            self._header(line, is_line=is_line)
        elif is_line and line.startswith(b"--") and self._is_boundary(line):
            return
        elif self.is_text:
            self.part += len(line)
            self.text += len(line)
            if self.part <= _PART and self.text <= _TEXT:
                self.kept.append(line)
            else:
                self.is_whole = False

    def raw(self, number: int) -> Raw:
        """All that was kept."""
        self.kept += self.block
        return Raw(b"".join(self.kept), number, self.is_whole)

    def _header(self, line: bytes, *, is_line: bool) -> None:
        if is_line and not line.strip():
            self._end_headers()
            self.kept.append(line)
            return
        continues = not is_line or line[:1] in {b" ", b"\t"}
        self.header = self.header + len(line) if continues else len(line)
        self.size += len(line)
        if self.header <= LONGEST and self.size <= _HEADERS:
            self.block.append(line)

    def _end_headers(self) -> None:
        kind = _content_type(self.block)
        opens = kind.startswith((b"multipart/", b"message/"))
        if opens and len(self.boundaries) >= _DEPTH:
            self.block = [line for line in self.block if not line.lower().startswith(b"content-")]
            opens, self.is_whole = False, False
        if opens and (found := re.search(_BOUNDARY, kind)):
            self.boundaries.add((found[1] or found[2]).rstrip())
        if kind.startswith(b"message/rfc822"):
            self.boundaries.add(b"\n%d" % self.parts)  # counts as a level, and is no line
        self.is_text = opens or not kind or kind.startswith((b"text", b";")) or b"/" not in kind
        self.kept += self.block
        self.block = []
        self.in_headers = kind.startswith(b"message/rfc822")

    def _is_boundary(self, line: bytes) -> bool:
        """Whether the line separates two parts; then it is kept, unless there are too many."""
        name = line[2:].rstrip()
        ends = name not in self.boundaries and name.removesuffix(b"--") in self.boundaries
        if not ends and name not in self.boundaries:
            return False
        self.parts += 1
        if self.parts > _PARTS:
            self.is_text, self.is_whole = False, False
            return True
        self.kept.append(line)
        self.in_headers, self.is_text = not ends, True
        self.header = self.size = self.part = 0
        return True


def _content_type(block: list[bytes]) -> bytes:
    """The value of the block's Content-Type, unfolded, in small letters except its parameters."""
    found = b""
    is_it = False
    for line in block:
        if line[:1] not in {b" ", b"\t"}:
            name, _, rest = line.partition(b":")
            is_it = name.strip().lower() == b"content-type"
            line = rest  # noqa: PLW2901 - its value
        found += line if is_it else b""
    kind, mark, rest = found.strip().partition(b";")
    return kind.strip().lower() + mark + rest
