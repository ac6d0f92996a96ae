"""A mail's sentences as its questions need them: none ends inside brackets, and each item of a list is one.

A list may stand in a line: "1. when does it come 2. can I return it".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from replyctl.text.cut import Cut, Sentence, remembered
from replyctl.text.scripts import ASKING, BANGS, STOPS
from replyctl.text.spans import Range

_OPENERS, _CLOSERS = "([（【「『", ")]）】」』"
_ENDS = tuple(f"{STOPS}{BANGS}{ASKING}\n")
_CLOSED = re.compile(rf"[.…]+[{re.escape(_CLOSERS)}]")
_LONGEST = 200
"""Code points after a question mark in brackets in which they are believed to close."""
_WRAPPED = 80
"""Code points of the longest line that a program ends to go on in the next one: what ends a longer one was typed."""
_MOST = 4
"""Sentences that one pair of brackets is believed to hold: beyond them it was not closed."""

_NUMBER = re.compile(r"(?:(?<![\w.,:/-])(\d{1,2})[.)、．）:：](?!\d)|([①-⑳]))[ \t]*")
"""What may number an item of a list in a line."""


def whole_sentences(mail: Cut) -> Iterator[Sentence]:
    """The mail's sentences in order, put together and parted so that each is one that can ask."""
    for sentence in _put_together(mail):
        for part in _parted(mail, sentence):
            yield from _items(mail, part)


def _put_together(mail: Cut) -> Iterator[Sentence]:
    at = 0
    while at < len(mail.sentences):
        last = next((to for to in range(at, min(at + _MOST, len(mail.sentences))) if not _goes_on(mail, at, to)), at)
        last = at if _depth(_said(mail, at, last)) else last  # brackets that are never closed hold nothing together
        first, end = mail.sentences[at], mail.sentences[last]
        yield first._replace(last=end.last, end=end.end, mark=end.mark)
        at = last + 1


def _goes_on(mail: Cut, first: int, last: int) -> bool:
    """Whether brackets are open behind these sentences, or were closed amid a longer one: "(Visa, etc.) online"."""
    sentence, following = mail.sentences[last], mail.sentences[last + 1 : last + 2]
    if not following or following[0].zone != sentence.zone:
        return False
    if "\n" in mail.text[sentence.end : following[0].start]:
        return False
    if sentence.asks:
        return _asks_amid(mail, mail.sentences[first].start, sentence.end, following[0].start)
    if _depth(_said(mail, first, last)):
        return True
    return bool(_CLOSED.match(mail.text, sentence.end)) and mail.text[following[0].start].islower()


def _asks_amid(mail: Cut, start: int, end: int, following: int) -> bool:
    """Whether the question mark at `end` stands in brackets inside of a longer sentence: "(width? height?) of the desk"."""
    text = mail.text
    while start and text[start - 1] in _OPENERS:
        start -= 1
    if not _depth(text[start:following]):
        return any(mark in text[end:following] for mark in _CLOSERS) and _is_lower(text, following)
    bracket = max(text.rfind(mark, start, end) for mark in _OPENERS)
    if bracket > start and not text[start:bracket].rstrip().endswith(_ENDS):
        return True
    to = min(following + _LONGEST, len(text))
    close = next((at for at in range(following, to) if text[at] in f"{_CLOSERS}\n"), to)
    return _is_lower(text, close + 1)


def _is_lower(text: str, at: int) -> bool:
    """Whether what stands there goes on in its line, and begins no sentence."""
    rest = text[at : at + 2].lstrip(" \t")[:1]
    return rest.isalpha() and not rest.isupper()


def _said(mail: Cut, first: int, last: int) -> str:
    """The text of these sentences, with all marks behind the last."""
    end = mail.sentences[last + 1].start if last + 1 < len(mail.sentences) else len(mail.text)
    return mail.text[mail.sentences[first].start : end]


def _depth(text: str) -> int:
    """How many brackets are open behind the text."""
    depth = 0
    for char in text:
        depth += (char in _OPENERS) - (char in _CLOSERS and depth > 0)
    return depth


def _parted(mail: Cut, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, parted where a line ends in a word that ends a question, or is too long to go on in the next one."""
    ended = mail.find("question-endings").lasts
    for line in re.compile("\n").finditer(mail.text, sentence.start, sentence.end):
        at = bisect_left(mail.starts, line.start(), sentence.first, sentence.last)
        begin = mail.text.rfind("\n", 0, line.start()) + 1
        if at > sentence.first and (at in ended or line.start() - begin > _WRAPPED):
            yield sentence._replace(last=at, end=mail.ends[at - 1], mark="")
            sentence = sentence._replace(first=at, start=mail.starts[at])
    yield sentence


def _items(mail: Cut, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, parted at the numbers of a list in a line; they belong to none of the parts."""
    numbers = _numbers(mail)
    at = bisect_left(numbers, (sentence.start, 0))
    for start, end in numbers[at : bisect_left(numbers, (sentence.end, 0))]:
        last = bisect_left(mail.starts, start, sentence.first, sentence.last)
        first = bisect_left(mail.starts, end, last, sentence.last)
        if last > sentence.first:
            yield sentence._replace(last=last, end=mail.ends[last - 1], mark="")
        if first == sentence.last:
            return
        sentence = sentence._replace(first=first, start=mail.starts[first])
    yield sentence


@remembered
def _numbers(mail: Cut) -> list[Range]:
    """The numbers of lists that stand in one line, from 1 on and at least two."""
    found: list[Range] = []
    run: list[re.Match[str]] = []
    for match in _NUMBER.finditer(mail.text):
        number = int(match[1]) if match[1] else ord(match[2]) - ord("①") + 1
        goes_on = run and number == len(run) + 1 and "\n" not in mail.text[run[-1].end() : match.start()]
        if not goes_on:
            found += _listed(run)
            run = []
        if goes_on or number == 1:
            run.append(match)
    return found + _listed(run)


def _listed(run: list[re.Match[str]]) -> list[Range]:
    return [match.span() for match in run] if len(run) > 1 else []


def opened(mail: Cut, start: int, end: int) -> int:
    """Where the stretch really begins: before the brackets that stand right before it and close in it."""
    text, before = mail.text, start
    while before and text[before - 1] in _OPENERS:
        before -= 1
    said = text[start:end]
    is_closed = sum(map(said.count, _CLOSERS)) > sum(map(said.count, _OPENERS))
    return before if is_closed else start


def closed(mail: Cut, start: int, end: int) -> int:
    """Where the stretch really ends: behind the brackets and quotation marks that close what was opened in it."""
    while end < len(mail.text) and _closes(mail.text, start, end):
        end += 1
    return end


def _closes(text: str, start: int, at: int) -> bool:
    mark = text[at]
    if mark in _CLOSERS:
        return _depth(text[start:at]) > 0
    if mark in "”»":
        return "“" in text[start:at] or (mark == "»" and "«" in text[start:at])
    return mark == '"' and text.count('"', start, at) % 2 == 1
