"""What templates see of a person, a company, the case: named values, and the forms of words by gender."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.language.salutation import Gender


class Approved(str):
    """Text from a library: printed as its author wrote it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Form:
    """`agent.form(m=…, f=…, n=…)`: the words for a man, a woman, or where it is not known."""

    gender: Gender | None

    def __call__(self, *, m: str, f: str, n: str) -> Approved:
        """The words that fit."""
        return Approved({"m": m, "f": f}.get(self.gender or "", n))


@dataclass(frozen=True, slots=True)
class Namespace:
    """`customer`, `agent`, `company`, `case`, `links` or `parts`."""

    label: str
    values: Mapping[str, Any] = field(default_factory=dict)
    """Only what has a value."""
    form: Form | None = None
    """For people."""
