"""Finds several people in one name: Anna and Ben Miller, דוד ומיכל לוי, 张先生、李女士."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.language.names import plain
from replyctl.people.latin import is_initial
from replyctl.people.titles import look_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.language import Language
    from replyctl.language.names import Names

_MOST = 6
"""The most people in one name; a longer list is something else."""
_GIVEN = 2
"""The words of a given and a family name together."""


def persons(text: str, languages: Sequence[Language]) -> list[str]:
    """Each person's part of `text`; empty for one person, or a couple joined only by titles (Mr. and Mrs. Smith)."""
    tables = [one.salutation for one in languages if one.salutation]
    parts = _apart(text, languages)
    titles = any(look_up(part, tables) for part in parts)
    known = all(any(map(str.isalpha, part)) for part in parts)
    return parts if 1 < len(parts) <= _MOST and known and not titles else []


def called(parts: Sequence[str], joined: str) -> str:
    """`joined` without the family name that they share, or without each one's own; "" where it is not told apart."""
    *others, last = (part.split() for part in parts)
    if all(len(words) == _GIVEN and not is_initial(words[0]) for words in (*others, last)):
        for part in parts:
            joined = joined.replace(part, part.split()[0], 1)
        return joined
    if any(len(words) > 1 for words in others) or len(last) > _GIVEN or not last:
        return ""
    return joined.rpartition(" ")[0] if len(last) == _GIVEN else joined


def _apart(text: str, languages: Sequence[Language]) -> list[str]:
    for language in languages:
        names = language.salutation.names if language.salutation else None
        if names is None:
            continue
        if language.by_character:
            parts = _run_together(text, names)
        else:
            words = [re.escape(joiner) for joiner in names.joiners]
            parts = re.split(rf" (?:{'|'.join(words)}) | ?[/&+＆] ?", " ".join(text.split())) if words else [text]
            if len(parts) > 1:  # "Anna, Ben and Tom"
                parts = [*(one.strip() for one in parts[0].split(",")), *parts[1:]]
            elif language.and_prefix:
                parts = _with_prefix(text, language.and_prefix, names)
        if len(parts) > 1:
            return parts
    return []


def _run_together(text: str, names: Names) -> list[str]:
    """The parts of a text without spaces, split at a joiner that could be part of a name only between family names."""
    marks = [joiner for joiner in names.joiners if not joiner.isalpha()]
    if text.isascii() or not names.joiners:
        return [text]
    parts = re.split("|".join(map(re.escape, marks)), text) if marks else [text]
    for joiner in names.joiners:
        if len(parts) == 1 and joiner.isalpha():
            apart = text.split(f" {joiner} ")
            halves = apart if len(apart) > 1 else text.split(joiner)
            if len(halves) > 1 and all(len(one) > 1 and (one in apart or _family(one, names)) for one in halves):
                parts = halves
    return [part.strip() for part in parts]


def _family(part: str, names: Names) -> bool:
    """Whether it begins as a name does: with a family name, or it is in Latin letters."""
    return part[:2] in names.family_names or part[:1] in names.family_names or part.isascii()


def _with_prefix(text: str, prefix: str, names: Names) -> list[str]:
    """Split where "and" is joined to a word: one inside the name, or a last word known as a given name.

    So is one behind a comma, if what stands before it is a given name: a family name may be turned round otherwise.
    """
    first, comma, rest = text.partition(",")
    listed = bool(comma) and plain(first) in names.given_names
    words = (rest if listed else text).split()
    for at, word in enumerate(words[1:], 1):
        name = word.removeprefix(prefix)
        inside = (listed or at < len(words) - 1) and plain(word) not in names.like_and
        if name != word and len(name) > 1 and (inside or plain(name) in names.given_names):
            before = " ".join(words[:at])
            whole = [one.strip() for one in before.split(",")]  # "Anna Levi, Ben Miller and …", each with both names
            parts = whole if all(len(one.split()) == _GIVEN for one in whole) else [before]
            return [*([first] if listed else []), *parts, " ".join([name, *words[at + 1 :]])]
    return []
