"""The parts of a name in Latin letters."""

from __future__ import annotations

import re
from functools import cache as once
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_INITIAL = re.compile(r"[A-Z]\.?|(?:[A-Z]\.)+")


def is_initial(word: str) -> bool:
    """Whether `word` is only an initial or initials, which nobody is called by."""
    return bool(_INITIAL.fullmatch(word))


def parts(name: str) -> tuple[str, str]:
    """The given and family name in `name`, which has no title. An initial does not count as a given name."""
    words = name.split()
    # nameparser takes 25 ms to import, so it is not used where the split is obvious.
    plain = len(words) == 2 and "," not in name  # noqa: PLR2004 - given and family
    given, family = (words[0], words[1]) if plain else _parsed(name)
    if given.islower() and not name.islower():  # "van Gogh", "de la Cruz": a family name alone
        return "", name
    return ("" if is_initial(given) else given), family


def turned(name: str) -> str:
    """A name with a comma, in spoken order: "Levi, Dana" becomes Dana Levi."""
    parsed = _parser()(name)
    return " ".join(part for part in (parsed.first, parsed.middle, parsed.last) if part)


def _parsed(name: str) -> tuple[str, str]:
    parsed = _parser()(name)
    return parsed.first, parsed.last


@once
def _parser() -> Callable[[str], Any]:
    """The library's parser without its list of titles, which includes the given names Dean and Prince."""
    from nameparser import HumanName
    from nameparser.config import Constants

    constants = Constants(titles=(), first_name_titles=())
    return lambda name: HumanName(name, constants=constants)
