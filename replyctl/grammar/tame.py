"""What is left of an engine's findings: nothing about masks, names and new words, nothing that only minds style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from replyctl.grammar.engine import Finding
from replyctl.grammar.masking import Masked

_SURE = 8
"""Letters from which a capitalised word that begins a sentence is taken for a slip rather than a name."""
_SHORT, _LONG, _TWO = 5, 8, 2
"""Letters from which a word may have one amiss, from which two; fewer only where two have changed places."""
_REGIONS = (
    ("our", "or"), ("([iy])s(?=e|ing|at|abl)", r"\1z"), ("ll(?=ed|ing|er|or|ment)", "l"), ("(?<=[bt])re(?=s?$|d$)", "er"),
    ("ogue", "og"), ("[ao]e", "e"), ("(?<=def|off|lic|ret)ence", "ense"), ("judgem", "judgm"), ("gramme", "gram"),
    ("tyre", "tire"),
)  # fmt: skip
"""How regions differ, and the one form that both become."""
_JOINTS = frozenset("-_/@#")
_BEGINS = re.compile(r"(?:\A|[.!?…:]['\"”’)\]]*\s|\n)[\s\"'“‘(\[*•–-]*(?:\d{1,2}[.)][ \t]*)?\Z")
_VOCATIVE = re.compile(r"[^\n.!?]{0,30},?[ \t]*(?:\n|\Z)")


def kept(found: Iterable[Finding], masked: Masked, *, any_region: bool = False) -> list[Finding]:
    """Those worth saying, with their place in the original, in its order; `any_region`: "colour" is as right as "color"."""
    return sorted(_kept(found, masked, any_region=any_region))


def _kept(found: Iterable[Finding], masked: Masked, *, any_region: bool) -> Iterator[Finding]:
    text = masked.original
    for one in found:
        span = masked.back(one.start, one.end)
        if span is None or _is_part(text, *span):
            continue
        if one.kind == "spelling" and _is_name(text, *span, one.suggestions):
            continue
        if any_region and any(_levelled(text[slice(*span)]) == _levelled(other) for other in one.suggestions):
            continue
        word = text[slice(*span)]
        likely = tuple(sorted(one.suggestions, key=lambda other: not is_swapped(word, other)))
        yield one._replace(start=span[0], end=span[1], suggestions=likely)


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether it is a piece of a compound or an address: "self-love", "a-ok"."""
    return text[start - 1 : start] in {*_JOINTS, "."} or text[end : end + 1] in _JOINTS


def _levelled(word: str) -> str:
    """A spelling that British and American English share."""
    word = word.lower()
    for one, other in _REGIONS:
        word = re.sub(one, other, word)
    return word


def _is_name(text: str, start: int, end: int, suggestions: tuple[str, ...]) -> bool:
    """Whether the word is rather a name, a product, an acronym, a new word or a piece of a compound than misspelt."""
    word = text[start:end]
    if not word.replace("’", "'").isascii() or re.search(r"[\d_@/\\]|.[A-Z]", word):
        return True
    if not word[:1].isupper():
        return not _is_slip(word, suggestions)
    if not _BEGINS.search(text[max(0, start - 12) : start]) or _VOCATIVE.match(text, end):
        return True
    return len(word) < _SURE or not _is_slip(word.lower(), tuple(one.lower() for one in suggestions))


def _is_slip(word: str, suggestions: tuple[str, ...]) -> bool:
    """Whether an unknown word is a known one with a letter or two amiss; else it is jargon, or newer than the dictionary.

    A compound ("signup") and a plural ("restitutions") are no slips, although the engine would take them apart.
    """
    plain = word.removesuffix("s")
    if re.sub("[ -]", "", "".join(suggestions[:1])).lower() == word:
        return False
    if plain != word and not {plain, f"{plain}'s"}.isdisjoint(suggestions):
        return False
    return any(_near(word, one) for one in suggestions)


def _near(word: str, other: str) -> bool:
    if len(word) >= _LONG and word[:2] == other[:2]:
        return distance(word, other) <= _TWO
    return distance(word, other) == 1 and (len(word) >= _SHORT or is_swapped(word, other))


def certain(word: str, suggestions: tuple[str, ...]) -> bool:
    """Whether a spelling has one way to be mended and no other: a single suggestion, or the only one that is near."""
    near = [one for one in suggestions if distance(word.lower(), one.lower()) == 1]
    return bool(near) and near[0] == suggestions[0] and len(near) == 1


def distance(one: str, other: str) -> int:
    """Letters to add, drop, change or swap with their neighbour."""
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other)


def is_swapped(one: str, other: str) -> bool:
    """Whether they differ by two neighbouring letters that changed places: the commonest slip of fingers."""
    return len(one) == len(other) and sorted(one) == sorted(other) and distance(one, other) == 1
