"""Times in a sentence: concrete ones (a day, an hour, a span with a number), and promises that have none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from replyctl.text.cut import Cut, Sentence
from replyctl.text.phrases import Hit
from replyctl.text.quotes import Range

_FIGURES = re.compile(
    r"\d{1,2}[:：]\d{2}|\d{4}-\d{1,2}-\d{1,2}|(?<![\d.])\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?(?![\d%])|\d\s*月\s*\d|\d\s*[日号](?!码)"
)
_BEFORE = 2
_COMMAS = ",，;；–—"
_FEW = 3
"""Words beside a date that is set apart from its promise by a comma only: "On Friday, 20 November, we will"."""
_NEAR = 3
"""Words between a number and its unit at the most: "2 to 3 business days"."""


def concrete(piece: Cut, sentence: Sentence) -> bool:
    """Whether the sentence names a day, an hour, a date or a span that a number measures."""
    if _days(piece, sentence) or _FIGURES.search(piece.text, sentence.start, sentence.end):
        return True
    return any(_spans(piece, piece.within(piece.find("unit", "months"), sentence), sentence))


def _days(piece: Cut, sentence: Sentence) -> list[Hit]:
    return piece.within(piece.find("time-words", "weekdays"), sentence)


def _spans(piece: Cut, units: list[Hit], sentence: Sentence) -> Iterator[Hit]:
    """Each of the units that has a number beside it."""
    # A vague time may hold a number (第一时间, "in one moment"), and measures nothing by it.
    vague = {index for hit in piece.within(piece.find("vague-when"), sentence) for index in range(hit.first, hit.last)}
    numbers = [at for at in range(sentence.first, sentence.last) if at not in vague and is_number(piece, at)]
    for hit in units if numbers else ():
        if any(-_BEFORE <= hit.first - number <= _NEAR for number in numbers):
            yield hit


def ahead(piece: Cut, sentence: Sentence) -> bool:
    """Whether the sentence names a time that can be still to come.

    A time does not say of itself whether it is past, nor a span whether it measures a term; the words beside them do.
    """
    if piece.within(piece.find("bygone"), sentence) or not concrete(piece, sentence):
        return False
    # Where verbs have few forms, those of the future are listed; a mere span ("two years") is left to them.
    return piece.language.boundary != "words" or _names_a_day(piece, sentence)


def _names_a_day(piece: Cut, sentence: Sentence) -> bool:
    days = piece.within(piece.find("time-words", "weekdays", "months"), sentence)
    return bool(days) or bool(_FIGURES.search(piece.text, sentence.start, sentence.end))


def is_number(piece: Cut, index: int) -> bool:
    """Whether a word is a number, in digits or in letters."""
    word = piece.words[index]
    return word[0].isdigit() or piece.language.has("number-words", word)


def promises(piece: Cut, sentence: Sentence) -> bool:
    """Whether the sentence says that something will happen."""
    return bool(piece.within(piece.find("promise"), sentence))


def promised_for(piece: Cut, sentence: Sentence, date: Range, others: list[Range]) -> bool:
    """Whether `date` is the day of what the sentence promises; `others` are the other dates of the text.

    It is not, where it belongs to a thing ("the order of 20 November"), where the promise has a time of its own
    ("within 3 days"), and where it stands in another clause than the promise, or before it ("what left on … will").
    """
    first, last = _words(piece, date)
    if _is_dated(piece, first, last) or piece.text[date[0] - 1 : date[0]] in {"(", "（"}:
        return False
    apart = [words for other in others if _is_dated(piece, *(words := _words(piece, other)))]
    units = piece.within(piece.find("unit"), sentence)
    times = [hit for hit in (*_days(piece, sentence), *_spans(piece, units, sentence)) if not _is_in(hit, apart)]
    if any(hit.last <= first or last <= hit.first for hit in times):
        return False
    clause = _clause(piece, sentence, *date)
    is_bare = clause.last - clause.first - (last - first) <= _FEW
    if piece.language.boundary != "none" and first - clause.first > _FEW:  # in Chinese a day stands before its verb
        clause = clause._replace(last=first)
    return promises(piece, sentence if is_bare else clause)


def _words(piece: Cut, stretch: Range) -> Range:
    return bisect_left(piece.starts, stretch[0]), bisect_left(piece.starts, stretch[1])


def _is_dated(piece: Cut, first: int, last: int) -> bool:
    """Whether the date is that of a thing or of what was done: "charged on", but not "will be charged on"."""
    promised = piece.find("promise")
    announced = any(one.last in {first - 1, first} for one in promised)
    if piece.language.boundary == "none" and not announced and any(hit.first == last for hit in piece.find("dated")):
        return True
    return any(hit.last in {first - 1, first} for hit in piece.find("dated", unless="promise"))


def _is_in(hit: Hit, stretches: list[Range]) -> bool:
    return any(first <= hit.first < last for first, last in stretches)


def _clause(piece: Cut, sentence: Sentence, start: int, end: int) -> Sentence:
    """The stretch between two commas that holds this one."""
    before = max(piece.text.rfind(mark, sentence.start, start) for mark in _COMMAS) + 1
    behind = [at for mark in _COMMAS if (at := piece.text.find(mark, end, sentence.end)) >= 0]
    low, high = max(before, sentence.start), min(behind, default=sentence.end)
    first, last = bisect_left(piece.starts, low), bisect_left(piece.starts, high)
    return sentence._replace(first=first, last=last, start=low, end=high)


def neighbours(piece: Cut, sentence: Sentence) -> list[Sentence]:
    """The sentence and the one behind it on the same line, where a time may follow the promise."""
    at = bisect_left([one.first for one in piece.sentences], sentence.first)
    following = piece.sentences[at + 1 : at + 2]
    return [sentence, *(one for one in following if "\n" not in piece.text[sentence.end : one.start])]
