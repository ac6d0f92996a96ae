"""A reply while it is asked for: what is known so far, with the place of the value in question marked.

The value in question and stand-ins for missing ones are objects of their own; the printer knows them again, wherever a
template prints them, and conditions see ordinary values.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl.compose.page.layout import parts_of
from replyctl.compose.page.rendering import Rendering
from replyctl.compose.values.printing import printer, tongue
from replyctl.compose.values.read_values import ReadValues, read_all, read_one
from replyctl.compose.values.scope import scope
from replyctl.errors import TemplateError, ValueRefused
from replyctl.library.field_types.types import TYPES
from replyctl.library.field_types.value import Printed, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from replyctl.compose.plan.decided import Plan
    from replyctl.compose.values.printing import LanguagePrinter

HERE, LATER = "▮", "…"
"""Stand for the value in question, and for one that is asked later."""
_VAGUE = ("asked", "config", "default")
"""The sources that may give a value for an answer that is none yet."""
_OPEN, _SHUT = "\ue000", "\ue001"  # of the private use area: a reply that holds them is marked amiss, no more
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
            unread = {key: {n: raw for n, raw in getattr(sources, key).items() if n != name} for key in _VAGUE}
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
    known, given = _Known(printer(plan.language)), read_all(plan)
    values = dict(given.values)
    for missing, field in plan.declared.fields.items():
        if missing not in values and missing not in given.unused and (missing == name or not field.optional):
            values[missing] = known.standing(field.type, _around(HERE) if missing == name else LATER)
    if name in given.values and name in plan.declared.fields:
        values[name] = known.marked(given.values[name])
    seen = ReadValues(values, given.unused, scope(plan, values), {})
    return parts_of(plan, seen, Rendering(plan, seen, known))


class _Known:
    """Prints like the language's own printer, and the values in question in their own way."""

    def __init__(self, own: LanguagePrinter) -> None:
        self._own = own
        self._prints: dict[int, str] = {}
        self._kept: list[object] = []  # so that no other object gets the identity of one of them

    def text(self, value: object) -> str:
        """As `Printer`."""
        return self._prints.get(id(value)) or self._own.text(value)

    def date(self, value: object, style: str = "") -> str:
        """As `Printer`; the marks are around any style."""
        return self._wrapped(value, self._own.date(value, style))

    def money(self, value: object) -> str:
        """As `Printer`."""
        return self._wrapped(value, self._own.money(value))

    def join(self, items: Sequence[str]) -> str:
        """As `Printer`."""
        return self._own.join(items)

    def standing(self, kind: str, text: str) -> Value:
        """A stand-in that prints `text`."""
        return Value(self._printing(_SAMPLES.get(TYPES[kind].gives, _sample)(text), text), "asked")

    def marked(self, value: Value) -> Value:
        """The value, printed between marks."""
        if isinstance(value.value, bool):
            return value
        copy = _copied(value.value)
        if isinstance(copy, tuple):
            first, *rest = map(str, copy or ("",))
            return value._replace(value=(_OPEN + first, *rest[:-1], rest[-1] + _SHUT) if rest else (_around(first),))
        return value._replace(value=self._printing(copy, _around(self._own.text(copy))))

    def _printing(self, value: object, text: str) -> object:
        self._kept.append(value)
        if not isinstance(value, tuple | bool):
            self._prints[id(value)] = text
        return value

    def _wrapped(self, value: object, printed: str) -> str:
        known = self._prints.get(id(value), "")
        if not known.startswith(_OPEN):
            return known or printed
        return known if HERE in known else _around(printed)


class _Whole(int):
    """A whole number that is itself and no other."""


class _Words(str):
    """A text that is itself and no other."""

    __slots__ = ()


def _sample(text: str) -> object:
    return _Words(text.strip(_OPEN + _SHUT))


def _amount(_text: str) -> object:
    from decimal import Decimal

    from replyctl.library.field_types.money import Money

    return Money(Decimal(1), "EUR")


_SAMPLES = {
    "tuple": lambda text: (text,),
    "date": lambda _text: date(2000, 1, 1),
    "int": lambda _text: _Whole(2),
    "bool": lambda _text: False,
    "Money": _amount,
}
"""Values that stand in for one that is missing, by the Python type of its field."""


def _copied(value: object) -> object:
    if isinstance(value, str):
        return _Words(value)
    if isinstance(value, int):
        return _Whole(value)
    if isinstance(value, date):
        return value.replace()
    return replace(value) if isinstance(value, Printed) else value  # type: ignore[type-var] # our own are dataclasses


def _around(text: str) -> str:
    return f"{_OPEN}{text}{_SHUT}"


def _passage(marked: str) -> Passage:
    text, values, begun = "", [], 0
    for piece in re.split(f"([{_OPEN}{_SHUT}])", marked):
        if piece == _OPEN:
            begun = len(text)
        elif piece == _SHUT:
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
