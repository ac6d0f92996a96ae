"""Finds apologies in a text, and whether they name what went wrong.

An apology is specific if its sentence still says something without the regret itself, function words and words that fit
every mishap ("inconvenience", "issue", "experience").
"""

from __future__ import annotations

from typing import NamedTuple

from replyctl.reading.content_words import content
from replyctl.reading.greeting import addressed
from replyctl.text.cut import Cut, Sentence, remembered
from replyctl.text.hits import Hit

_FEWEST = {"words": 1, "characters": 2}
"""The fewest words left in a sentence that names something."""

_NO_MATTER = ("vague-fault", "regret-words", "weekdays", "months")
"""What does not make an apology specific: the regret, what fits every mishap, and when it was."""


class Apology(NamedTuple):
    """One sentence in which the author apologises."""

    sentence: Sentence
    hit: Hit
    specific: bool


@remembered
def apologies(piece: Cut) -> list[Apology]:
    """The sentences that apologise, in order; "sorry, which one?" and "we regret to inform you" do not."""
    regrets = piece.find("regret-words")
    if not regrets:
        return []
    found: dict[int, Apology] = {}
    for hit in regrets:
        sentence = piece.sentence_at(hit.first)
        if sentence is None or sentence.zone == "signature" or sentence.first in found:
            continue
        found[sentence.first] = Apology(sentence, hit, _specific(piece, sentence, hit))
    return list(found.values())


def _specific(piece: Cut, sentence: Sentence, hit: Hit) -> bool:
    start, end = _clause(piece, sentence, hit)
    if _matter(piece, start, end):
        return True
    position = piece.number_of(sentence)
    led = [sentence._replace(last=start)] if start > sentence.first else []
    """What the sentence says before it turns to the apology."""
    before, after = piece.sentences[max(position - 1, 0) : position], piece.sentences[position + 1 : position + 2]
    behind = [other for other in after if not piece.within(piece.find("helping"), other)]
    return any(_names_fault(piece, other) for other in (*led, *before, *behind) if other.zone in {"body", "list"})


def _clause(piece: Cut, sentence: Sentence, hit: Hit) -> tuple[int, int]:
    """The words of the sentence that belong to the apology: between the turns to something else."""
    breaks = [found.first for found in piece.within(piece.find("clause-break"), sentence)]
    start = max((at for at in breaks if at <= hit.first), default=sentence.first)
    end = min((at for at in breaks if at >= hit.last), default=sentence.last)
    return start, end


def _matter(piece: Cut, first: int, last: int) -> bool:
    greeted = _greeted(piece)
    words = (at for at in content(piece, first, last, *_NO_MATTER) if not _is_name(piece, first, at))
    named = [at for at in words if piece.text[slice(*piece.span(at, at + 1))] not in greeted]
    return len(named) >= _FEWEST[piece.language.units]


@remembered
def _greeted(piece: Cut) -> frozenset[str]:
    """The words of the name in the greeting: repeated beside a regret, it does not make the apology specific."""
    greeting = addressed(piece)
    return frozenset(greeting.words) if greeting else frozenset()


def _is_name(piece: Cut, first: int, at: int) -> bool:
    """Whether the word is capitalised like a name inside a sentence: a name does not say what went wrong."""
    written = piece.text[piece.starts[at] : piece.ends[at]]
    return at > first and written != written.lower() and written == written.capitalize()


def _names_fault(piece: Cut, sentence: Sentence) -> bool:
    """Whether a neighbouring sentence says what went wrong: it has a word for a fault and names what it happened to."""
    denials = piece.find("negations").lasts
    faults = [hit for hit in piece.within(piece.find("fault"), sentence) if hit.first not in denials]
    supposes = piece.find("supposing").between(sentence.first, sentence.first + 1)  # "If the new one breaks too, …"
    told = not supposes and not _asks(piece, sentence)
    return bool(faults) and told and _matter(piece, sentence.first, sentence.last)


def _asks(piece: Cut, sentence: Sentence) -> bool:
    return sentence.asks or bool(piece.within(piece.find("asks"), sentence))
