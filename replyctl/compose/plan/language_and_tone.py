"""The language and the tone of a reply, each by one order of precedence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.clean import printable
from replyctl.errors import LanguageError, SnippetError, UsageError
from replyctl.language import DEFAULT, NEUTRAL, known, load
from replyctl.language.salutation import TONES, Tone
from replyctl.library.localized import nearest
from replyctl.text.other_script import is_asked_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.config import Settings
    from replyctl.library.snippet import Snippet

_LONGEST = 40
"""Characters of an unknown language tag shown in a message."""


def language(snippets: Sequence[Snippet], asked: str | None, mail: str | None, settings: Settings) -> tuple[str, str]:
    """The reply's language, BCP 47, and a notice if the mail's could not be used.

    `asked` > `mail` > configured > the first snippet's first. Raises SnippetError if a snippet lacks
    the language asked for or the snippets have none in common, LanguageError for a language without data.
    """
    if asked:
        tag = known(asked)
        for snippet in snippets:
            tag_in(snippet, tag)
        return tag, ""
    own = tuple(snippets[0].text) if snippets else (DEFAULT,)
    wanted = _written(mail)
    for tag in (wanted, _written(settings.language), *own):
        if tag and all(nearest(snippet.text, tag) for snippet in snippets):
            missed = (
                f"no text in the mail's language ({printable(mail[:_LONGEST])}); this reply is in {tag}" if mail else ""
            )
            return tag, missed if tag != wanted else ""
    raise SnippetError(f"no language is common to {', '.join(snippet.name for snippet in snippets)}")


def converted(snippets: Sequence[Snippet], tag: str) -> str:
    """A notice if a text is not in the script of `tag`, and is put into it, else ""."""
    data = load(tag)
    if not is_asked_for(tag, data):
        return ""
    own = {tag_in(snippet, tag) for snippet in snippets}
    first = sorted(one for one in own if not is_asked_for(one, data))
    return f"there is no text in {tag}: the one in {first[0]} is converted by a dictionary" if first else ""


def tag_in(snippet: Snippet, tag: str) -> str:
    """The tag of the snippet's text for the language `tag`. SnippetError if there is none."""
    if found := nearest(snippet.text, tag):
        return found
    hint = f"it has {', '.join(snippet.text)}"
    raise SnippetError(f"the snippet '{snippet.name}' has no text in '{printable(tag)}'", hint=hint)


def _written(tag: str | None) -> str:
    """`tag` in its standard spelling, "" if no reply can be written in it."""
    if not tag:
        return ""
    try:
        found = known(tag)
    except LanguageError:
        return ""
    return "" if found == NEUTRAL else found


def tone(snippets: Sequence[Snippet], asked: str, configured: str) -> Tone:
    """`casual` or `formal`: as asked, else formal for a refusal, else as configured, else casual. UsageError."""
    if asked not in (*TONES, "auto", ""):
        raise UsageError(f"no tone '{printable(asked)}'", hint=f"known: auto, {', '.join(TONES)}")
    refused = "formal" if any(snippet.kind == "refusal" for snippet in snippets) else ""
    decided = next(one for one in (asked, refused, configured, "casual") if one in TONES)
    return "formal" if decided == "formal" else "casual"
