"""What the tests of this room make replies with."""

from datetime import datetime
from typing import Any

from replyctl.compose.composition import Composition
from replyctl.compose.start import Start
from replyctl.config.settings import Agent, Company, Settings
from replyctl.library.find import Library
from replyctl.library.snippet import Field, Part, Snippet, Text

NOW = datetime.fromisoformat("2026-11-25T10:00:00+02:00")
"""A Wednesday."""
SETTINGS = Settings(
    agent=Agent(name="Dana Levi", role="Customer Support", contact="help@homeworks.example"),
    company=Company(name="HomeWorks"),
)


def snippet(body: str = "Your order is on its way.", **keys: Any) -> Snippet:  # noqa: ANN401 - what the thing made takes
    """A snippet in the three languages with the same words."""
    subject = keys.pop("subject", "Your order is on its way")
    languages = keys.pop("languages", ("en", "zh", "he"))
    text = {language: Text(subject=subject, body=body) for language in languages}
    return Snippet(**{"name": "test", "title": "Test", "kind": "answer", "text": text, **keys})


def start(
    *snippets: Snippet,
    settings: Settings = SETTINGS,
    library: Library | None = None,
    lenient: bool = False,
    **keys: Any,  # noqa: ANN401 - what Start takes
) -> Composition:
    """A composition of them on NOW."""
    begun = Start(snippets=tuple(one.name for one in snippets), **keys)
    return Composition.start(begun, snippets, settings, now=NOW, library=library, lenient=lenient)


def body(source: str, fields: dict[str, Field] | None = None, parts: dict[str, Part] | None = None, **keys: Any) -> str:  # noqa: ANN401 - what the thing made takes
    """What a snippet with that body prints, without what stands around it."""
    made = start(snippet(source, fields=fields or {}, parts=parts or {}), without=FRAME, **keys)
    return made.reply().body.removesuffix("\n")


FRAME = ("greeting", "introduction", "offer", "closing", "signature")
