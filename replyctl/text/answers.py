"""Which sentence of a reply answers which question: by shared matter, and by what the question asks for.

When in doubt a question counts as answered: a false alarm costs more than a miss.
"""

from __future__ import annotations

import re
from functools import cache as once
from typing import NamedTuple

from replyctl.text.content import content
from replyctl.text.cut import Cut, Sentence
from replyctl.text.phrases import stems
from replyctl.text.questions import Question
from replyctl.text.when import concrete, is_number

_MONEY = re.compile(r"[$€£¥₪]\s?\d|\d\s?(?:[$€£¥₪%]|EUR|USD|GBP|NIS|ILS|元|块|ש\"ח|שקל|ש״ח)|\bfree\b|免费|חינם|ללא עלות|ללא תשלום")


class Answer(NamedTuple):
    """What became of a question: `answered`, `deferred` (to a time) or `open`; `by`: the sentence, None where open."""

    question: Question
    status: str
    by: str | None


class _Candidate(NamedTuple):
    sentence: Sentence
    matter: frozenset[str]
    text: str


def answers(mail: Cut, asked: list[Question], reply: Cut) -> list[Answer]:
    """The questions in order, each with what the reply does about it."""
    candidates = [_candidate(reply, sentence) for sentence in reply.sentences if sentence.zone in {"body", "list", "greeting"}]
    quoted = _quoted_answers(reply, asked)
    common = frozenset.intersection(*(_matter(mail, one.first, one.last) for one in asked)) if len(asked) > 1 else frozenset()
    found = [_answer(mail, question, reply, candidates, common, quoted.get(question.start)) for question in asked]
    return _by_number(found, reply, candidates)


def _answer(  # noqa: PLR0913 - the question, the reply, and what is worked out once for all questions
    mail: Cut, question: Question, reply: Cut, candidates: list[_Candidate], common: frozenset[str], quoted: str | None
) -> Answer:
    if quoted:
        return Answer(question, "answered", quoted)
    matter = _matter(mail, question.first, question.last)
    own = (matter - common) or matter
    best = max(candidates, key=lambda one: len(own & one.matter), default=None)
    for candidate in sorted(candidates, key=lambda one: -len(own & one.matter)):
        shared = len(own & candidate.matter)
        if _defers(reply, candidate.sentence):
            if concrete(reply, candidate.sentence) and (shared or not candidate.matter):
                return Answer(question, "deferred", candidate.text)
            continue
        if shared and (_fills(reply, candidate.sentence, question) or shared >= max(2, (len(own) + 1) // 2)):
            return Answer(question, "answered", candidate.text)
    if best and _fills_alone(reply, candidates, question):
        return Answer(question, "answered", _fills_alone(reply, candidates, question))
    return Answer(question, "open", None)


def _candidate(reply: Cut, sentence: Sentence) -> _Candidate:
    return _Candidate(sentence, _matter(reply, sentence.first, sentence.last), reply.text[sentence.start : sentence.end])


def _matter(piece: Cut, first: int, last: int) -> frozenset[str]:
    """The matter of a stretch: its content words, each by its group of synonyms or its stem; Han words by pairs."""
    groups = _groups(piece)
    indices = list(content(piece, first, last, "question-fillers"))
    if piece.language.boundary == "none":
        pairs = [piece.words[a] + piece.words[b] for a, b in zip(indices, indices[1:], strict=False) if b == a + 1]
        han = {groups.get(pair, pair) for pair in pairs}
        return frozenset(han | {piece.words[index] for index in indices if piece.words[index].isascii()})
    return frozenset(_key(piece, piece.words[index], groups) for index in indices)


def _groups(piece: Cut) -> dict[str, str]:
    return _grouped(tuple(sorted(piece.language.sets.get("synonyms", ()))))


@once
def _grouped(entries: tuple[str, ...]) -> dict[str, str]:
    return {word.strip(): f"={entry.partition('/')[0].strip()}" for entry in entries for word in entry.split("/")}


_SUFFIXES = ("ations", "ation", "ingly", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e", "y")
_HEBREW_SUFFIXES = ("ותיהם", "ויות", "יות", "יים", "ים", "ות", "תי", "נו", "תם", "ית", "ה", "ת", "י", "ך")
_SHORTEST_STEM = 3


def _key(piece: Cut, word: str, groups: dict[str, str]) -> str:
    """A word as it is compared: its group of synonyms, else its stem."""
    for form in (word, *stems(word, piece.language.prefixes)):
        if form in groups:
            return groups[form]
    suffixes = _HEBREW_SUFFIXES if piece.language.prefixes else _SUFFIXES
    bare = next(iter(stems(word, piece.language.prefixes)), word) if piece.language.prefixes and len(word) > 4 else word  # noqa: PLR2004 - shorter words are roots
    return next((bare.removesuffix(s) for s in suffixes if bare.endswith(s) and len(bare) - len(s) >= _SHORTEST_STEM), bare)


def _fills(reply: Cut, sentence: Sentence, question: Question) -> bool:
    """Whether the sentence holds the kind of thing that the question asks for."""
    text = reply.text[sentence.start : sentence.end]
    match question.kind:
        case "when":
            return concrete(reply, sentence)
        case "how-much":
            return bool(_MONEY.search(text))
        case "how-many":
            return any(is_number(reply, index) for index in range(sentence.first, sentence.last))
        case _:
            return True


def _fills_alone(reply: Cut, candidates: list[_Candidate], question: Question) -> str | None:
    """A sentence that answers by its kind alone: a price where a price was asked for, yes or no first."""
    for candidate in candidates:
        if question.kind in {"how-much"} and _fills(reply, candidate.sentence, question):
            return candidate.text
    return None


def _defers(reply: Cut, sentence: Sentence) -> bool:
    return bool(reply.within(reply.find("defer"), sentence))


def _quoted_answers(reply: Cut, asked: list[Question]) -> dict[int, str]:
    """Questions that the reply quotes, with the sentence that stands under the quote."""
    found = {}
    for start, end in reply.quotes:
        quote = _letters(reply.text[start:end])
        under = next((one for one in reply.sentences if one.start >= end and one.zone in {"body", "list"}), None)
        if under is None or not quote:
            continue
        for question in asked:
            if _letters(question.text) in quote or quote in _letters(question.text):
                found[question.start] = reply.text[under.start : under.end]
    return found


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


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
