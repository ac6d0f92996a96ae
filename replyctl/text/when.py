"""Times in a sentence: concrete ones (a day, an hour, a span with a number), and promises that have none."""

from __future__ import annotations

import re
from bisect import bisect_left

from replyctl.text.cut import Cut, Sentence

_FIGURES = re.compile(
    r"\d{1,2}[:：]\d{2}|\d{4}-\d{1,2}-\d{1,2}|(?<![\d.])\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?(?![\d%])|\d\s*月\s*\d|\d\s*[日号](?!码)"
)
_BEFORE = 2
_NEAR = 3
"""Words between a number and its unit at the most: "2 to 3 business days"."""


def concrete(piece: Cut, sentence: Sentence) -> bool:
    """Whether the sentence names a day, an hour, a date or a span that a number measures."""
    if piece.within(piece.find("when", "weekdays"), sentence):
        return True
    if _FIGURES.search(piece.text, sentence.start, sentence.end):
        return True
    # A vague time may hold a number (第一时间, "in one moment"), and measures nothing by it.
    vague = {index for hit in piece.within(piece.find("vague-when"), sentence) for index in range(hit.first, hit.last)}
    numbers = [at for at in range(sentence.first, sentence.last) if at not in vague and is_number(piece, at)]
    if not numbers:
        return False
    units = [hit.first for hit in piece.within(piece.find("unit", "months"), sentence)]
    return any(-_BEFORE <= unit - number <= _NEAR for unit in units for number in numbers)


def ahead(piece: Cut, sentence: Sentence) -> bool:
    """Whether the sentence names a time that can be still to come.

    A time does not say of itself whether it is past, nor a span whether it measures a term; the words beside them do.
    """
    if piece.within(piece.find("bygone"), sentence) or not concrete(piece, sentence):
        return False
    # Where verbs have few forms, those of the future are listed; a mere span ("two years") is left to them.
    return piece.language.boundary != "words" or _names_a_day(piece, sentence)


def _names_a_day(piece: Cut, sentence: Sentence) -> bool:
    days = piece.within(piece.find("when", "weekdays", "months"), sentence)
    return bool(days) or bool(_FIGURES.search(piece.text, sentence.start, sentence.end))


def is_number(piece: Cut, index: int) -> bool:
    """Whether a word is a number, in digits or in letters."""
    word = piece.words[index]
    return word[0].isdigit() or piece.language.has("number-words", word)


def promises(piece: Cut, sentence: Sentence) -> bool:
    """Whether the sentence says that something will happen."""
    hits = piece.within(piece.find("promise"), sentence)
    denied = [(hit.first, hit.last) for hit in piece.within(piece.find("promise-not"), sentence)]
    return any(not any(first <= hit.first < last for first, last in denied) for hit in hits)


def neighbours(piece: Cut, sentence: Sentence) -> list[Sentence]:
    """The sentence and the one behind it on the same line, where a time may follow the promise."""
    at = bisect_left([one.first for one in piece.sentences], sentence.first)
    following = piece.sentences[at + 1 : at + 2]
    return [sentence, *(one for one in following if "\n" not in piece.text[sentence.end : one.start])]
