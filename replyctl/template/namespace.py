"""Namespaces in templates: named values of a person, a company or the case, and word forms by gender."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.language.salutation import Gender


class Approved(str):
    """Text from a library: printed as its author wrote it."""

    __slots__ = ()


class Inserted(Approved):
    """A rendered partial."""

    __slots__ = ()


class ByGender:
    """`agent.form(m=…, f=…, n=…)`: masculine, feminine, or the form for an unknown gender."""

    __slots__ = ("gender",)  # not a tuple, which a template could loop over

    def __init__(self, gender: Gender | None) -> None:
        self.gender = gender

    def __call__(self, *, m: str, f: str, n: str) -> Approved:
        """The form for the gender."""
        return Approved({"m": m, "f": f}.get(self.gender or "", n))


class Namespace:
    """`customer`, `agent`, `company`, `case`, `links` or `parts`: `values` has known values only, `form` is for people."""

    __slots__ = ("form", "label", "values")  # not a tuple, as above

    def __init__(self, label: str, values: Mapping[str, Any], form: ByGender | None = None) -> None:
        self.label = label
        self.values = values
        self.form = form
