"""Finds the questions in a customer's mail, also without question mark or several in a sentence; not rhetorical ones."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from replyctl.reading.content_words import content
from replyctl.reading.question_form import announces, asks, is_marked, openings, wants_news
from replyctl.reading.whole_sentences import closed, opened, whole_sentences
from replyctl.text.cut import Cut, Sentence
from replyctl.text.scripts import ASKING, COMMAS, SEMICOLONS
from replyctl.text.tokens import opens_line

_MARKER = re.compile(r"(?:\d{1,2}[.)、．）]|[①-⑳]|[^\W\d_][)）])[ \t]*")
"""What numbers an item of a list."""
_CLOSING = 6
"""Characters between a question's last word and its mark: "(e.g. on 19 Dec.)?"."""


class Question(NamedTuple):
    """One question: words `first` up to `last` of the mail, code points `start` up to `end`, and what it asks for."""

    first: int
    last: int
    start: int
    end: int
    kind: str
    """when, where, who, why, how, how-much, how-many, what, which; "yes-no" if it has no question word."""
    text: str


def questions(mail: Cut) -> list[Question]:
    """Every question in the mail's newest text that wants an answer."""
    sentences = list(whole_sentences(mail))
    asked = [asks(mail, sentence) for sentence in sentences]
    return [
        question
        for sentence, asks_, is_next_asked in zip(sentences, asked, [*asked[1:], False], strict=False)
        if asks_ and not (is_next_asked and announces(mail, sentence))
        for question in _in_sentence(mail, _unnumbered(mail, sentence))
    ]


def _unnumbered(mail: Cut, sentence: Sentence) -> Sentence:
    """An item of a list without its number."""
    marker = _MARKER.match(mail.text, sentence.start) if opens_line(mail.text, sentence.start, "(（") else None
    if marker is None or marker.end() >= sentence.end:
        return sentence
    first = bisect_left(mail.starts, marker.end(), sentence.first, sentence.last)
    return sentence._replace(first=first, start=mail.starts[first]) if first < sentence.last else sentence


def _in_sentence(mail: Cut, sentence: Sentence) -> Iterator[Question]:
    words, openers = openings(mail, sentence)
    starts = _starts(mail, sentence, sorted({hit.first for hit in (*words, *openers)}))
    for first, last in zip(starts, [*starts[1:], sentence.last], strict=True):
        kinds = [hit.value for hit in mail.find("question-words").between(first, last)] or ["yes-no"]
        kind = next((kind for kind in kinds if kind != "what"), kinds[0])  # "what is the price" asks how much
        if _has_matter(mail, first, last) or wants_news(mail, sentence, first, last):
            joined = last < sentence.last and mail.language.has("and-words", mail.words[last - 1])
            start, end = mail.span(first, last - joined)
            end = end if joined else _end(mail, sentence, start, end)
            start = opened(mail, start, end)
            text = mail.text[start:end].strip(f" {COMMAS}{SEMICOLONS}")
            mark = re.match(rf"[^{ASKING}]*[{ASKING}]", sentence.mark)
            yield Question(first, last, start, end, kind, text + (mark[0] if mark else ""))


def _end(mail: Cut, sentence: Sentence, start: int, end: int) -> int:
    """Where the question ends: before its mark, with the full stop of an abbreviation and what closes a bracket."""
    if end != sentence.end:
        return end
    before_mark = mail.text[end : mail.starts[sentence.last]] if sentence.mark else ""
    if is_marked(sentence) and len(before_mark) <= _CLOSING and "\n" not in before_mark:
        return end + len(before_mark.rstrip())
    return closed(mail, start, end)


def _has_matter(mail: Cut, first: int, last: int) -> bool:
    """Whether the words say what they ask."""
    return bool(mail.find("question-words").between(first, last)) or any(
        True for _ in content(mail, first, last, "question-fillers")
    )


def _starts(mail: Cut, sentence: Sentence, asking: list[int]) -> list[int]:
    """Where the questions of one sentence begin: a second one begins after "and" or a comma, never after "if not"."""
    starts, joint, looked, says = [sentence.first], mail.language.and_prefix, sentence.first, False
    bridged = mail.find("question-bridges").lasts
    for at, other in zip(asking, [-1, *asking], strict=False):
        says, looked = says or _has_matter(mail, looked, at), at
        before = mail.text[mail.ends[at - 1] : mail.starts[at]] if at else ""
        parted = any(mark in before for mark in f"{COMMAS}{SEMICOLONS}、")
        joined = (joint and mail.words[at].startswith(joint)) or (
            says and mail.language.has("and-words", mail.words[at - 1])
        )
        if not (at > sentence.first and (parted or joined)) or at in bridged:
            continue
        if starts[-1] <= other and at - starts[-1] > 2:  # noqa: PLR2004 - no question has fewer words
            starts.append(at)
            says = False
    return starts
