"""The files that go with a reply, found before anything is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.errors import SnippetError
from replyctl.library.attached_file import AttachedFile, located

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.library.find import Library
    from replyctl.library.snippet import Snippet


def attached(snippets: Sequence[Snippet], library: Library | None) -> tuple[AttachedFile, ...]:
    """The files of all snippets, each once. SnippetError, with its place, for one that cannot be sent."""
    return tuple(
        dict.fromkeys(
            _located(snippet, number, given, library) if library else AttachedFile(given)
            for snippet in snippets
            for number, given in enumerate(snippet.attachments)
        )
    )


def _located(snippet: Snippet, number: int, given: str, library: Library) -> AttachedFile:
    try:
        return located(library.layers(snippet.name)[0].layer.home, given)
    except SnippetError as error:
        from replyctl import yamlfile

        tree = yamlfile.read(library.path(snippet.name), SnippetError)
        raise tree.fail(("attachments", number), error.message, hint=error.hint) from None
