"""A mail's sentences as its questions need them: none ends inside brackets, and each in two at a line that ends a question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replyctl.text.cut import Cut, Sentence

_OPENERS, _CLOSERS = "([（【「『", ")]）】」』"
_CLOSED = re.compile(rf"[.…]+[{re.escape(_CLOSERS)}]")
_MOST = 4
"""Sentences that one pair of brackets is believed to hold: beyond them it was not closed."""


def whole_sentences(mail: Cut) -> Iterator[Sentence]:
    """The mail's sentences in order, put together and parted so that each is one that can ask."""
    for sentence in _put_together(mail):
        yield from _parted(mail, sentence)


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
    if not following or sentence.asks or following[0].zone != sentence.zone:
        return False
    if "\n" in mail.text[sentence.end : following[0].start]:
        return False
    if _depth(_said(mail, first, last)):
        return True
    return bool(_CLOSED.match(mail.text, sentence.end)) and mail.text[following[0].start].islower()


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
    """The sentence, in two where a line ends in a word that ends a question."""
    for hit in mail.within(mail.find("question-endings"), sentence):
        at = hit.last
        if at < sentence.last and "\n" in mail.text[mail.ends[at - 1] : mail.starts[at]]:
            yield sentence._replace(last=at, end=mail.ends[at - 1], mark="")
            sentence = sentence._replace(first=at, start=mail.starts[at])
    yield sentence


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
