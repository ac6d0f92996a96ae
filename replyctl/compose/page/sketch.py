"""A reply while it is asked for: what is known so far, with the place of the value in question marked."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl.compose.page.layout import parts_of
from replyctl.compose.page.rendering import Rendering
from replyctl.compose.page.sketch_printer import OPEN, SHUT, SketchPrinter
from replyctl.compose.values.printing import printer, tongue
from replyctl.compose.values.read_values import ReadValues, read_all, read_one
from replyctl.compose.values.scope import scope
from replyctl.errors import TemplateError, ValueRefused
from replyctl.library.field_types.types import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from replyctl.compose.plan.decided import Plan

HERE, LATER = "▮", "…"
"""Stand for the value in question, and for one that is asked later."""
_VAGUE = ("asked", "config", "default")
"""The sources that may give a value for an answer that is none yet."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])|\n")
Span = tuple[int, int]


class Passage(NamedTuple):
    """The subject or the body."""

    text: str
    values: tuple[Span, ...]
    """Where the value in question stands."""
    sentences: tuple[Span, ...]
    """The sentences around it, or those that depend on it."""


class Sketch(NamedTuple):
    """The reply so far."""

    subject: Passage
    body: Passage


def sketch(plan: Plan, seen: Mapping[str, Any], name: str, text: str) -> Sketch | None:
    """The reply so far, if the question `name` is answered by `text`; `seen` is what validating templates see.

    None if a template cannot be rendered without the missing values.
    """
    try:
        answered = _answered(plan, seen, name, text)
        rendered = _rendered(answered, name)
        passages = [_passage(one) for one in rendered]
        if not any(one.values for one in passages):
            other = _rendered(_answered(plan, seen, name, _another(plan, answered, name)), name)
            passages = [_differing(one, _passage(text).text) for one, text in zip(passages, other, strict=True)]
    except (TemplateError, ValueRefused):
        return None
    return Sketch(*passages)


def _answered(plan: Plan, seen: Mapping[str, Any], name: str, text: str) -> Plan:
    """With the answer; without any value for `name` if it is not one."""
    sources = plan.sources.answered(name, text)
    if text:
        try:
            read_one(plan, seen, name, text)
        except ValueRefused:
            unread: dict[str, Any] = {
                key: {n: raw for n, raw in getattr(sources, key).items() if n != name} for key in _VAGUE
            }
            sources = sources._replace(**unread)
    return replace(plan, sources=sources)


def _another(plan: Plan, answered: Plan, name: str) -> str:
    """Another answer, by which to see what depends on it."""
    _, frame = tongue(plan.language)
    if TYPES[plan.declared.field(name).type].gives == "bool":
        given = read_all(answered).values.get(name)
        return (frame.formats.no if given and given.value else frame.formats.yes)[0]
    return "" if read_all(answered).values.get(name) else frame.example


def _rendered(plan: Plan, name: str) -> tuple[str, str]:
    known, given = SketchPrinter(printer(plan.language)), read_all(plan)
    values = dict(given.values)
    for missing, field in plan.declared.fields.items():
        if missing not in values and missing not in given.unused and (missing == name or not field.optional):
            values[missing] = known.standing(field.type, HERE if missing == name else LATER, asked=missing == name)
    if name in given.values and name in plan.declared.fields:
        values[name] = known.marked(given.values[name])
    seen = ReadValues(values, given.unused, scope(plan, values), {})
    return parts_of(plan, seen, Rendering(plan, seen, known))


def _passage(marked: str) -> Passage:
    text, values, begun = "", [], 0
    for piece in re.split(f"([{OPEN}{SHUT}])", marked):
        if piece == OPEN:
            begun = len(text)
        elif piece == SHUT:
            values.append((begun, len(text)))
        else:
            text += piece
    around = [one for one in _sentences(text) if any(one[0] <= start <= one[1] for start, _ in values)]
    return Passage(text, tuple(values), tuple(around))


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for end in (*_SENTENCE.finditer(text), None):
        stop = end.start() if end else len(text)
        if stop > start:
            yield start, stop
        start = end.end() if end else stop


def _differing(passage: Passage, other: str) -> Passage:
    """The passage with those sentences marked that `other` lacks."""
    elsewhere = {other[start:end] for start, end in _sentences(other)}
    own = tuple(one for one in _sentences(passage.text) if passage.text[slice(*one)] not in elsewhere)
    return passage._replace(sentences=own)
