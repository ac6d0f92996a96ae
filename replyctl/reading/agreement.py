"""Finds numbers that do not agree with what they count, in languages whose numbers have a gender."""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.language import Language
from replyctl.text.cut import Cut, remembered
from replyctl.text.hits import Hit

_MASCULINE, _FEMININE = "=masculine", "=feminine"
_COUNTS = (("counts-masculine", _FEMININE), ("counts-feminine", _MASCULINE))
"""Lists of numbers of one gender, and the gender of the nouns that they cannot count."""
_SHORTEST = 2
"""The fewest letters before a plural's ending."""


@remembered
def disagreements(piece: Cut) -> list[Hit]:
    """Each number and following noun whose genders differ; the value holds both in agreement."""
    return sorted(hit for name, other in _COUNTS for hit in _counting(piece, name, other))


def _counting(piece: Cut, name: str, other: str) -> Iterator[Hit]:
    for hit in piece.find(name):
        behind = hit.last
        if behind == len(piece.words) or piece.text[piece.ends[hit.first] : piece.starts[behind]] != " ":
            continue
        noun = piece.words[behind]
        gender = piece.language.groups.get("noun-genders", {}).get(noun)
        if not gender and not hit.glued:  # with a letter before it, the number may be an hour and the word a verb
            gender = _by_ending(noun, piece.language)
        if gender == other:
            written = piece.text[piece.starts[behind] : piece.ends[behind]]
            yield Hit(hit.first, behind + 1, f"{hit.value} {written}", hit.glued)


def _by_ending(noun: str, language: Language) -> str:
    """The gender shown by the noun's longest known plural ending, "" if there is none."""
    endings = language.groups.get("plural-endings", {})
    known = (one for one in sorted(endings, key=len, reverse=True) if noun.endswith(one))
    ending = next(known, "")
    return endings[ending] if ending and len(noun) - len(ending) >= _SHORTEST else ""
