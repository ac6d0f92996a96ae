"""A snippet as customers will read it: its examples rendered in each language and each tone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from replyctl.compose.plan.language_and_tone import tag_in
from replyctl.desk.example_case import Case
from replyctl.desk.golden import Stage
from replyctl.language.salutation import TONES, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.compose.reply import Reply
    from replyctl.config import Settings
    from replyctl.library.find import Library
    from replyctl.library.snippet import Snippet


class Preview(NamedTuple):
    """One reply, and which one it is."""

    language: str
    tones: tuple[Tone, ...]
    """Several if they give the same reply."""
    number: int
    """The example's number, from 1."""
    reply: Reply

    @property
    def heading(self) -> str:
        """A heading that says which reply it is."""
        return f"{self.language}, {' and '.join(self.tones)}, example {self.number}"


def previews(
    snippet: Snippet, library: Library, settings: Settings, language: str | None, tones: Sequence[Tone] = TONES
) -> Iterator[Preview]:
    """Its replies, language by language. Raises what `Composition` raises; MissingValues if a value is nowhere."""
    stage = Stage.of(settings)
    if settings.agent.name:  # agents may see their own signature
        stage = stage._replace(settings=replace(stage.settings, agent=settings.agent, signature=settings.signature))
    for tag in (tag_in(snippet, language),) if language else snippet.text:
        for number, example in enumerate(snippet.examples.get(tag) or ({},), 1):
            case = Case(language or tag, number - 1, example)
            made: dict[str, tuple[Reply, list[Tone]]] = {}
            for tone in tones:
                reply = stage.completed(snippet, library, case, tone).reply()
                made.setdefault(reply.subject + reply.body, (reply, []))[1].append(tone)
            for reply, same in made.values():
                yield Preview(language or tag, tuple(same), number, reply)
