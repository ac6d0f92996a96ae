"""Which sentence of a reply answers which question: by shared matter, and by what the question asks for.

When in doubt a question counts as answered: a false alarm costs more than a miss.
"""

from __future__ import annotations

from typing import NamedTuple

from replyctl.reading.matter import matter_of, weight
from replyctl.reading.questions import Question
from replyctl.reading.quoted import under_quotes
from replyctl.reading.terse import fills, stands_alone, to_the_point
from replyctl.reading.times import concrete, neighbours, promises
from replyctl.text.cut import Cut, Sentence

_SHARE, _SHARE_UNFILLED = (0.4, 0.1), (0.6, 0.25)
"""The share of a question's matter that its answer speaks of, at the least: of words, of pairs of characters; more where
it lacks what was asked for."""

_TERSE = (6, 12)
"""Words (characters) of a terse answer at the most."""


class Answer(NamedTuple):
    """What became of a question: `answered`, `deferred` (to a time) or `open`; `by`: the sentence, None where open."""

    question: Question
    status: str
    by: str | None


class _Candidate(NamedTuple):
    sentence: Sentence
    matter: frozenset[str]
    text: str


def answers(mail: Cut, asked: list[Question], reply: Cut, *, refuses: bool) -> list[Answer]:
    """The questions in order, each with what the reply does about it; a refusal answers the first "can I?".

    The only question of a mail is no open one where the reply asks for what it needs, or lists how to find out.
    """
    candidates = [_candidate(reply, one) for one in reply.sentences if one.zone in {"body", "list", "greeting"}]
    quoted = under_quotes(reply, asked)
    matters = [matter_of(mail, one.first, one.last) for one in asked]
    common = frozenset.intersection(*matters) if len(asked) > 1 else frozenset()
    found = [
        Answer(question, "answered", quoted[question.start])
        if question.start in quoted
        else _by_matter(question, (matter - common) or matter, reply, candidates)
        for question, matter in zip(asked, matters, strict=True)
    ]
    settled = _by_kind(mail, _by_number(found, reply, candidates), reply, candidates)
    if len(settled) == 1 and settled[0].status == "open":
        settled = [_only(mail, settled[0], reply, candidates)]
    settled = _by_order(mail, settled, reply)
    denied = next((at for at, one in enumerate(settled) if one.question.kind == "yes-no"), None) if refuses else None
    if denied is not None and settled[denied].status == "open" and candidates:
        settled[denied] = settled[denied]._replace(status="answered", by=_refusing(reply, candidates).text)
    return settled


def _refusing(reply: Cut, candidates: list[_Candidate]) -> _Candidate:
    """The sentence that refuses, else the first below the greeting."""
    said = [one for one in candidates if one.sentence.zone != "greeting"] or candidates
    return next((one for one in said if reply.within(reply.find("refusal"), one.sentence)), said[0])


def _by_matter(question: Question, matter: frozenset[str], reply: Cut, candidates: list[_Candidate]) -> Answer:
    """The sentence that shares most with the question, where it holds what the question asks for."""
    size = weight(matter)
    for candidate in sorted(candidates, key=lambda one: -weight(matter & one.matter)):
        shared = weight(matter & candidate.matter)
        if _defers(reply, candidate.sentence):
            timed = any(concrete(reply, near) for near in neighbours(reply, candidate.sentence))
            if timed and (shared or not candidate.matter):
                return Answer(question, "deferred", candidate.text)
            continue
        share = _SHARE if fills(reply, candidate.sentence, question) else _SHARE_UNFILLED
        enough = shared >= max(1, round(size * share[reply.language.boundary == "none"]))
        vague = len(matter) < (1 if question.kind != "yes-no" else 2)
        # "Any news?" is about nothing but when.
        news = not matter and concrete(reply, candidate.sentence)
        if enough or news or (vague and promises(reply, candidate.sentence)):
            return Answer(question, "answered", candidate.text)
    return Answer(question, "open", None)


def _by_kind(mail: Cut, found: list[Answer], reply: Cut, candidates: list[_Candidate]) -> list[Answer]:
    """Open questions whose kind of answer stands in a sentence that answers no other question."""
    used = {answer.by for answer in found}
    settled = []
    for answer in found:
        if answer.status == "open":
            spare = (
                one
                for one in candidates
                if one.text not in used and stands_alone(mail, reply, one.sentence, answer.question)
            )
            other = next(spare, None)
            if other:
                used.add(other.text)
                answer = Answer(answer.question, "answered", other.text)  # noqa: PLW2901 - settled
        settled.append(answer)
    return settled


def _by_order(mail: Cut, found: list[Answer], reply: Cut) -> list[Answer]:
    """Open questions in front of an answered one, each with the sentence in between that says something.

    Answers keep the order of their questions, so it is the last that is forgotten; a reply that seems to answer none of
    several is terse.
    """
    places = {reply.text[one.start : one.end]: place for place, one in enumerate(reply.sentences)}
    at = [places.get(answer.by or "", -1) for answer in found]
    none = all(answer.status == "open" for answer in found)
    settled = []
    for number, answer in enumerate(found):
        later = [place for place in at[number + 1 :] if place >= 0]
        if answer.status == "open" and (later or none):
            between = reply.sentences[max(at[:number], default=-1) + 1 : min(later, default=None)]
            between = [one for one in between if one.last - one.first <= _TERSE[reply.language.boundary == "none"]]
            meant = to_the_point(mail, reply, answer.question, between)
            if meant:
                at[number] = reply.sentences.index(meant)
                answer = answer._replace(status="answered", by=reply.text[meant.start : meant.end])  # noqa: PLW2901 - settled
        settled.append(answer)
    return settled


def _only(mail: Cut, one: Answer, reply: Cut, candidates: list[_Candidate]) -> Answer:
    """The only question of a mail, where the reply is at work on it, puts it off to a time, or can mean nothing else."""
    for candidate in candidates:
        if _is_at_work(reply, candidate.sentence):
            return one._replace(status="answered", by=candidate.text)
        if _defers(reply, candidate.sentence) and concrete(reply, candidate.sentence):
            return one._replace(status="deferred", by=candidate.text)
    meant = to_the_point(mail, reply, one.question, reply.sentences)
    return one._replace(status="answered", by=reply.text[meant.start : meant.end]) if meant else one


def _is_at_work(reply: Cut, sentence: Sentence) -> bool:
    lists = ("asks", "step-verbs") if sentence.zone == "list" else ("asks",)
    return bool(reply.within(reply.find(*lists), sentence))


def _candidate(reply: Cut, sentence: Sentence) -> _Candidate:
    return _Candidate(
        sentence, matter_of(reply, sentence.first, sentence.last), reply.text[sentence.start : sentence.end]
    )


def _defers(reply: Cut, sentence: Sentence) -> bool:
    return bool(reply.within(reply.find("defer"), sentence))


def _by_number(found: list[Answer], reply: Cut, candidates: list[_Candidate]) -> list[Answer]:
    """A reply with a numbered item for each question answers them in their order."""
    items = [one for one in candidates if one.sentence.zone == "list"]
    numbered = len(reply.zones.items) == len(found) > 1 and len(items) >= len(found)
    if not numbered:
        return found
    return [
        one if one.status != "open" else Answer(one.question, "answered", items[number].text)
        for number, one in enumerate(found)
    ]
