"""Answers that repeat nothing of their question: a price, "Done.", "4,000 characters", a name with its address.

Support people write them all the time; a rule that asks for shared words would nag the best of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from replyctl.reading.matter import matter_of
from replyctl.reading.question_form import ASKING_MARKS
from replyctl.reading.questions import Question
from replyctl.reading.sums import CODE, SIGN
from replyctl.reading.times import ahead, concrete, is_number, neighbours, promises
from replyctl.text.cut import Cut, Sentence, remembered

_MONEY = re.compile(rf"{SIGN}\s?\d|\d\s?(?:{SIGN}|%|{CODE})")
_SIGN = 2
"""Code points of a currency sign and its space: a sign is not a word, and may be outside the sentence's words."""
_COURTESY = (
    *("thanks-words", "regret-words", "offers", "further-help", "late-words", "closing-words"),
    "pleasantries",
)
MEASURED = frozenset({"when", "how-much", "how-many"})
"""Kinds of questions whose answers are recognised by their form."""
_SHORT = 5
"""The most words of an answer to "how many": "Up to five."."""


def fills(reply: Cut, sentence: Sentence, kind: str) -> bool:
    """Whether the sentence holds the kind of thing that a question of this kind asks for."""
    match kind:
        case "when":
            return says_when(reply, sentence)
        case "how-much":
            sum_ = _MONEY.search(reply.text, max(0, sentence.start - _SIGN), sentence.end + _SIGN)
            return bool(sum_ or reply.within(reply.find("money-words"), sentence))
        case "how-many":
            return any(is_number(reply, index) for index in range(sentence.first, sentence.last))
        case _:
            return True


def says_when(reply: Cut, sentence: Sentence) -> bool:
    """Whether the sentence names a time, other than how long the customer has waited for the reply."""
    if not concrete(reply, sentence):
        return False
    about_the_wait = reply.within(reply.find("late-words"), sentence)
    return not about_the_wait or promises(reply, sentence) or ahead(reply, sentence)


def stands_alone(reply: Cut, sentence: Sentence, kind: str, requested: bool) -> bool:
    """Whether the sentence answers by its kind alone: a price, a time, a yes or no at its start, a step, an address.

    So does a sentence that refers to the question ("You also asked …").
    """
    cued = reply.within(reply.find("answer-cues"), sentence)
    if cued or reply.within(reply.find("pleasantries"), sentence):
        return bool(cued)
    match kind:
        case "how-much" | "when":
            return fills(reply, sentence, kind)
        case "how-many":
            return sentence.last - sentence.first <= _SHORT and fills(reply, sentence, kind)
        case "how":
            return sentence.zone == "list" and bool(reply.within(reply.find("step-verbs"), sentence))
        case "yes-no":
            offers = reply.within(reply.find("further-help"), sentence)  # "You can reach us at …"
            polar = () if offers else reply.within(reply.find("polarity"), sentence)
            done = reply.within(reply.find("done-words"), sentence) if requested else ()
            return bool(done) or any(hit.first == sentence.first or _behind_label(reply, hit.first) for hit in polar)
        case _:
            return False


def _behind_label(reply: Cut, index: int) -> bool:
    """Whether the word follows a colon: "Malta: we do"."""
    return ":" in reply.text[reply.ends[index - 1] : reply.starts[index]].replace("：", ":") if index else False


def requests(mail: Cut, question: Question) -> bool:
    """Whether the question asks us to do something rather than whether something is so."""
    return bool(mail.find("request-words").between(question.first, question.last))


def to_the_point(mail: Cut, reply: Cut, question: Question, among: list[Sentence]) -> Sentence | None:
    """The first of these sentences that can answer the question: no courtesy, and not about the mail's statements."""
    asked = matter_of(mail, question.first, question.last)
    stated, own = _stated(mail), mail.sentence_at(question.first)
    around = matter_of(mail, own.first, own.last) if own and _states(own) else frozenset()

    def told(word: str) -> bool:
        """Whether the mail states it apart from the question, which does not mention it."""
        return word not in asked and stated[word] > (word in around)

    for sentence in substantial(reply, among):
        if fills(reply, sentence, question.kind) and not any(
            map(told, matter_of(reply, sentence.first, sentence.last))
        ):
            return sentence
    return None


@remembered
def _stated(mail: Cut) -> Counter[str]:
    """What the mail states, each with the number of sentences that state it."""
    sentences = (matter_of(mail, one.first, one.last) for one in mail.sentences if _states(one))
    return Counter(chain.from_iterable(sentences))


def _states(sentence: Sentence) -> bool:
    return sentence.zone == "body" and not ASKING_MARKS & set(sentence.mark)


def substantial(reply: Cut, among: list[Sentence]) -> Iterator[Sentence]:
    """The sentences that say more than thanks, regret, an offer of help or "We are looking into it".

    A name under a letter without a sign-off is none of them.
    """
    polite = reply.find(*_COURTESY)
    for sentence in among:
        said = sentence.zone in {"body", "list"} and sentence != _name_below(reply)
        if said and not polite.between(sentence.first, sentence.last) and not _puts_off(reply, sentence):
            yield sentence


def _puts_off(reply: Cut, sentence: Sentence) -> bool:
    """Whether it defers the answer without naming a time."""
    defers = bool(reply.within(reply.find("defer"), sentence))
    return defers and not any(concrete(reply, near) for near in neighbours(reply, sentence))


@remembered
def _name_below(reply: Cut) -> Sentence | None:
    """The name under a letter without a sign-off."""
    own = [one for one in reply.sentences if one.zone in {"body", "list"}]
    return own[-1] if len(own) > 1 and not own[-1].mark and own[-1].zone == "body" else None
