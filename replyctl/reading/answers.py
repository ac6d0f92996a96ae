"""Which sentence of a reply answers which question: by shared content words, and by what the question asks for.

When in doubt a question counts as answered: a false alarm costs more than a miss.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from replyctl.reading.candidates import Candidate, Candidates
from replyctl.reading.fit import left_open, signs
from replyctl.reading.matter import matter_of, weight
from replyctl.reading.questions import Question
from replyctl.reading.quoted import under_quotes
from replyctl.reading.terse import requests, stands_alone, to_the_point
from replyctl.reading.times import concrete
from replyctl.text.cut import Cut, Sentence

_SHARE, _SHARE_UNFILLED = {"words": 0.4, "characters": 0.1}, {"words": 0.6, "characters": 0.25}
"""The least share of a question's content words (Chinese: pairs of characters) that its answer mentions; more if it
lacks what was asked for."""

_TERSE = {"words": 6, "characters": 12}
"""The greatest length of a terse answer."""
SURE, SURE_AGAINST = 0.45, 0.65
"""How likely it must be that one of several questions is open: where the search found no answer, and where it found one."""
_SURE_OF_ONE, _SURE_AGAINST_ONE = 0.55, 0.95
"""The same for a mail's only question, which a short sentence unlike the mail's own may answer."""
_NEAR = 30
"""How many sentences after the previous answer are searched for a terse answer."""


class Answer(NamedTuple):
    """What became of a question: `answered`, `deferred` (to a time), `unsure` or `open`; `by`: the sentence or None."""

    question: Question
    status: str
    by: str | None


def answers(mail: Cut, asked: list[Question], reply: Cut, *, refuses: bool) -> list[Answer]:
    """The questions in order, each with what the reply does about it.

    What is likely by letters and content words decides what is open; what is not sure then is unsure.
    """
    candidates, quoted = Candidates(reply), under_quotes(reply, asked)
    found = searched(mail, asked, reply, candidates, quoted, refuses=refuses)
    taken = [one.by if matter_of(mail, one.question.first, one.question.last) else None for one in found]
    weighed = signs(mail, asked, reply, candidates, taken)  # news may stand in a sentence that answers something else
    if not weighed:
        return [one._replace(status="unsure") if one.status == "open" else one for one in found]
    refusal = _refusing(reply, candidates).text if refuses else None
    return [
        one
        if one.question.start in quoted or (one.status == "answered" and one.by == refusal)
        else _decided(one, _threshold(one, found, reply, candidates), left_open(sign, reply.language.code), nearest)
        for one, (sign, nearest) in zip(found, weighed, strict=True)
    ]


def searched(  # noqa: PLR0913 - the mail and the reply, each with what was read of it
    mail: Cut, asked: list[Question], reply: Cut, candidates: Candidates, quoted: Mapping[int, str], *, refuses: bool
) -> list[Answer]:
    """The same, by what can be found; a refusal answers the first "can I?". `quoted` is what `under_quotes` gave.

    A mail's only question is not open if the reply asks for what it needs, or lists how to find out.
    """
    matters = [matter_of(mail, one.first, one.last) for one in asked]
    common = frozenset.intersection(*matters) if len(asked) > 1 else frozenset()
    put_off = {one.text for one in candidates.all if one.defers and one.is_timed}
    found = [
        Answer(question, "deferred" if quoted[question.start] in put_off else "answered", quoted[question.start])
        if question.start in quoted
        else _by_matter(question, (matter - common) or matter, candidates)
        for question, matter in zip(asked, matters, strict=True)
    ]
    settled = _by_kind(mail, _by_number(found, reply, candidates), reply, candidates)
    if len(settled) == 1 and settled[0].status == "open":
        settled = [_only(mail, settled[0], reply, candidates)]
    settled = _by_order(mail, settled, reply)
    denied = next((at for at, one in enumerate(settled) if one.question.kind == "yes-no"), None) if refuses else None
    if denied is not None and settled[denied].status == "open" and candidates.all:
        settled[denied] = settled[denied]._replace(status="answered", by=_refusing(reply, candidates).text)
    return settled


def _threshold(one: Answer, found: list[Answer], reply: Cut, candidates: Candidates) -> float:
    """How likely it must be that the question is open."""
    if len(found) > 1:
        return SURE if one.status == "open" else SURE_AGAINST
    if one.status == "open":
        return _SURE_OF_ONE
    asks_back = any(_is_at_work(reply, one.sentence) for one in candidates.all)
    return 1.0 if asks_back else _SURE_AGAINST_ONE


def _decided(one: Answer, sure: float, likely: float, nearest: str) -> Answer:
    """Open if that is likelier than `sure`, unless a time is promised; otherwise not open."""
    if one.status != "deferred" and likely > sure:
        return one._replace(status="open", by=None)
    return one._replace(status="unsure", by=nearest) if one.status == "open" else one


def _refusing(reply: Cut, candidates: Candidates) -> Candidate:
    """The sentence that refuses, otherwise the first below the greeting."""
    said = [one for one in candidates.all if one.sentence.zone != "greeting"] or candidates.all
    refusal = reply.find("refusal-words")
    return next((one for one in said if refusal.between(one.sentence.first, one.sentence.last)), said[0])


def _by_matter(question: Question, matter: frozenset[str], candidates: Candidates) -> Answer:
    """The sentence that shares most with the question, if it holds what the question asks for."""
    size = weight(matter)
    vague = len(matter) < (1 if question.kind != "yes-no" else 2)
    for candidate, shared in candidates.sharing(matter):
        if candidate.defers:
            if candidate.is_timed:
                return Answer(question, "deferred", candidate.text)
            continue
        share = _SHARE if candidates.fills(candidate, question) else _SHARE_UNFILLED
        enough = shared >= max(1, round(size * share[candidates.reply.language.units]))
        if enough or (vague and candidate.promises):
            return Answer(question, "answered", candidate.text)
    # "Any news?" is about nothing but when.
    news = candidates.happening if question.kind == "yes-no" else candidates.concrete
    bare = (candidates.deferring, candidates.promising if vague else None, None if matter else news)
    first = min(filter(None, bare), key=lambda one: one.sentence, default=None)
    if first is None:
        return Answer(question, "open", None)
    return Answer(question, "deferred" if first.defers else "answered", first.text)


def _by_kind(mail: Cut, found: list[Answer], reply: Cut, candidates: Candidates) -> list[Answer]:
    """Settle open questions by sentences of the right kind that answer no other question."""
    used = {answer.by for answer in found}
    spare: dict[tuple[str, bool], Iterator[Candidate]] = {}
    settled = []
    matters = [matter_of(mail, *answer.question[:2]) for answer in found]
    for answer, matter in zip(found, matters, strict=True):
        if answer.status == "open" and (matter or not any(matters)):  # what asks for news leaves the others theirs
            asks = answer.question.kind, requests(mail, answer.question)
            alone = spare.setdefault(asks, (one for one in candidates.all if stands_alone(reply, one.sentence, *asks)))
            other = next((one for one in alone if one.text not in used), None)
            if other:
                used.add(other.text)
                answer = Answer(answer.question, "answered", other.text)  # noqa: PLW2901 - settled
        settled.append(answer)
    return settled


def _by_order(mail: Cut, found: list[Answer], reply: Cut) -> list[Answer]:
    """Settle open questions before an answered one by the sentences in between that say something.

    Answers keep the order of their questions, so the last is the likeliest to be forgotten; a reply that seems to
    answer none of several is terse.
    """
    places = {reply.text[one.start : one.end]: place for place, one in enumerate(reply.sentences)}
    at = [places.get(answer.by or "", -1) for answer in found]
    none = all(answer.status == "open" for answer in found)
    end = len(reply.sentences)
    later = [*accumulate((place if place >= 0 else end for place in reversed(at)), min, initial=end)][-2::-1]
    settled, begin = [], 0
    for answer, place, stop in zip(found, at, later, strict=True):
        if answer.status == "open" and (stop < end or none):
            between = reply.sentences[begin : min(stop, begin + _NEAR)]
            between = [one for one in between if one.last - one.first <= _TERSE[reply.language.units]]
            meant = to_the_point(mail, reply, answer.question, between)
            if meant:
                place = reply.number_of(meant)  # noqa: PLW2901 - settled
                answer = answer._replace(status="answered", by=reply.text[meant.start : meant.end])  # noqa: PLW2901 - settled
        begin = max(begin, place + 1)
        settled.append(answer)
    return settled


def _only(mail: Cut, one: Answer, reply: Cut, candidates: Candidates) -> Answer:
    """Settle a mail's only question: the reply works on it, defers it to a time, or can mean nothing else."""
    for candidate in candidates.all:
        if _is_at_work(reply, candidate.sentence):
            return one._replace(status="answered", by=candidate.text)
        if candidate.defers and concrete(reply, candidate.sentence):
            return one._replace(status="deferred", by=candidate.text)
    meant = to_the_point(mail, reply, one.question, reply.sentences)
    return one._replace(status="answered", by=reply.text[meant.start : meant.end]) if meant else one


def _is_at_work(reply: Cut, sentence: Sentence) -> bool:
    lists = ("asks", "step-verbs") if sentence.zone == "list" else ("asks",)
    return bool(reply.within(reply.find(*lists), sentence))


def _by_number(found: list[Answer], reply: Cut, candidates: Candidates) -> list[Answer]:
    """Settle open questions in order if the reply has one list item for each question."""
    items = [one for one in candidates.all if one.sentence.zone == "list"]
    numbered = len(reply.zones.items) == len(found) > 1 and len(items) >= len(found)
    if not numbered:
        return found
    return [
        one if one.status != "open" else Answer(one.question, "answered", items[number].text)
        for number, one in enumerate(found)
    ]
