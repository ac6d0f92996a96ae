"""Which language and which tone a reply has: each one visible order of precedence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.clean import printable
from replyctl.errors import SnippetError, UsageError
from replyctl.language import available, load
from replyctl.language.salutation import TONES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from replyctl.compose.reply import Tone
    from replyctl.config import Settings
    from replyctl.library.snippet import Snippet, Text

_DEFAULT = "en"


def language(snippets: Sequence[Snippet], asked: str | None, mail: str | None, settings: Settings) -> tuple[str, str]:
    """The reply's language, BCP 47, and a notice if the mail's could not be taken.

    `asked` > `mail` > configured > the first snippet's first. Raises SnippetError if a snippet does not speak the
    language that was asked for, or several have none in common; LanguageError for one without data.
    """
    if asked:
        load(asked)
        for snippet in snippets:
            text_in(snippet, asked)
        return asked, ""
    own = tuple(snippets[0].text) if snippets else (_DEFAULT,)
    for tag in (mail, settings.language, *own):
        if tag and _known(tag) and all(nearest(snippet.text, tag) for snippet in snippets):
            missed = (
                f"there is no text in the mail's language ({printable(mail)}): this reply is in {tag}" if mail else ""
            )
            return tag, missed if tag != mail else ""
    raise SnippetError(f"no language is spoken by all of {', '.join(snippet.name for snippet in snippets)}")


def text_in(snippet: Snippet, tag: str) -> Text:
    """The snippet's text in the language. SnippetError if it has none."""
    if found := nearest(snippet.text, tag):
        return snippet.text[found]
    hint = f"it has {', '.join(snippet.text)}"
    raise SnippetError(f"the snippet '{snippet.name}' has no text in '{printable(tag)}'", hint=hint)


def nearest(texts: Mapping[str, object], tag: str) -> str | None:
    """The tag of `texts` that serves `tag`: the same, a shorter one (zh for zh-Hant), or one of its regions."""
    parts = tag.replace("_", "-").split("-")
    shorter = ("-".join(parts[:count]).casefold() for count in range(len(parts), 0, -1))
    tags = {own.casefold(): own for own in texts}
    exact = next((tags[wanted] for wanted in shorter if wanted in tags), None)
    return exact or next((own for own in texts if own.casefold().startswith(f"{parts[0].casefold()}-")), None)


def _known(tag: str) -> bool:
    return tag.replace("_", "-").partition("-")[0].lower() in available()


def tone(snippets: Sequence[Snippet], asked: str, configured: str) -> Tone:
    """`casual` or `formal`: as asked, formal if anything is refused, as configured, else casual. UsageError."""
    if asked not in (*TONES, "auto", ""):
        raise UsageError(f"no tone '{printable(asked)}'", hint=f"known: auto, {', '.join(TONES)}")
    refused = "formal" if any(snippet.kind == "refusal" for snippet in snippets) else ""
    decided = next(one for one in (asked, refused, configured, "casual") if one in TONES)
    return "formal" if decided == "formal" else "casual"
