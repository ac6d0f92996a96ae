"""Finds steps in running text: instructions that follow one another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from replyctl.text.cut import Cut, Sentence
from replyctl.text.scripts import COLONS, COMMAS, SEMICOLONS

_REACH = 6
"""How many characters from a clause's start the verb of an instruction may be."""
_FEW = 3
"""The fewest ordered clauses that count as steps."""
_CLAUSE_MARKS = frozenset(f"{COMMAS}{SEMICOLONS}{COLONS}、")


class Steps(NamedTuple):
    """The steps of one paragraph: how many, and from where to where (code points)."""

    number: int
    start: int
    end: int


def in_prose(piece: Cut) -> Iterator[Steps]:
    """Each paragraph of the body that instructs, with the number of its steps."""
    verbs = sorted(piece.find("step-verbs").firsts.union(_commanded(piece)))
    if not verbs and not piece.find("step-order"):
        return
    for paragraph in paragraphs(piece):
        heads = [
            (sentence, number)
            for sentence in paragraph
            if (number := max(_heads(piece, sentence, verbs), _in_order(piece, sentence)))
        ]
        if heads:
            yield Steps(sum(number for _, number in heads), heads[0][0].start, heads[-1][0].end)


def _commanded(piece: Cut) -> Iterator[int]:
    """Infinitives that instruct: in each sentence, from the first after a word like "must" on."""
    infinitives = piece.find("step-infinitives")
    led = piece.find("step-must").lasts if infinitives else frozenset()
    for sentence in piece.sentences if led else ():
        inside = [hit.first for hit in piece.within(infinitives, sentence)]
        begun = min((index for index in inside if index in led), default=sentence.last)
        yield from (index for index in inside if index >= begun)


def paragraphs(piece: Cut) -> list[list[Sentence]]:
    """The sentences of the body, paragraph by paragraph, without lists and quotes."""
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


def _heads(piece: Cut, sentence: Sentence, verbs: list[int]) -> int:
    """How many verbs of the sentence head an instruction: each opens a clause."""
    if piece.text[sentence.end : sentence.end + 2].strip(" ").startswith((":", "：")):
        return 0  # it introduces a list
    if _invites(piece, sentence):
        return 0
    options = bool(piece.within(piece.find("or-words"), sentence))
    heads: list[int] = []
    for index in verbs[bisect_left(verbs, sentence.first) : bisect_left(verbs, sentence.last)]:
        if (not heads or index - heads[-1] > 1) and _opens_clause(piece, sentence, index):
            heads.append(index)
    return 0 if options and len(heads) < 4 else len(heads)  # noqa: PLR2004 - "return, exchange or keep it" are options, not steps


def _invites(piece: Cut, sentence: Sentence) -> bool:
    """Whether it tells what to send us, or that we can be called, if something is not right: that is no step."""
    supposes = piece.find("supposing").between(sentence.first, sentence.first + 1)
    return bool(supposes and piece.within(piece.find("to-us"), sentence))


def _in_order(piece: Cut, sentence: Sentence) -> int:
    """How many clauses are marked as first and next, whatever their verbs; 0 if there are too few."""
    marks = piece.within(piece.find("step-order"), sentence)
    begun = next((hit.first for hit in marks if hit.value == "first"), sentence.last)
    later = [hit for hit in marks if hit.first > begun and hit.value == "next" and _follows_mark(piece, hit.first)]
    return 1 + len(later) if len(later) + 1 >= _FEW else 0


def _follows_mark(piece: Cut, index: int) -> bool:
    before = piece.text[piece.ends[index - 1] : piece.starts[index]]
    return not _CLAUSE_MARKS.isdisjoint(before)


def _opens_clause(piece: Cut, sentence: Sentence, index: int) -> bool:
    """Whether the word begins the sentence, or follows a comma, "and", "then" or "please"."""
    if index == sentence.first:
        return True
    before = piece.text[piece.ends[index - 1] : piece.starts[index]]
    if any(mark in before for mark in (*_CLAUSE_MARKS, ">", "→")):
        return True
    led = piece.language.sets.get("clause-openers", frozenset())
    if piece.words[index - 1] in led or index in piece.find("step-marks", "step-must").lasts:
        return True
    if piece.language.by_character:
        near = piece.starts[index] - _REACH
        return near <= sentence.start or not _CLAUSE_MARKS.isdisjoint(piece.text[near - 1 : piece.starts[index]])
    joint = piece.language.and_prefix
    return bool(joint) and piece.words[index].startswith(joint)
