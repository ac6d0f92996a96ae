"""A draft as it is given: one text, and where subject and body are in it."""

from __future__ import annotations

from typing import NamedTuple

from replyctl.mail.headers import headers


class GivenDraft(NamedTuple):
    """A draft as given: its text, and where subject and body are in it (code points)."""

    text: str
    body: tuple[int, int]
    subject: tuple[int, int] | None
    """None if unknown; then the subject rules stay silent."""

    @classmethod
    def of(cls, text: str) -> GivenDraft:
        """Text with or without a header block."""
        block = headers(text)
        return cls(text, (block.body, len(text)), block.subject) if block else cls(text, (0, len(text)), None)


class Anchor(NamedTuple):
    """A text as given, and the place in it from which a piece's offsets count."""

    text: str
    offset: int
