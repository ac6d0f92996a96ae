"""What templates see of a person, a company, the case: named values, and the forms of words by gender."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.language.salutation import Gender


class Approved(str):
    """Text from a library: printed as its author wrote it."""

    __slots__ = ()


class ByGender:
    """`agent.form(m=…, f=…, n=…)`: the words for a man, a woman, or where it is not known."""

    __slots__ = ("gender",)  # no tuple, which a template could go through

    def __init__(self, gender: Gender | None) -> None:
        self.gender = gender

    def __call__(self, *, m: str, f: str, n: str) -> Approved:
        """The words that fit."""
        return Approved({"m": m, "f": f}.get(self.gender or "", n))


class Namespace:
    """`customer`, `agent`, `company`, `case`, `links` or `parts`: `values` is only what has one, `form` for people."""

    __slots__ = ("form", "label", "values")  # no tuple, as above

    def __init__(self, label: str, values: Mapping[str, Any], form: ByGender | None = None) -> None:
        self.label = label
        self.values = values
        self.form = form
