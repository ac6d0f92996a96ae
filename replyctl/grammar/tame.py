"""Filters an engine's findings: those about masks, compounds, names and new words are dropped."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from replyctl.grammar.engine import Finding
from replyctl.grammar.masked import Masked
from replyctl.grammar.slip import is_slip, is_swapped

_SURE = 8
"""The fewest letters of a capitalised word at a sentence's start that may be a slip, not a name."""
_ARTICLES = frozenset({"AnA", "EN_A_VS_AN"})
"""Rules about a and an: letters show how a word sounds, but not how an acronym or a code does."""
_PLAIN_NEXT = re.compile(r"\s+[a-z]{3,}(?!\w|\.\w)")
_JOINTS = frozenset("-_/@#")
_BEGINS = re.compile(r"(?:\A|[.!?…:]['\"”’)\]]*\s|\n)[\s\"'“‘(\[*•–-]*(?:\d{1,2}[.)][ \t]*)?\Z")
_VOCATIVE = re.compile(r"[^\n.!?]{0,30},?[ \t]*(?:\n|\Z)")


def kept(found: Iterable[Finding], masked: Masked, abroad: Collection[int] | None = None) -> list[Finding]:
    """The findings worth reporting, with their places in the original, in its order.

    `abroad`: the starts of words that no other region knows either. A word that starts elsewhere is another region's
    spelling, and reported even if it is not a slip.
    """
    return sorted(_kept(found, masked, abroad))


def _kept(found: Iterable[Finding], masked: Masked, abroad: Collection[int] | None) -> Iterator[Finding]:
    text = masked.original
    for one in found:
        span = masked.back(one.start, one.end)
        if span is None or _is_part(text, *span):
            continue
        if one.kind == "grammar" and _line(text, *span).isupper():
            continue
        if one.rule in _ARTICLES and not _PLAIN_NEXT.match(text, span[1]):
            continue
        regional = abroad is not None and one.start not in abroad
        if one.kind == "spelling" and _is_name(text, *span, one.suggestions, regional=regional):
            continue
        word = text[slice(*span)]
        likely = tuple(sorted(one.suggestions, key=lambda other: not is_swapped(word, other)))
        yield one._replace(start=span[0], end=span[1], suggestions=likely)


def _line(text: str, start: int, end: int) -> str:
    """The line that holds the span: one in capitals leaves out little words."""
    last = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : last if last >= 0 else len(text)]


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether it is a piece of a compound, a code or an address: "self-love", "480i"."""
    before = text[start - 1 : start]
    return before in {*_JOINTS, "."} or before.isdigit() or text[end : end + 1] in _JOINTS


def _is_name(text: str, start: int, end: int, suggestions: tuple[str, ...], *, regional: bool) -> bool:
    """Whether the word is a name, a product, an acronym or a new word rather than misspelt."""
    word = text[start:end]
    if not word.replace("’", "'").isascii() or re.search(r"[\d_@/\\$]|.[A-Z]", word):
        return True
    # a name further down the list is only like it by chance
    likely = (
        one for number, one in enumerate(suggestions) if number == 0 or not one[:1].isupper() or word[:1].isupper()
    )
    lowered = tuple(one.lower().replace("’", "'") for one in likely)
    if not word[:1].isupper():
        return not (regional or is_slip(word, lowered))
    if not _BEGINS.search(text[max(0, start - 12) : start]) or _VOCATIVE.match(text, end):
        return True
    return len(word) < _SURE or not is_slip(word.lower(), lowered, most=1)
