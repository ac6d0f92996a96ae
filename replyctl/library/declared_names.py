"""The names that a snippet's templates can use: its fields, parts and links, and the values of every reply."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl.errors import did_you_mean
from replyctl.library import foreign
from replyctl.library.field_types.types import TYPES
from replyctl.library.known_values import GENDERED, KNOWN
from replyctl.library.untyped import mapping
from replyctl.template.arguments import FUNCTIONS
from replyctl.template.environment import LOOP
from replyctl.template.filters import METHODS
from replyctl.template.mistake import MistakeKind, TemplateMistake

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from replyctl.template.used_names import Use

_MADE = (
    "customer.titled",
    "customer.organisation",
    "customer.form",
    "agent.form",
    "agent.unit",
    "agent.department",
    "agent.post",
    "case.opens",
    "case.thanked",
    "case.invited",
    "case.waited",
    "case.late",
)
"""Further names for templates; gender itself is available only through `form`."""
_OF_REPLIES: dict[str, tuple[str, ...]] = {
    space: tuple(
        name.partition(".")[2] for name in (*KNOWN, *_MADE) if name.startswith(f"{space}.") and name not in GENDERED
    )
    for space in ("customer", "agent", "company", "case")
}
_PLAIN = ("tone", "kind")
"""Values of the reply itself."""
_WITHOUT_STEPS = tuple(name for name, kind in TYPES.items() if kind.gives != "str")
"""Field types that are not text, and so have no attributes."""


_PIECE = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_LONGEST = 100
"""Characters of a name used for suggestions."""


class DeclaredNames(NamedTuple):
    """The declared names."""

    fields: Mapping[str, str]
    """Fields with their types."""
    spaces: Mapping[str, Collection[str]]
    """Namespaces (`customer`, …, `links`, `parts`) with their names."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> DeclaredNames:
        """The names of a snippet's file with that data, which may have other mistakes."""
        fields = {name: str(mapping(one).get("type", "text")) for name, one in mapping(data.get("fields")).items()}
        own = {space: tuple(mapping(data.get(space))) for space in ("links", "parts")}
        # What a template makes of a name that it cannot take, as in `order-date`: the name is what is wrong.
        pieces = {space: [piece for name in names for piece in _pieces(name)] for space, names in own.items()}
        loose = [piece for name in fields for piece in _pieces(name)]
        fields = dict.fromkeys((*loose, *pieces["links"], *pieces["parts"]), "text") | fields
        return cls(fields, {**_OF_REPLIES, **{space: (*names, *pieces[space]) for space, names in own.items()}})

    def may_lack(self, name: str) -> bool:
        """Whether a snippet may be without this name."""
        return name.partition(".")[0] not in _OF_REPLIES

    def wrong(self, use: Use) -> TemplateMistake | None:
        """The mistake in the use of a name, if any."""
        base, *steps = use.name.split(".")
        if not base:
            return self._of_unknown(use, steps[0])
        if base in self.spaces:
            return self._of_space(use, base, steps)
        if base in self.fields or base in _PLAIN:
            return self._of_value(use, base, steps, self.fields.get(base, "text"))
        if owner := foreign.system(use.name):
            message = f"'{use.name}' is a placeholder of {owner}"
            return TemplateMistake(use.at, message, foreign.advice(use.name), "foreign-placeholder")
        hint = self._near(use.name) or f"declare it under 'fields', as in {base}: {{ask: …}}"
        return TemplateMistake(use.at, f"'{use.name}' is not declared", hint, "unknown-name")

    def _of_space(self, use: Use, base: str, steps: list[str]) -> TemplateMistake | None:
        if not steps:
            hint = f"name one of them, as in {base}.{next(iter(self.spaces[base]), '…')}"
            return TemplateMistake(use.at, f"'{base}' holds several values", hint) if use.way == "printed" else None
        name = f"{base}.{steps[0]}"
        if steps[0] not in self.spaces[base]:
            near = "" if name in GENDERED else self._near(name)
            kind: MistakeKind = "dead-link" if base == "links" else "unknown-name"
            return TemplateMistake(use.at, f"'{name}' is not declared", near or self._listed(base, steps[0]), kind)
        if steps[0] != "form":
            return self._of_value(use, name, steps[1:], "text")
        if use.way == "called" and not steps[1:]:
            return None
        return TemplateMistake(use.at, f"'{name}' must be called", f"write {name}(m=…, f=…, n=…)")

    def _of_value(self, use: Use, name: str, steps: list[str], kind: str) -> TemplateMistake | None:
        if not steps:
            return (
                TemplateMistake(use.at, f"'{name}' cannot be called", f"write {name}") if use.way == "called" else None
            )
        if kind in _WITHOUT_STEPS:
            message = f"'{name}.{steps[0]}' does not exist: a {kind} value has no attributes"
            return TemplateMistake(use.at, message, kind="unknown-name")
        return _of_text(use, name, steps)

    def _of_unknown(self, use: Use, step: str) -> TemplateMistake | None:
        """The mistake in an attribute of an unknown value, which is text or a namespace."""
        if step in METHODS:
            return _of_text(use, "", [step])
        known = {*LOOP, *(name for space in self.spaces.values() for name in space)}
        return (
            None
            if step in known
            else TemplateMistake(
                use.at, f"no value has an attribute '{step}'", did_you_mean(step, (*METHODS,)), "unknown-name"
            )
        )

    def _near(self, name: str) -> str:
        """A hint with the intended name: the same one in another namespace or system, or a similar one."""
        base, _, last = name.rpartition(".")
        known = [*self.fields, *(f"{space}.{one}" for space, held in self.spaces.items() for one in held)]
        same = [one for one in known if one.rpartition(".")[2] == last]
        if not same and (own := foreign.ours(name)) and own in known and base not in self.fields:
            return foreign.advice(name)
        close = same or get_close_matches(name[:_LONGEST], [*known, *(() if base else FUNCTIONS)], 1)
        if not close and not base:
            close = [one for one in known if get_close_matches(last[:_LONGEST], [one.rpartition(".")[2]], 1, 0.75)]
        return f"did you mean '{close[0]}'?" if close else ""

    def _listed(self, space: str, name: str) -> str:
        if space in _OF_REPLIES:
            gendered = f"{space}.form(m=…, f=…, n=…) chooses by gender; " if f"{space}.{name}" in GENDERED else ""
            return f"{gendered}known: {', '.join(f'{space}.{one}' for one in self.spaces[space])}"
        return f"declare '{name}' under '{space}'"


def _pieces(name: str) -> list[str]:
    """The names that a template reads in one that is none; [] if it is one."""
    return [] if name.isidentifier() else _PIECE.findall(name)


def firsts(uses: Iterable[Use]) -> Iterable[Use]:
    """The first use of each name in each way: one report is enough."""
    found: dict[tuple[str, str], Use] = {}
    for use in uses:
        found.setdefault((use.name, use.way), use)
    return found.values()


def _of_text(use: Use, name: str, steps: list[str]) -> TemplateMistake | None:
    """The mistake in an attribute of a text, if any."""
    step = steps[0]
    if step not in METHODS:
        hint = did_you_mean(step, tuple(METHODS))
        return TemplateMistake(use.at, f"'{name}.{step}' does not exist", hint, "unknown-name")
    if not steps[1:] and use.way in {"called", "kept"}:
        return None
    return TemplateMistake(use.at, f"'{name}.{step}' must be called", f"write {name}.{step}()")
