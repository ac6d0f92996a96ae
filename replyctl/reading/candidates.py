"""The sentences of a reply that can answer a question, looked up by their content words."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import NamedTuple

from replyctl.reading.matter import matter_of, weight
from replyctl.reading.questions import Question
from replyctl.reading.terse import fills, says_when
from replyctl.reading.times import ahead, concrete, neighbours, promises
from replyctl.text.cut import Cut, Sentence

_MOST = 100
"""How many sentences with the same word are weighed: more of them would add nothing."""


class Candidate(NamedTuple):
    """A sentence that can answer a question."""

    sentence: Sentence
    matter: frozenset[str]
    text: str
    defers: bool
    """Whether it puts something off."""
    is_timed: bool
    """Whether it then says until when, or the next sentence does."""
    promises: bool


class Candidates:
    """All candidates of a reply, in order."""

    def __init__(self, reply: Cut) -> None:
        self.reply = reply
        self.all = [_candidate(reply, one) for one in reply.sentences if one.zone in {"body", "list", "greeting"}]
        self._by_word: dict[str, list[int]] = {}
        for number, one in enumerate(self.all):
            for word in one.matter:
                numbers = self._by_word.setdefault(word, [])
                if len(numbers) < _MOST:
                    numbers.append(number)
        self._fills: dict[tuple[int, str], bool] = {}

    def sharing(self, matter: frozenset[str]) -> list[tuple[Candidate, float]]:
        """The candidates that share some of this matter, each with how much, the most first."""
        shared: Counter[int] = Counter()
        for word in matter:
            halves = round(2 * weight(frozenset({word})))
            for number in self._by_word.get(word, ()):
                shared[number] += halves
        ordered = sorted(shared.items(), key=lambda one: (-one[1], one[0]))
        return [(self.all[number], halves / 2) for number, halves in ordered]

    def fills(self, candidate: Candidate, question: Question) -> bool:
        """Whether the candidate holds the kind of thing that the question asks for."""
        key = candidate.sentence.first, question.kind
        if key not in self._fills:
            self._fills[key] = fills(self.reply, candidate.sentence, question.kind)
        return self._fills[key]

    @cached_property
    def deferring(self) -> Candidate | None:
        """The first that defers to a time, and mentions no matter."""
        return next((one for one in self.all if one.defers and one.is_timed and not one.matter), None)

    @cached_property
    def promising(self) -> Candidate | None:
        """The first that promises, and defers nothing."""
        return next((one for one in self.all if one.promises and not one.defers), None)

    @cached_property
    def concrete(self) -> Candidate | None:
        """The first that names a time, and defers nothing."""
        return next((one for one in self.all if not one.defers and says_when(self.reply, one.sentence)), None)

    @cached_property
    def happening(self) -> Candidate | None:
        """The first that tells what was done, or when something will be: news, and no opening hours."""
        done, cues = self.reply.find("done-words"), self.reply.find("answer-cues")
        return next(
            (
                one
                for one in self.all
                if not one.defers
                and not self.reply.within(cues, one.sentence)
                and (
                    one.promises
                    or self.reply.within(done, one.sentence)
                    or (says_when(self.reply, one.sentence) and ahead(self.reply, one.sentence))
                )
            ),
            None,
        )


def _candidate(reply: Cut, sentence: Sentence) -> Candidate:
    defers = bool(reply.within(reply.find("defer"), sentence))
    return Candidate(
        sentence,
        matter_of(reply, sentence.first, sentence.last),
        reply.text[sentence.start : sentence.end],
        defers,
        defers and any(concrete(reply, near) for near in neighbours(reply, sentence)),
        promises(reply, sentence),
    )
