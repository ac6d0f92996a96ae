"""A snippet as customers will read it: its examples rendered in each language and each tone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from replyctl.compose.plan.language_and_tone import tag_in
from replyctl.desk.example_case import Case
from replyctl.desk.golden import AGENT, COMPANY, Stage
from replyctl.errors import MissingValues, ValueRefused
from replyctl.language.salutation import TONES, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.compose.composition import Composition
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
    """The example's number, from 1; 0 if there is none, and its values are made up."""
    reply: Reply
    stand_ins: tuple[str, ...] = ()
    """What it needs to know of the agent and nobody says, so that it is an example's: `agent.contact`."""

    @property
    def heading(self) -> str:
        """A heading that says which reply it is."""
        example = f"example {self.number}" if self.number else "no example"
        return f"{self.language}, {' and '.join(self.tones)}, {example}"


def previews(
    snippet: Snippet, library: Library, settings: Settings, language: str | None, tones: Sequence[Tone] = TONES
) -> Iterator[Preview]:
    """Its replies, language by language; without an example one with made-up values.

    Raises what `Composition` raises; MissingValues, with what to add, if a value is nowhere and cannot be made up.
    """
    stage = Stage.of(settings)
    if settings.agent.name:  # agents may see their own signature
        stage = stage._replace(settings=replace(stage.settings, agent=settings.agent, signature=settings.signature))
    for tag in (tag_in(snippet, language),) if language else snippet.text:
        written = [Case(language or tag, number, one) for number, one in enumerate(snippet.examples.get(tag, ()))]
        for case in written or (Case(language or tag, 0, {}, made_up=True),):
            made: dict[str, tuple[Reply, list[Tone], tuple[str, ...]]] = {}
            for tone in tones:
                reply, lacking = _reply(stage, snippet, library, case, tone)
                made.setdefault(reply.subject + reply.body, (reply, [], lacking))[1].append(tone)
            for reply, same, lacking in made.values():
                yield Preview(language or tag, tuple(same), 0 if case.made_up else case.number + 1, reply, lacking)


def stand_ins(shown: Sequence[Preview], settings: Settings) -> list[str]:
    """The names of what `settings` lack (`agent.contact`), for which the replies show an example's."""
    agent = () if settings.agent.name else (("agent", AGENT),)
    text = "\n".join(one.reply.body for one in shown)
    always = [
        f"{who}.{part}"
        for who, example in (*agent, ("company", COMPANY))
        for part, value in vars(example).items()
        if value and value in text and not getattr(getattr(settings, who), part)
    ]
    return list(dict.fromkeys([*(name for one in shown for name in one.stand_ins), *always]))


def _completed(
    stage: Stage, snippet: Snippet, library: Library, case: Case, tone: Tone
) -> tuple[Composition, tuple[str, ...]]:
    """The composition, and the names of what it needs to know of the agent that nobody says: these are an example's."""
    made = stage.completed(snippet, library, case, tone)
    example = {f"agent.{part}": value for part, value in vars(AGENT).items() if value}
    lacking = tuple(name for name in made.missing() if name in example)
    if not lacking:
        return made, ()
    known = {name.partition(".")[2]: example[name] for name in lacking}
    stage = stage._replace(settings=replace(stage.settings, agent=replace(stage.settings.agent, **known)))
    return stage.completed(snippet, library, case, tone), lacking


def _reply(stage: Stage, snippet: Snippet, library: Library, case: Case, tone: Tone) -> tuple[Reply, tuple[str, ...]]:
    """The reply, and its stand-ins; what is raised where no value fits says what to add to the snippet."""
    try:
        made, lacking = _completed(stage, snippet, library, case, tone)
        return made.reply(), lacking
    except (MissingValues, ValueRefused) as error:
        if case.made_up:
            values = _written(error.missing or tuple(snippet.fields))
            error.hint = f"add an example to the snippet: examples: {{{case.language}: [{{{values}}}]}}"
        raise


def _written(names: Sequence[str]) -> str:
    """Values for these names, as an example in a file has them: `order: …, customer: {name: …}`."""
    spaces = dict.fromkeys(name.rpartition(".")[0] for name in names)
    inner = {
        space: ", ".join(f"{one.rpartition('.')[2]}: …" for one in names if one.rpartition(".")[0] == space)
        for space in spaces
    }
    return ", ".join(values if not space else f"{space}: {{{values}}}" for space, values in inner.items())
