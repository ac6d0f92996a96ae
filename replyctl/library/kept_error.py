"""Errors as plain data, for the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from replyctl.errors import Place, SnippetError

if TYPE_CHECKING:
    from replyctl.errors import ReplyctlError

Kept: TypeAlias = tuple[str, str, tuple[str, int, int, str], tuple[str, ...]]


def kept(error: ReplyctlError) -> Kept:
    """Plain data of `error`: message, hint, place, notes."""
    place = error.place or Place("")
    spot = (place.file, place.line, place.column, place.quoted)
    return error.message, error.hint, spot, tuple(getattr(error, "__notes__", ()))


def restored(plain: Any) -> SnippetError:  # noqa: ANN401 - what a cache may hold
    """The error from the data of `kept`. ValueError for other data."""
    message, hint, spot, notes = plain
    if not (isinstance(message, str) and isinstance(spot, tuple)):
        raise TypeError
    error = SnippetError(message, hint=hint, place=Place(*spot))
    for note in notes:
        error.add_note(note)
    return error
