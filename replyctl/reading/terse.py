"""Answers that repeat nothing of their question: a price, "Done.", "4,000 characters", a name with its address.

Support people write them all the time; a rule that asks for shared words would nag the best of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from replyctl.reading.matter import matter_of, weight
from replyctl.reading.questions import ASKING_MARKS, Question
from replyctl.reading.times import concrete, is_number
from replyctl.text.cut import Cut, Sentence

_MONEY = re.compile(r"[$€£¥₪]\s?\d|\d\s?(?:[$€£¥₪%]|EUR|USD|GBP|NIS|ILS)")
_COURTESY = ("thanks-words", "regret-words", "offers", "further-help", "late-words", "closing-words")
_SHORT = 5
"""Words of a number's answer at the most: "Up to five."."""


def fills(reply: Cut, sentence: Sentence, question: Question) -> bool:
    """Whether the sentence holds the kind of thing that the question asks for."""
    text = reply.text[sentence.start : sentence.end]
    match question.kind:
        case "when":
            return concrete(reply, sentence)
        case "how-much":
            return bool(_MONEY.search(text) or reply.within(reply.find("money-words"), sentence))
        case "how-many":
            return any(is_number(reply, index) for index in range(sentence.first, sentence.last))
        case _:
            return True


def stands_alone(mail: Cut, reply: Cut, sentence: Sentence, question: Question) -> bool:
    """Whether the sentence answers by its kind alone: a price, a time, a yes or no at its start, a step, an address.

    So does one that says that it speaks of what was asked ("You also asked …").
    """
    if reply.within(reply.find("answer-cues"), sentence):
        return True
    match question.kind:
        case "how-much" | "when":
            return fills(reply, sentence, question)
        case "how-many":
            return sentence.last - sentence.first <= _SHORT and fills(reply, sentence, question)
        case "how":
            return sentence.zone == "list" and bool(reply.within(reply.find("step-verbs"), sentence))
        case "yes-no":
            polar = reply.within(reply.find("polarity"), sentence)
            done = reply.within(reply.find("done-words"), sentence) if _requests(mail, question) else []
            return bool(done) or any(hit.first == sentence.first or _behind_label(reply, hit.first) for hit in polar)
        case _:
            return False


def _behind_label(reply: Cut, index: int) -> bool:
    """Whether the word follows a colon: "Malta: we do"."""
    return ":" in reply.text[reply.ends[index - 1] : reply.starts[index]].replace("：", ":") if index else False


def _requests(mail: Cut, question: Question) -> bool:
    """Whether the question asks us to do something rather than whether something is so."""
    return any(question.first <= hit.first < question.last for hit in mail.find("request-words"))


def to_the_point(mail: Cut, reply: Cut, question: Question, among: list[Sentence]) -> Sentence | None:
    """The one of these sentences that can be meant for the question: no courtesy, and not about the mail's statements."""
    told = _told(mail, question)
    for sentence in _substantial(reply, among):
        matter = matter_of(reply, sentence.first, sentence.last)
        if fills(reply, sentence, question) and not any(weight(matter & other) for other in told):
            return sentence
    return None


def _told(mail: Cut, question: Question) -> list[frozenset[str]]:
    """What the mail states beside its questions, without what the question takes up again."""
    asked = matter_of(mail, question.first, question.last)
    stated = (one for one in mail.sentences if one.zone == "body" and not ASKING_MARKS & set(one.mark))
    around = (one for one in stated if not one.first <= question.first < one.last)
    return [matter_of(mail, one.first, one.last) - asked for one in around]


def _substantial(reply: Cut, among: list[Sentence]) -> Iterator[Sentence]:
    """Those that say more than thanks, regret or an offer of help, and are no name under a letter without a sign-off."""
    polite = {hit.first for hit in reply.find(*_COURTESY)}
    own = [one for one in reply.sentences if one.zone in {"body", "list"}]
    name = own[-1] if len(own) > 1 and not own[-1].mark and own[-1].zone == "body" else None
    for sentence in among:
        said = sentence in own and sentence != name
        if said and polite.isdisjoint(range(sentence.first, sentence.last)):
            yield sentence
