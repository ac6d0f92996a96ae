"""Takes off what surrounds a name and is not part of it: greetings, notes in brackets, nicknames, symbols."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from replyctl.people import standin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from replyctl.language.names import Names

_BRACKETS = r"[(（\[]([^()（）\[\]]{1,60})[)）\]]"
_QUOTED = r"(?<=\S)\s+(?:[\"“„«「]([^\"”“»」]{1,30})[\"”“»」]|['‘]([^'’]{1,30})['’])(?=\s+\S)"
_NUMBER = r"(?<=[^\W\d_])[\s,:;-]+\+?\d[\d\s()./-]{4,}\Z"
"""A telephone number after a name."""


class Around(NamedTuple):
    """A name and what stood around it."""

    name: str
    notes: tuple[str, ...]
    """What stood in brackets or quotation marks: a title, a nickname, a department."""


def taken_off(text: str, tables: Iterable[Names]) -> Around:
    """The bare name in `text`, and the notes that came with it."""
    notes: list[str] = []

    def note(match: re.Match[str]) -> str:
        notes.append(next(group for group in match.groups() if group).strip())
        return " "

    tables = list(tables)
    plain = "".join(
        char
        for char in text
        if unicodedata.category(char) not in {"So", "Sk", "Cn", "Mn"} or char.isalpha() or unicodedata.combining(char)
    )
    name = standin.unmarked(plain)
    for pattern in (_BRACKETS, _QUOTED):
        rest = " ".join(re.sub(pattern, note, name).split())
        name = rest if any(map(str.isalpha, rest)) else name
    name = re.sub(_NUMBER, "", name)
    return Around(_greeted(standin.bare(name), tables), tuple(notes))


def _greeted(name: str, tables: list[Names]) -> str:
    """`name` without a greeting before or after it, unless nothing else would be left."""
    for table in tables:
        for opening in sorted(table.openings, key=len, reverse=True):
            rest = name[len(opening) :]
            glued = table.family_first or not opening[-1].isalpha()
            if name.casefold().startswith(opening) and (glued or rest[:1] == " ") and rest.strip():
                name = rest.strip(" ,，:：")
        for ending in sorted(table.endings, key=len, reverse=True):
            rest = name[: len(name) - len(ending)]
            if name.endswith(ending) and (table.family_first or rest[-1:] == " ") and rest.strip():
                name = rest.strip(" ,，:：")
    return name
