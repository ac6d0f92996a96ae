"""The questions of a composition: what is asked, in which order, with what it offers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from replyctl.compose.question import Question
from replyctl.compose.reading import default as default_of
from replyctl.compose.reading import read_one, tongue
from replyctl.library.known import PROMPTS
from replyctl.library.snippet import localized

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.compose.composition import Composition
    from replyctl.compose.form import Form
    from replyctl.library.snippet import Field


def questions(composition: Composition) -> tuple[Question, ...]:
    """The customer's name, the fields in use with the parts before the first that depends on one, who writes."""
    form = composition.form
    fields = [name for name in form.fields if name not in composition.unused]
    depends = [index for index, name in enumerate(fields) if "parts." in " ".join(form.conditions.get(name, ()))]
    split = depends[0] if depends else len(fields)
    parts = [f"parts.{name}" for name in form.parts]
    order = ["customer.name", *fields[:split], *parts, *fields[split:], "agent.name"]
    return tuple(_question(composition, name) for name in dict.fromkeys([*order, *_needed(composition)]))


def _needed(composition: Composition) -> Iterator[str]:
    """What the templates turn out to print and nobody gave; what was given for it, once it was asked."""
    yield from composition.missing()
    yield from composition.sources.asked.keys() & PROMPTS.keys()


def _question(composition: Composition, name: str) -> Question:
    form = composition.form
    declared = form.declared(name)
    reader = composition.settings.language or composition.language
    given = composition.sources.find(name)
    default = default_of(composition, name)
    refused = composition.unfilled.get(name, "")
    return Question(
        name=name,
        prompt=_prompt(form, name, declared, reader),
        type=declared.type,
        example=localized(declared.example, composition.language) or _example(name, composition.language),
        default="" if default is None else _typed(default, composition.language),
        choices=tuple(localized(choice, composition.language) for choice in declared.choices),
        other=declared.other,
        optional=declared.optional or name == "customer.name",
        answered=_typed(given[0], composition.language) if given and given[1] != "default" and not refused else None,
        refused=refused,
        validator=partial(read_one, composition, name),
    )


def _prompt(form: Form, name: str, declared: Field, reader: str) -> str:
    if name.startswith("parts."):
        part = name.removeprefix("parts.")
        return localized(form.parts[part].ask, reader) or part
    return localized(declared.ask, reader) or PROMPTS.get(name) or name.replace("_", " ")


def _example(name: str, language: str) -> str:
    return tongue(language)[1].example if name == "customer.name" else ""


def _typed(raw: object, language: str) -> str:
    """A value as an agent would type it."""
    if isinstance(raw, bool):
        formats = tongue(language)[1].formats
        return (formats.yes if raw else formats.no)[0]
    return "\n".join(map(str, raw)) if isinstance(raw, list | tuple) else str(raw)


def hint(missing: tuple[str, ...]) -> str:
    """How to give what is missing."""
    if missing == ("agent.name",):
        return "replyctl config set agent.name …"
    first = next(name for name in missing if name != "agent.name")
    own = "; `replyctl config set agent.name …` gives yours for good" if "agent.name" in missing else ""
    return f"give each with --set, as in --set {first}=…{own}"
