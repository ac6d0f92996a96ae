"""Finds the questions in a customer's mail, also without question mark or several in a sentence; not rhetorical ones.

One e-mail question in five is not interrogative in form (Kwong & Yorke-Smith 2009).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from replyctl.reading.content_words import content
from replyctl.text.cut import Cut, Sentence
from replyctl.text.scripts import ASKING, COMMAS, SEMICOLONS

ASKING_MARKS = frozenset(ASKING)
_OPENING = 5
"""How many words from a sentence's start may hold the opener of a question without a mark."""


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
    return [
        question
        for sentence in mail.sentences
        if sentence.zone in {"body", "list", "greeting", "closing"}
        for question in _in_sentence(mail, sentence)
    ]


def _in_sentence(mail: Cut, sentence: Sentence) -> Iterator[Question]:
    marked = bool(ASKING_MARKS & set(sentence.mark))
    words = mail.within(mail.find("question-words"), sentence)
    openers = mail.within(mail.find("question-openers"), sentence)
    if not marked and not _asks_without_mark(
        mail, sentence, [hit.first for hit in words], [hit.first for hit in openers]
    ):
        return
    if mail.within(mail.find("rhetorical"), sentence):
        return
    starts = _starts(mail, sentence, sorted({hit.first for hit in (*words, *openers)}))
    for first, last in zip(starts, [*starts[1:], sentence.last], strict=True):
        kinds = [hit.value for hit in mail.find("question-words").between(first, last)] or ["yes-no"]
        kind = next((kind for kind in kinds if kind != "what"), kinds[0])  # "what is the price" asks how much
        if any(True for _ in content(mail, first, last, "question-fillers")) or kind != "yes-no":
            joined = last < sentence.last and mail.language.has("and-words", mail.words[last - 1])
            start, end = mail.span(first, last - joined)
            yield Question(
                first,
                last,
                start,
                end,
                kind,
                mail.text[start:end].strip(f" {COMMAS}{SEMICOLONS}") + (sentence.mark[:1] if marked else ""),
            )


def _asks_without_mark(mail: Cut, sentence: Sentence, words: list[int], openers: list[int]) -> bool:
    """Whether the sentence asks by its form: an opener near its start, or a question word that begins it."""
    if sentence.mark[:1] in {"!", "！"} and not openers:
        return False
    in_place = mail.language.asks_in_place
    if any(in_place or at - sentence.first < _OPENING or _inverts(mail, at) for at in openers):
        return True
    if in_place:
        return bool(words) and bool(mail.within(mail.find("question-particles"), sentence))
    begins = bool(words) and words[0] - sentence.first < 2  # noqa: PLR2004 - "and when", "so how"
    return begins and bool(mail.within(mail.find("question-auxiliaries"), sentence))


def _inverts(mail: Cut, at: int) -> bool:
    """Whether a clause begins there with its verb before its subject: "I use a wheelchair, so is there a step"."""
    if not at or not mail.find("question-auxiliaries").between(at, at + 1):
        return False
    before = mail.text[mail.ends[at - 1] : mail.starts[at]]
    is_joined = at in mail.find("clause-joints").lasts or mail.language.has("and-words", mail.words[at - 1])
    return is_joined or any(mark in before for mark in f"{COMMAS}{SEMICOLONS}")


def _starts(mail: Cut, sentence: Sentence, asking: list[int]) -> list[int]:
    """Where the questions of one sentence begin: a second one begins after "and" or a comma."""
    starts, joint = [sentence.first], mail.language.and_prefix
    for at, other in zip(asking, [-1, *asking], strict=False):
        before = mail.text[mail.ends[at - 1] : mail.starts[at]] if at else ""
        joined = at > sentence.first and (
            any(mark in before for mark in f"{COMMAS}{SEMICOLONS}、")
            or mail.language.has("and-words", mail.words[at - 1])
            or (joint and mail.words[at].startswith(joint))
        )
        if joined and starts[-1] <= other and at - starts[-1] > 2:  # noqa: PLR2004 - no question has fewer words
            starts.append(at)
    return starts
