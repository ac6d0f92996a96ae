"""The fields and parts of one or more snippets together."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl.clean import printable
from replyctl.compose.plan.sources import filled
from replyctl.compose.plan.unfilled import hole
from replyctl.errors import SnippetError, UsageError, did_you_mean
from replyctl.library.known_values import KNOWN
from replyctl.library.localized import localized
from replyctl.library.snippet import Field, is_template

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from replyctl.compose.start import HowAnswered
    from replyctl.library.snippet import Part, Snippet

FRAME = ("greeting", "introduction", "wait", "offer", "closing", "signature")
"""The pieces around the text, which `--with` and `--without` take like a snippet's own parts."""
TYPED = Field(type="multiline", ask="The reply's text, without greeting and closing")
SUBJECT = Field(ask="Subject", default="{{ case.reply_subject }}")
"""The questions of a blank reply. An answer to a mail has its subject already."""


class Declared(NamedTuple):
    """The declared fields and parts, in the order of asking."""

    fields: Mapping[str, Field] = MappingProxyType({})
    parts: Mapping[str, Part] = MappingProxyType({})
    conditions: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Conditions of fields that are not always asked; one must be true."""

    @classmethod
    def by(
        cls,
        snippets: Sequence[Snippet],
        *,
        blank: bool,
        headed: bool = False,
        questions: Sequence[HowAnswered] = (),
    ) -> Declared:
        """The fields of all; one of the same name and type is asked once. SnippetError if the types differ.

        A blank reply can do without a subject unless it is `headed`: a text to paste often answers in a thread. Of the
        `questions`, those that no snippet answers are fields too, each at its place.
        """
        own = {"subject": replace(SUBJECT, optional=not headed)}
        if blank:
            return cls({**own, "text": TYPED})
        found = cls._of(snippets)
        if not questions:
            return found
        return found._replace(fields={**({} if snippets else own), **_by_question(questions, snippets, found.fields)})

    @classmethod
    def _of(cls, snippets: Sequence[Snippet]) -> Declared:
        declared: dict[str, list[Field]] = {}
        for snippet in snippets:
            for name, one in snippet.fields.items():
                declared.setdefault(name, []).append(one)
        for name, ones in declared.items():
            if len({one.type for one in ones}) > 1:
                raise _clash(name, ones, snippets)
        fields = {name: next((one for one in ones if not one.optional), ones[0]) for name, ones in declared.items()}
        # Always asked if one snippet always asks it.
        whens = {name: tuple(one.when or "" for one in ones) for name, ones in declared.items()}
        conditions = {name: when for name, when in whens.items() if all(when)}
        parts = {name: part for snippet in reversed(snippets) for name, part in snippet.parts.items()}
        return cls(fields, parts, conditions)

    def names(self) -> tuple[str, ...]:
        """All values that can be set."""
        return (*self.fields, *KNOWN, *(f"parts.{name}" for name in self.parts))

    def field(self, name: str) -> Field:
        """The field that describes the value `name`."""
        if name.startswith("parts."):
            return Field(type="bool")
        return self.fields.get(name) or KNOWN.get(name) or Field()

    def defaults(self, language: str) -> Mapping[str, Any]:
        """Default values, in the reply's language."""
        own = {
            name: localized(field.default, language) if isinstance(field.default, dict) else field.default
            for name, field in self.fields.items()
        }
        own = {
            name: value
            for name, value in filled(own).items()
            if is_template(value) or not hole(name, value, self.fields[name])
        }
        parts = {f"parts.{name}": part.default for name, part in self.parts.items()}
        return {**own, **parts, "case.first_contact": True}

    def check_switches(self, names: Collection[str]) -> None:
        """Raise UsageError for a part that is neither the snippet's nor one of FRAME."""
        known = (*self.parts, *FRAME)
        for name in names:
            if name not in known:
                raise UsageError(f"no part '{printable(name)}'", hint=did_you_mean(name, known))


def answer_to(number: int, how: HowAnswered) -> str:
    """The field with the agent's own answer to a question, numbered from 1, or with its date."""
    return f"question_{number}_{'date' if how.later else 'answer'}"


def _by_question(
    questions: Sequence[HowAnswered], snippets: Sequence[Snippet], declared: Mapping[str, Field]
) -> Mapping[str, Field]:
    """All fields, in the order of the questions."""
    by_name = {snippet.name: snippet for snippet in snippets}
    fields: dict[str, Field] = {}
    for number, how in enumerate(questions, 1):
        for name in (name for snippet in how.snippets for name in by_name[snippet].fields):
            fields.setdefault(name, declared[name])
        if how.later:
            fields[answer_to(number, how)] = Field(
                type="date", ask=f"When will you know: {how.question}", example="+2wd"
            )
        elif not how.snippets:
            fields[answer_to(number, how)] = Field(type="multiline", ask=f"Your answer to: {how.question}")
    return fields


def _clash(name: str, ones: Sequence[Field], snippets: Sequence[Snippet]) -> SnippetError:
    owners = " and ".join(snippet.name for snippet in snippets if name in snippet.fields)
    types = " and ".join(dict.fromkeys(one.type for one in ones))
    message = f"{owners} cannot be combined: their field '{name}' has different types ({types})"
    return SnippetError(message, hint="rename one of the fields")
