"""Finds verbs whose number is not that of the subject before them, by the endings of both: "the forms was"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache as once

from replyctl.language import load
from replyctl.reading.neighbours import begins_clause, begins_line, is_joined, is_small
from replyctl.reading.verbs import Verb, verbs
from replyctl.text.cut import Cut, remembered
from replyctl.text.hits import Hit
from replyctl.text.tokens import END

_SINGULAR, _PLURAL = "singular", "plural"
_FARTHEST = 3
"""Words before a verb up to the determiner of its subject: one describes the noun ("your new parcel")."""


@remembered
def of_other_number(piece: Cut) -> list[Hit]:
    """Each subject with its verb; the value has the verb in the subject's number."""
    known = verbs(piece.language.code)
    return list(_found(piece, known)) if known else []


def _found(piece: Cut, known: Mapping[str, Verb]) -> Iterator[Hit]:
    helpers = _helpers(piece.language.code)
    for at, word in enumerate(piece.words):
        number, better = helpers.get(word) or _verb(piece, at, known.get(word))
        if not better or (number == _PLURAL and piece.language.has("subjects", "".join(piece.words[at + 1 : at + 2]))):
            continue  # "this week do you"
        if word in helpers and number == _SINGULAR and _is_asked(piece, at) and _asks_for_several(piece, at, known):
            yield Hit(at, at + 3, f"{better} _")
            continue
        first = _head(piece, at, known) if number == _PLURAL and word in helpers else None
        if first is not None:
            yield Hit(first, at + 1, f"_ {better}")
            continue
        first = _subject(piece, at)
        if first is not None and _differs(piece, range(first, at), number, known):
            yield Hit(first, at + 1, f"_ {better}")


def _head(piece: Cut, at: int, known: Mapping[str, Verb]) -> int | None:
    """Where a subject begins whose head is one thing of several: "the colour of the doors"."""
    if not is_plural(piece, at - 1):
        return None
    for of in range(at - 2, max(1, at - 1 - _FARTHEST), -1):
        if not is_joined(piece, of + 1):
            return None
        if piece.language.has("of-words", piece.words[of]) and is_singular(piece, of - 1, known):
            first = of - 2
            opens = piece.language.has("plural-openers", piece.words[first]) and is_joined(piece, first + 1)
            return first if opens and is_joined(piece, of) and begins_line(piece, first) else None
    return None


def _differs(piece: Cut, subject: range, number: str, known: Mapping[str, Verb]) -> bool:
    """Whether the words of a subject are of another number than its verb."""
    first, last = piece.words[subject[0]], subject[-1]
    if len(subject) == 1:
        openers = "singular-subjects" if number == _PLURAL else "plural-subjects"
        fits = piece.language.has(openers, first)
        return fits and (not piece.language.has("determiners", first) or _goes_on(piece, last + 2))
    if number == _PLURAL:
        return piece.language.has("subject-openers", first) and is_singular(piece, last, known)
    return piece.language.has("plural-openers", first) and is_plural(piece, last)


def _goes_on(piece: Cut, at: int) -> bool:
    """Whether what follows a verb is no noun, which would make a name of both ("this accept button")."""
    if not is_joined(piece, at):
        return True
    names = ("object-openers", "behind-verbs", "behind-nouns", "between-verbs", "infinitive-marks", "determiners")
    return any(piece.language.has(name, piece.words[at]) for name in names)


def _is_asked(piece: Cut, at: int) -> bool:
    """Whether a question begins with the verb, or with a word before it."""
    return begins_line(piece, at) or at in piece.find("question-words").lasts


def _asks_for_several(piece: Cut, at: int, known: Mapping[str, Verb]) -> bool:
    """Whether behind a verb that asks there are several things, and no further noun: "where is the keys now"."""
    if not (is_joined(piece, at + 1) and is_joined(piece, at + 2) and is_plural(piece, at + 2)):
        return False
    if not piece.language.has("plural-openers", piece.words[at + 1]):
        return False
    behind = piece.words[at + 3] if is_joined(piece, at + 3) else END
    if piece.language.has("between-verbs", behind):
        return True
    verb = known.get(behind)
    goes_on = verb is not None and verb.kind == "only" and behind in {verb.plain, verb.participle}
    return goes_on or behind == END or piece.language.has("behind-verbs", behind)


@once
def _helpers(code: str) -> Mapping[str, tuple[str, str]]:
    """The helping verbs: the number of each form, and the form of the other number."""
    pairs = [(plural, one[1:]) for plural, one in load(code).groups.get("singular-forms", {}).items()]
    return {
        **{plural: (_PLURAL, singular) for plural, singular in pairs},
        **{singular: (_SINGULAR, plural) for plural, singular in pairs},
    }


def _verb(piece: Cut, at: int, verb: Verb | None) -> tuple[str, str]:
    """The number of another verb, and its form of the other number; "" where it is none, or shows no number."""
    if verb is None or not _is_verb(piece, at, verb):
        return "", ""
    return (_PLURAL, verb.third) if piece.words[at] == verb.plain else (_SINGULAR, verb.plain)


def _is_verb(piece: Cut, at: int, verb: Verb) -> bool:
    """Whether the word is a form whose number shows, and no noun."""
    word = piece.words[at]
    if word not in {verb.plain, verb.third} or verb.plain == verb.past or verb.kind == "other":
        return False
    behind = piece.words[at + 1] if is_joined(piece, at + 1) else ""
    is_sure = verb.kind == "only" or piece.language.has("object-openers", behind)
    return is_sure or at in piece.find("finite-verbs").firsts


def _subject(piece: Cut, at: int) -> int | None:
    """The determiner that begins the clause and the subject of the verb there."""
    for first in range(at - 1, max(-1, at - 1 - _FARTHEST), -1):
        if not is_joined(piece, first + 1):
            return None
        if first == at - 1:
            pronoun = any(
                piece.language.has(name, piece.words[first]) for name in ("singular-subjects", "plural-subjects")
            )
            if pronoun:
                return first if begins_clause(piece, first) else None
            continue
        if piece.language.has("subject-openers", piece.words[first]):
            return first if begins_clause(piece, first) else None
        if piece.language.has("stop-words", piece.words[first]):
            return None
    return None


def is_singular(piece: Cut, at: int, known: Mapping[str, Verb]) -> bool:
    """Whether a word can only be one thing, not a group of people."""
    word, facts = piece.words[at], piece.language
    verb = known.get(word)
    if verb and word != verb.plain:
        return False
    names = ("no-singulars", "stop-words", "between-verbs", "comparatives")
    listed = any(facts.has(name, word) for name in names)
    return word.isalpha() and is_small(piece, at) and not (listed or _ends(piece, "ends-of-no-singulars", word))


def is_plural(piece: Cut, at: int) -> bool:
    """Whether a word can only be several things."""
    word, facts = piece.words[at], piece.language
    listed = facts.has("no-plurals", word) or facts.has("stop-words", word)
    several = _ends(piece, "ends-of-plurals", word) and not _ends(piece, "ends-of-no-plurals", word)
    return word.isalpha() and is_small(piece, at) and several and not listed


def _ends(piece: Cut, name: str, word: str) -> bool:
    return word.endswith(tuple(piece.language.sets.get(name, ())))


def is_noun(piece: Cut, at: int) -> bool:
    """Whether a word can be nothing but a thing, or things, as far as endings and lists tell."""
    return is_singular(piece, at, verbs(piece.language.code)) or is_plural(piece, at)
