"""Golden examples as cases to render: as they are written, and with every combination of the snippet's parts."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl.library.field_types.types import TYPES
from replyctl.library.known_values import KNOWN, NAMES
from replyctl.library.localized import localized
from replyctl.library.untyped import mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.library.snippet import Snippet

_CUSTOMER = "Diane Smith"
"""A customer who is nobody."""
MOST = 64
"""The most extra cases of one snippet, besides its examples as written."""


class Case(NamedTuple):
    """One reply to render."""

    language: str
    number: int
    """The example's number, from 0."""
    data: dict[str, Any]
    written: bool = True
    """Whether this is the example as written."""
    made_up: bool = False
    """Whether there is no example, so that what it lacks may be made up."""

    @property
    def label(self) -> str:
        """How a report refers to the case; "" if its place is enough."""
        if self.written:
            return ""
        parts = (f"{name} {'in' if on else 'out'}" for name, on in self.data["parts"].items())
        return f" (with {', '.join(parts)})"


def cases(snippet: Snippet) -> tuple[list[Case], int]:
    """The cases of a snippet, and how many combinations beyond MOST are left out."""
    written = [
        Case(tag, number, example)
        for tag, examples in snippet.examples.items()
        for number, example in enumerate(examples)
        if tag in snippet.text and isinstance(example, dict)
    ]
    more = list(_combined(snippet, written))
    return written + more[:MOST], max(0, len(more) - MOST)


def _combined(snippet: Snippet, written: list[Case]) -> Iterator[Case]:
    """Each example with every combination of parts other than its own, grouped by combination."""
    own = {name: part.default for name, part in snippet.parts.items()}
    lasting = snippet.parts if len(snippet.parts) < MOST.bit_length() * 2 else dict(list(snippet.parts.items())[:12])
    for switches in product((True, False), repeat=len(lasting)) if lasting else ():
        for case in written:
            parts = {**own, **mapping(case.data.get("parts"))}
            wanted = {**parts, **dict(zip(lasting, switches, strict=True))}
            if wanted != parts:
                yield case._replace(data={**case.data, "parts": wanted}, written=False)


def trials(snippet: Snippet) -> Iterator[Case]:
    """A case for each language without examples, and one with all parts."""
    everything = {"parts": dict.fromkeys(snippet.parts, True)}
    for tag in snippet.text:
        if not snippet.examples.get(tag):
            yield Case(tag, 0, {}, made_up=True)
            if snippet.parts:
                yield Case(tag, 0, everything, written=False, made_up=True)


def filled(snippet: Snippet, case: Case, missing: tuple[str, ...]) -> Case | None:
    """The case, its missing fields filled from other examples or the fields themselves; None if that is impossible.

    Of a case that is made up, a field that nothing can be made up for stays missing.
    """
    others = snippet.examples.get(case.language, [])
    data = dict(case.data)
    for name in missing:
        field = snippet.fields.get(name)
        if field is None and case.made_up and name in KNOWN:
            space, _, key = name.partition(".")
            data[space] = {**mapping(data.get(space)), key: _known(name)}
            continue
        if field is None:
            return None
        known = [one[name] for one in others if one.get(name) not in {None, ""}]
        offered = [localized(one, case.language) for one in (field.example, *field.choices) if one]
        if case.made_up and not field.pattern and not field.validate:
            offered.append(TYPES[field.type].sample or f"⟨{name}⟩")
        if known or offered:
            data[name] = (known or offered)[0]
        elif not case.made_up:
            return None
    return case._replace(data=data)


def _known(name: str) -> str:
    """A value that every reply may have, such as the customer's name."""
    if name in NAMES:
        return _CUSTOMER
    return TYPES[KNOWN[name].type].sample or f"⟨{name}⟩"
