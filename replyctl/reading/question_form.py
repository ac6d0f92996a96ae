"""Tells whether a sentence of a customer's mail asks, by its mark or by its form; small talk and rhetoric want no answer.

One e-mail question in five is not interrogative in form (Kwong & Yorke-Smith 2009).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from replyctl.reading.content_words import content
from replyctl.text.cut import Cut, Sentence, remembered
from replyctl.text.hits import Hit
from replyctl.text.scripts import ASKING, COLONS, COMMAS, SEMICOLONS

ASKING_MARKS = frozenset(ASKING)
_OPENING = 5
"""How many words from a sentence's start may hold the opener of a question without a mark."""
_LIST_BELOW = re.compile(rf"[)）\]】]?[ \t]*[{COLONS}]\s*\n")
_SOME_OF_MANY = frozenset({"which", "how-many", "how-much"})
"""What may ask with words between it and its verb: "which of the two is", never a clause of time or place."""


def asks(mail: Cut, sentence: Sentence) -> bool:
    """Whether the sentence asks; what greets does so with a mark or an ending only, a signature also needs the words."""
    marked = is_marked(sentence)
    words, openers = openings(mail, sentence)
    if sentence.zone == "signature" and not (marked and (words or openers)):
        return False
    if not marked and (_greets(mail, sentence) or not _asks_without_mark(mail, sentence, words, openers)):
        return False
    is_small_talk = sentence.first < _business(mail) and bool(mail.within(mail.find("small-talk"), sentence))
    return not is_small_talk and not mail.within(mail.find("rhetorical"), sentence)


def is_marked(sentence: Sentence) -> bool:
    """Whether a question mark ends the sentence."""
    return not ASKING_MARKS.isdisjoint(sentence.mark)


def openings(mail: Cut, sentence: Sentence) -> tuple[list[Hit], list[Hit]]:
    """The sentence's question words, and what opens a question; without those that only say that a question follows."""
    words, openers = (
        mail.find(name, unless="question-announcements") for name in ("question-words", "question-openers")
    )
    return [*mail.within(words, sentence)], [*mail.within(openers, sentence)]


def announces(mail: Cut, sentence: Sentence) -> bool:
    """Whether it only says that what follows asks: "I have two questions:", and below it they stand."""
    if not sentence.mark and _LIST_BELOW.match(mail.text, sentence.end):
        return True
    said = mail.within(mail.find("question-announcements"), sentence)
    return bool(said) and not any(openings(mail, sentence)) and not _is_ended(mail, sentence.last)


def _is_ended(mail: Cut, last: int) -> bool:
    return last in mail.find("question-endings").lasts


def wants_news(mail: Cut, sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words ask for nothing but news, or name only a number: "Any news?", "HW-44?"."""
    news = mail.find("news-words").between(first, last)
    if is_marked(sentence):
        return bool(news) or "§id" in mail.words[first:last]
    openers = mail.find("question-openers").between(first, last)
    return bool(news) and (_is_ended(mail, last) or any(_begins_clause(mail, sentence, hit.first) for hit in openers))


@remembered
def _business(mail: Cut) -> int:
    """Where the mail comes to the point, behind what asks after the reader: there "How is it going?" wants news."""
    polite = mail.find("small-talk", "rhetorical")
    telling = (one.last for one in mail.sentences if one.zone != "greeting" and not mail.within(polite, one))
    return next(telling, len(mail.words))


def _greets(mail: Cut, sentence: Sentence) -> bool:
    """Whether it is the greeting, or a first line that ends in a comma as one."""
    return sentence.zone == "greeting" or (not sentence.first and mail.text.startswith(tuple(COMMAS), sentence.end))


def _asks_without_mark(mail: Cut, sentence: Sentence, words: list[Hit], openers: list[Hit]) -> bool:
    """Whether the sentence asks by its form: an opener near its start, or a question word that begins it."""
    if sentence.mark[:1] in {"!", "！"} and not openers:
        return False
    in_place = mail.language.asks_in_place
    if any(in_place or _opens(mail, sentence, hit.first) for hit in openers):
        return True
    if _says_what(mail, sentence, words):
        return True
    if in_place:
        particles = mail.within(mail.find("question-particles"), sentence)
        return _is_ended(mail, sentence.last) or (bool(words) and bool(particles))
    begins = bool(words) and words[0].first - sentence.first < 2  # noqa: PLR2004 - "and when", "so how"
    return begins and _goes_on(mail, sentence, words[0])


def _says_what(mail: Cut, sentence: Sentence, words: list[Hit]) -> bool:
    """Whether it names the question that it announces: "A question about the kettle: it buzzes", or "about how long"."""
    said = mail.within(mail.find("question-announcements"), sentence)
    if not said or said[0].first - sentence.first >= _OPENING:
        return False
    if any(word.first == said[0].last for word in words):
        return True
    colon = re.compile(f"[{COLONS}]").search(mail.text, mail.ends[said[0].last - 1], sentence.end)
    below = bisect_left(mail.starts, colon.end(), said[0].last, sentence.last) if colon else sentence.last
    return any(True for _ in content(mail, below, sentence.last, "question-fillers"))


def _opens(mail: Cut, sentence: Sentence, at: int) -> bool:
    return at - sentence.first < _OPENING or _begins_clause(mail, sentence, at) or _inverts(mail, at)


def _goes_on(mail: Cut, sentence: Sentence, word: Hit) -> bool:
    """Whether the verb follows its question word: "when does it come", and not "when it came it was broken"."""
    head = mail.find("question-heads").between(word.first, word.first + 1)
    if head:
        relative = tuple(mail.language.sets.get("relative-prefixes", ()))
        if head[0].last == sentence.last or not mail.words[head[0].last].startswith(relative):
            return True
    verbs = mail.find("question-auxiliaries")
    if word.value in _SOME_OF_MANY:
        return bool(mail.within(verbs, sentence))
    behind = word.last
    while behind < sentence.last and mail.find("question-fillers").words.hold(behind):
        behind += 1
    return not verbs.firsts.isdisjoint({word.first, behind})


def _begins_clause(mail: Cut, sentence: Sentence, at: int) -> bool:
    """Whether nothing but "and", "please" and the like stands before the word in the sentence, or behind its comma."""
    small = mail.find("question-fillers", "clause-joints").words
    while at > sentence.first:
        if _parts(mail, at):
            return True
        if not small.hold(at - 1) and not mail.language.has("and-words", mail.words[at - 1]):
            return False
        at -= 1
    return True


def _parts(mail: Cut, at: int) -> bool:
    """Whether a comma or semicolon stands before the word."""
    before = mail.text[mail.ends[at - 1] : mail.starts[at]]
    return any(mark in before for mark in f"{COMMAS}{SEMICOLONS}")


def _inverts(mail: Cut, at: int) -> bool:
    """Whether a clause begins there with its verb before its subject: "I use a wheelchair, so is there a step"."""
    if not at or not mail.find("question-auxiliaries").between(at, at + 1):
        return False
    is_joined = at in mail.find("clause-joints").lasts or mail.language.has("and-words", mail.words[at - 1])
    return is_joined or _parts(mail, at)
