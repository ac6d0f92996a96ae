"""Finds times in a sentence: concrete ones (a day, an hour, a span with a number), and promises without one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache as once

from replyctl.language import Language
from replyctl.text.cut import Cut, Sentence
from replyctl.text.hits import Hit
from replyctl.text.scripts import COMMAS, SEMICOLONS
from replyctl.text.spans import Range, Spans

_FIGURES = r"\d{1,2}[:：]\d{2}|\d{4}-\d{1,2}-\d{1,2}|(?<![\d.])\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?(?![\d%])"
_BEFORE = 2
_COMMAS = f"{COMMAS}{SEMICOLONS}–—"
_FEW = 3
"""The most other words beside a date that a comma separates from its promise: "On Friday, 20 November, we will"."""
_LEAD = 6
"""The most words of a promise before the day that it is for: "we are going to send it on"."""
_NEAR = 3
"""The most words between a number and its unit: "2 to 3 business days"."""


def concrete(piece: Cut, sentence: Sentence) -> bool:
    """Whether the sentence names a day, an hour, a date or a span with a number."""
    if _days(piece, sentence) or _in_figures(piece, sentence):
        return True
    return any(_spans(piece, piece.within(piece.find("unit", "months"), sentence), sentence))


def to_come(piece: Cut, sentence: Sentence) -> bool:
    """Whether it names a concrete time, but not one of something past or of a thing ("the record of that day")."""
    bygone = Spans(hit[:2] for hit in piece.within(piece.find("bygone"), sentence))
    days = [hit for hit in _days(piece, sentence) if not bygone.meet(hit.first, hit.last)]
    units = piece.within(piece.find("unit", "months"), sentence)
    return bool(days) or _in_figures(piece, sentence) or any(_spans(piece, units, sentence))


def _days(piece: Cut, sentence: Sentence) -> Sequence[Hit]:
    return piece.within(piece.find("time-words", "weekdays"), sentence)


def _spans(piece: Cut, units: Sequence[Hit], sentence: Sentence) -> Iterator[Hit]:
    """Each of the units that has a number beside it."""
    for hit in units:
        beside = range(max(hit.first - _NEAR, sentence.first), min(hit.first + _BEFORE + 1, sentence.last))
        # A vague time may contain a number (第一时间, "in one moment") that measures nothing.
        if any(is_number(piece, at) and not piece.find("vague-when").words.hold(at) for at in beside):
            yield hit


def time_words(piece: Cut, sentence: Sentence) -> tuple[str, ...]:
    """The words of the times in the sentence, with their numbers: within 48 hours -> 48, hours."""
    told: set[int] = set()
    for hit in (*_days(piece, sentence), *piece.within(piece.find("unit", "months"), sentence)):
        near = range(max(hit.first - _NEAR, sentence.first), min(hit.last + _BEFORE, sentence.last))
        told |= {*range(hit.first, hit.last), *(at for at in near if is_number(piece, at))}
    return tuple(piece.words[at] for at in sorted(told))


def ahead(piece: Cut, sentence: Sentence) -> bool:
    """Whether the sentence names a time that may still be to come.

    A time alone does not show whether it is past, nor a span whether it is a deadline; the words beside them do.
    """
    if piece.within(piece.find("bygone"), sentence) or not concrete(piece, sentence):
        return False
    return not piece.language.future_is_said or _names_a_day(piece, sentence)


def _names_a_day(piece: Cut, sentence: Sentence) -> bool:
    days = piece.within(piece.find("time-words", "weekdays", "months"), sentence)
    return bool(days) or _in_figures(piece, sentence)


def _in_figures(piece: Cut, sentence: Sentence) -> bool:
    return bool(_figures(piece.language).search(piece.text, sentence.start, sentence.end))


@once
def _figures(language: Language) -> re.Pattern[str]:
    """Dates and hours in figures."""
    return re.compile("|".join((_FIGURES, *language.dates.parts)))


def is_number(piece: Cut, index: int) -> bool:
    """Whether a word is a number, in digits or in letters."""
    word = piece.words[index]
    return word[0].isdigit() or piece.language.has("number-words", word)


def promises(piece: Cut, sentence: Sentence) -> bool:
    """Whether the sentence says that something will happen."""
    return bool(piece.within(piece.find("promise"), sentence))


def promised_for(piece: Cut, sentence: Sentence, dates: Iterable[Range]) -> Iterator[Range]:
    """Those of the `dates` in the sentence on which it promises something.

    A date is not one of them if it belongs to a thing ("the order of 20 November"), if the promise has its own time
    ("within 3 days"), or if it is in another clause than the promise, or before it ("what left on … will").
    """
    free = {date: _words(piece, date) for date in dates}
    dated = Spans(words for words in free.values() if _is_dated(piece, *words))
    units = piece.within(piece.find("unit"), sentence)
    times = [hit for hit in (*_days(piece, sentence), *_spans(piece, units, sentence)) if not dated.hold(hit.first)]
    commas = [at for at in range(sentence.start, sentence.end) if piece.text[at] in _COMMAS]
    for date, (first, last) in free.items():
        if _is_dated(piece, first, last) or piece.text[date[0] - 1 : date[0]] in {"(", "（"}:
            continue
        clause = _clause(piece, sentence, commas, *date)
        is_bare = clause.last - clause.first - (last - first) <= _FEW
        near = sentence if is_bare else clause
        if any(near.first <= hit.first < near.last and (hit.last <= first or hit.first >= last) for hit in times):
            continue  # the promise has a time of its own
        if not piece.language.time_first and first - clause.first > _FEW:
            clause = clause._replace(last=first)
        if promises(piece, sentence if is_bare else clause):
            yield date


def _words(piece: Cut, stretch: Range) -> Range:
    return bisect_left(piece.starts, stretch[0]), bisect_left(piece.starts, stretch[1])


def _is_dated(piece: Cut, first: int, last: int) -> bool:
    """Whether the date belongs to a thing or a past action: "charged on", but not "will be charged on"."""
    told = piece.find("promise").between(max(first - _LEAD, 0), first)
    announced = any(hit.last >= first - 1 for hit in told)
    if piece.language.time_first and not announced and last in piece.find("dated").firsts:
        return True
    return not piece.find("dated", unless="promise").lasts.isdisjoint({first - 1, first})


def _clause(piece: Cut, sentence: Sentence, commas: list[int], start: int, end: int) -> Sentence:
    """The stretch between two of the `commas` that contains `start` up to `end`."""
    before, behind = bisect_left(commas, start), bisect_left(commas, end)
    low = commas[before - 1] + 1 if before else sentence.start
    high = commas[behind] if behind < len(commas) else sentence.end
    first, last = bisect_left(piece.starts, low), bisect_left(piece.starts, high)
    return sentence._replace(first=first, last=last, start=low, end=high)


def neighbours(piece: Cut, sentence: Sentence) -> list[Sentence]:
    """The sentence and the next one on its line, where a time may follow the promise."""
    at = piece.number_of(sentence)
    following = piece.sentences[at + 1 : at + 2]
    return [sentence, *(one for one in following if "\n" not in piece.text[sentence.end : one.start])]
