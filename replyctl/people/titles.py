"""Finds titles before, after or attached to a name, using the languages' tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from replyctl.language import available, load
from replyctl.language.salutation import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.language.salutation import Salutation, Title

Titles: TypeAlias = "list[tuple[str, Title | None]]"
"""Each title as written, with its entry in a table if it is known."""


def others(languages: list[str]) -> Iterator[Salutation]:
    """The tables of the languages that are not among `languages`."""
    return (table for code in available() if code not in languages and (table := load(code).salutation))


def apart(title: str, tables: list[Salutation]) -> Titles:
    """A title given separately from the name, looked up whole, then by its words ("Prof. Dr.")."""
    words = title.split()
    if any(
        _joins([*words[at:], ""], tables) for at in range(1, len(words))
    ):  # of two people: no single title fits both
        return [(title, None)]
    whole = look_up(title, tables, behind=True)
    return [
        (title, whole or next((one for word in title.split() if (one := look_up(word, tables, behind=True))), None))
    ]


def without_titles(text: str, tables: list[Salutation]) -> tuple[Titles, str]:
    """The titles in order, and what is left of the name."""
    titles, text = _leading(text, tables)
    pieces = [piece for piece in map(str.strip, re.split("[,，]", text)) if piece]
    while len(pieces) > 1 and (title := look_up(pieces[-1], tables, behind=True)):
        titles.append((pieces.pop(), title))
    text = ", ".join(pieces)
    words = text.split()
    if len(words) == 1 and not titles and (title := look_up(text, tables)) and text not in tables[0].names.family_names:
        return [(text, title)], ""
    if len(words) > 1 and not titles and (title := _after(words[-1], tables, joined=text.isascii())):
        titles, text = [(words[-1], title)], " ".join(words[:-1]).rstrip(",")
    if not titles:
        titles, text = _glued(text, tables)
    return titles, text


def _leading(text: str, tables: list[Salutation]) -> tuple[Titles, str]:
    titles: Titles = []
    words = text.split()
    while len(words) > 1:
        count = 2 if len(words) > 2 and look_up(" ".join(words[:2]), tables) else 1  # noqa: PLR2004 - a title of two words and a name
        written = " ".join(words[:count])
        title = look_up(written, tables)
        joins = bool(titles) and _joins(words, tables)
        if not (title or joins):
            break
        titles.append((written, title))
        words = words[count:]
    if any(title is None for _, title in titles):  # two people: no single title fits both
        titles = [(" ".join(written for written, _ in titles), None)]
    return titles, " ".join(words)


def _joins(words: list[str], tables: list[Salutation]) -> bool:
    """Whether the first word is "and" before a title, or "and" joined to a title (וגב')."""
    word = words[0]
    prefixes = [prefix for code in available() if (prefix := load(code).and_prefix)]
    glued = any(word.startswith(prefix) and look_up(word.removeprefix(prefix), tables) for prefix in prefixes)
    return glued or (any(word in table.names.joiners for table in tables) and bool(look_up(words[1], tables)))


def look_up(written: str, tables: list[Salutation], *, behind: bool = False) -> Title | None:
    """The title written as `written`; `behind` also allows titles that only follow a name."""
    form = folded(written)
    places = [table.before for table in tables] + ([table.after for table in tables] if behind else [])
    return next((place[form] for place in places if form in place), None)


def _after(word: str, tables: list[Salutation], *, joined: bool) -> Title | None:
    """A title that follows the name without a comma, as in "Dana Levi PhD" or "Levi 博士"; a Latin one has a capital.

    `joined`: the name is Latin too, and may end with a word that could be a title before it.
    """
    form = folded(word)
    if joined and not word.endswith("."):
        return next((table.after[form] for table in tables if form in table.after and word[:1].isupper()), None)
    return look_up(word, tables, behind=True)


def _glued(text: str, tables: list[Salutation]) -> tuple[Titles, str]:
    """The longest Chinese title attached to the name; a one-character title only after a family name."""
    for table in (table for table in tables if table.names.family_first):
        for form in sorted(table.before, key=len, reverse=True):
            bare = text.removesuffix(form)
            if bare and bare != text and (len(form) > 1 or bare in table.names.family_names):
                return [(form, table.before[form])], bare.rstrip()
    return [], text
