"""Steps in running text: instructions that follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from replyctl.text.cut import Cut, Sentence

_HAN_REACH = 6
"""Characters from a clause's start within which a Chinese instruction's verb stands."""


class Steps(NamedTuple):
    """The steps of one paragraph: how many, and from where to where (code points)."""

    number: int
    start: int
    end: int


def in_prose(piece: Cut) -> Iterator[Steps]:
    """Each paragraph of the body that instructs, with the number of its steps."""
    verbs = sorted({hit.first for hit in piece.find("step-verbs")}.union(_commanded(piece)))
    if not verbs:
        return
    for paragraph in paragraphs(piece):
        heads = [index for sentence in paragraph for index in _heads(piece, sentence, verbs)]
        sentences = [one for one in paragraph if any(one.first <= index < one.last for index in heads)]
        if sentences:
            yield Steps(len(heads), sentences[0].start, sentences[-1].end)


def _commanded(piece: Cut) -> Iterator[int]:
    """Infinitives that instruct: from the first one on that a word of must leads, to the end of its sentence."""
    infinitives = piece.find("step-infinitives")
    led = {hit.last for hit in piece.find("step-must")} if infinitives else set()
    for sentence in piece.sentences if led else ():
        inside = [hit.first for hit in piece.within(infinitives, sentence)]
        begun = min((index for index in inside if index in led), default=sentence.last)
        yield from (index for index in inside if index >= begun)


def paragraphs(piece: Cut) -> list[list[Sentence]]:
    """The sentences of the body, paragraph by paragraph; lists and quotes apart."""
    found: list[list[Sentence]] = []
    end = -1
    for sentence in piece.sentences:
        if sentence.zone != "body":
            end = -1
            continue
        if end < 0 or "\n\n" in piece.text[end : sentence.start]:
            found.append([])
        found[-1].append(sentence)
        end = sentence.end
    return found


def _heads(piece: Cut, sentence: Sentence, verbs: list[int]) -> list[int]:
    """The verbs of the sentence that head an instruction: each opens a clause."""
    if piece.text[sentence.end : sentence.end + 2].strip(" ").startswith((":", "：")):
        return []  # what leads up to a list
    options = bool(piece.within(piece.find("or-words"), sentence))
    heads: list[int] = []
    for index in verbs:
        inside = sentence.first <= index < sentence.last and (not heads or index - heads[-1] > 1)
        if inside and _opens_clause(piece, sentence, index):
            heads.append(index)
    return [] if options and len(heads) < 4 else heads  # noqa: PLR2004 - "return, exchange or keep it" are options, not steps


def _opens_clause(piece: Cut, sentence: Sentence, index: int) -> bool:
    """Whether the word begins the sentence, or follows a comma, "and", "then" or "please"."""
    if index == sentence.first:
        return True
    before = piece.text[piece.ends[index - 1] : piece.starts[index]]
    if any(mark in before for mark in ",，;；:：、>→"):
        return True
    led = piece.language.sets.get("clause-openers", frozenset())
    if piece.words[index - 1] in led or any(hit.last == index for hit in piece.find("step-marks", "step-must")):
        return True
    if piece.language.boundary == "none":
        clause = max(piece.text.rfind(mark, sentence.start, piece.starts[index]) for mark in "，,；;：:、")
        return piece.starts[index] - max(clause + 1, sentence.start) <= _HAN_REACH
    return bool(piece.language.prefixes) and piece.words[index].startswith("ו")
