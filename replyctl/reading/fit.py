"""How well the sentences of a reply fit the customer's questions, and how likely it is that one of them was left open.

A sentence fits a question by the letters they share and by the share of the question's content words that it mentions.
One that fits another question better says little about this one, so the margin counts. How much each sign counts was
learned (`weights.json`, by tests/quality/train.py).
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from replyctl.reading.candidates import Candidates
from replyctl.reading.matter import matter_of, weight
from replyctl.reading.questions import Question
from replyctl.reading.terse import MEASURED, substantial
from replyctl.text.cut import Cut

_LENGTHS = (3, 4)
"""How many letters are compared at a time; in a script without word breaks it is one or two."""
_CLAIMED, _MEANT = 0.35, 0.5
"""The fit from which a sentence belongs to another question; and from which its time, sum or number does."""
_MUCH = 8
"""How many content words make a question long."""
_MOST = 4000
"""The most pairs of question and sentence that are compared: no ordinary mail has more."""


class Signs(NamedTuple):
    """What speaks for and against an answer to one question; each from 0 to about 1."""

    likeness: float
    """How alike the letters of the question and its most similar sentence are."""
    fit: float
    """The best sentence's likeness plus its share of the content words."""
    margin: float
    """By how much the best sentence fits this question better than any other."""
    alone: float
    """1 if the mail asks nothing else."""
    unclaimed: float
    """The share of the reply's sentences that fit no other question."""
    measured: float
    """1 if a time, sum or number was asked for and an unclaimed sentence holds it."""
    matter: float
    """How much the question mentions."""
    spare: float
    """`matter` times `unclaimed`: much was asked, and much of the reply answers nothing else."""
    met: float
    """`matter` times `fit`: much was asked, and much of that is mentioned."""


def signs(
    mail: Cut, asked: Sequence[Question], reply: Cut, candidates: Candidates, taken: Sequence[str | None]
) -> list[tuple[Signs, str]]:
    """The signs of each question, with the sentence that fits it best; empty if there are too many to compare.

    `taken` are the sentences already found to answer the questions.
    """
    sentences = candidates.all
    if not sentences or len(asked) * len(sentences) > _MOST:
        return []
    said = {one.first for one in substantial(reply, reply.sentences)}
    telling = [one.sentence.first in said for one in sentences]
    matters = [matter_of(mail, one.first, one.last) for one in asked]
    alike = _likeness(mail, asked, reply, candidates)
    fits = [
        [one + weight(matter & said.matter) / (weight(matter) or 1) for one, said in zip(row, sentences, strict=True)]
        for row, matter in zip(alike, matters, strict=True)
    ]
    found = []
    for number, question in enumerate(asked):
        row, others = fits[number], _best_of_others(fits, number)
        elsewhere = {*taken[:number], *taken[number + 1 :]}
        left = [tells and one.text not in elsewhere for tells, one in zip(telling, sentences, strict=True)]
        free = [is_left and other < _CLAIMED for is_left, other in zip(left, others, strict=True)]
        meant = [is_left and other < _MEANT for is_left, other in zip(left, others, strict=True)]
        much, fit = min(weight(matters[number]), _MUCH) / _MUCH, max(row)
        unclaimed = sum(free) / max(1, sum(telling))
        one = Signs(
            likeness=max(alike[number]),
            fit=fit,
            margin=max(own - other for own, other in zip(row, others, strict=True)),
            alone=float(len(asked) == 1),
            unclaimed=unclaimed,
            measured=float(_is_measured(question, meant, candidates)),
            matter=much,
            spare=much * unclaimed,
            met=much * fit,
        )
        found.append((one, sentences[row.index(max(row))].text))
    return found


def _likeness(mail: Cut, asked: Sequence[Question], reply: Cut, candidates: Candidates) -> list[list[float]]:
    """How alike the letters of each question and each sentence are."""
    units = reply.language.units
    said = [_grams(one.text, units) for one in candidates.all]
    questions = (_grams(mail.text[one.start : one.end], units) for one in asked)
    return [[_cosine(own, other) for other in said] for own in questions]


def _best_of_others(fits: list[list[float]], number: int) -> list[float]:
    """For each sentence, its best fit to any question but this one."""
    others = fits[:number] + fits[number + 1 :]
    return [max(column) for column in zip(*others, strict=True)] if others else [0.0] * len(fits[number])


def _is_measured(question: Question, meant: list[bool], candidates: Candidates) -> bool:
    """Whether a time, sum or number was asked for, and a sentence in `meant` holds it."""
    if question.kind not in MEASURED:
        return False
    return any(can and candidates.fills(one, question) for can, one in zip(meant, candidates.all, strict=True))


def left_open(one: Signs, language: str) -> float:
    """How likely it is that the question was left open, 0 to 1; `language` is the code of the reply's."""
    intercepts, by_name = _weights()
    # Of a language that nothing was learned of, the most cautious.
    score = intercepts.get(language, min(intercepts.values()))
    score += sum(by_name[name] * value for name, value in one._asdict().items())
    return 1 / (1 + math.exp(-score))


@cache
def _weights() -> tuple[dict[str, float], dict[str, float]]:
    read = json.loads(files("replyctl.reading").joinpath("weights.json").read_text("utf-8"))
    return read["intercepts"], read["weights"]


def _grams(text: str, units: str) -> Counter[str]:
    """Runs of a few letters, and how often each occurs."""
    text = " ".join(text.lower().split())
    if units == "characters":
        pairs = ("".join(two) for two in pairwise(text))
        return Counter(run for run in (*text, *pairs) if run.isalnum())
    text = f" {text} "
    return Counter(text[at : at + size] for size in _LENGTHS for at in range(len(text) - size + 1))


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    few, many = sorted((one, other), key=len)
    shared = sum(count * many[run] for run, count in few.items() if run in many)
    return shared / math.sqrt(_square(one) * _square(other)) if shared else 0.0


def _square(grams: Counter[str]) -> int:
    return sum(count * count for count in grams.values())
