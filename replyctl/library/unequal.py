"""Comparisons that can never hold: a value of one type held against one of another, as in `paid == "yes"`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.clean import printable
from replyctl.language import available, load
from replyctl.library.field_types.types import TYPES
from replyctl.library.known_values import KNOWN
from replyctl.template.mistake import TemplateMistake

if TYPE_CHECKING:
    from replyctl.library.declared_names import DeclaredNames
    from replyctl.template.comparisons import Compared

_FLAGS = ("case.opens", "case.thanked", "case.invited")
"""What is true or false and no value of the case."""
_ARE = {"bool": "yes or no", "int": "a whole number", "date": "a date", "Money": "an amount", "tuple": "a list"}
"""What a value of each Python type is, for a message."""
_NO = frozenset({"false", "off", "0"})


def unequal(one: Compared, names: DeclaredNames) -> TemplateMistake | None:
    """The mistake in a comparison of a declared name with a value that it can never be, if it is one."""
    kind = _type(one.name, names)
    gives = TYPES[kind].gives if kind in TYPES else ""
    text = isinstance(one.value, str)
    if gives == "str":
        if text or one.is_searched:
            return None
        value = str(one.value).lower() if isinstance(one.value, bool) else str(one.value)
        return TemplateMistake(one.at, f"'{one.name}' is text, and never {value}", f'write "{value}"')
    if not one.value:  # an optional field that is left empty
        return None
    if gives not in _ARE or not text or (gives == "tuple" and one.is_searched):
        return None
    value = printable(str(one.value))
    return TemplateMistake(one.at, f"'{one.name}' is {_ARE[gives]}, and never the text \"{value}\"", _hint(one, gives))


def _type(name: str, names: DeclaredNames) -> str:
    """The type of a declared name; "" if it has none, or is not declared."""
    if name in _FLAGS or (name.startswith("parts.") and name.removeprefix("parts.") in names.spaces["parts"]):
        return "bool"
    return names.fields.get(name) or (KNOWN[name].type if name in KNOWN else "")


def _hint(one: Compared, gives: str) -> str:
    value = str(one.value)
    if gives == "bool":
        plain = f"{{% if {one.name} %}}"
        return f"write {{% if not {one.name} %}}, or {plain} for yes" if _means_no(value) else f"write {plain}"
    if gives == "int":
        return (
            f"write {value.strip()} without quotation marks" if value.strip().lstrip("+-").isdigit() else "write digits"
        )
    if gives == "tuple":
        return f'write "{printable(value)}" in {one.name}'
    return "a condition can only ask whether it is given; for cases to tell apart use a field of type choice"


def _means_no(value: str) -> bool:
    word = value.strip().casefold()
    known = (load(code).salutation for code in available())
    return word in _NO or any(frame is not None and word in frame.formats.no for frame in known)
