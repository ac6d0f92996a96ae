"""Finds verbs that do not fit the person who acts: "I will check" in the form for "he"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache as once

from replyctl.language import load
from replyctl.reading.inflected import MASCULINE, SEVERAL, forms
from replyctl.text.cut import Cut, remembered
from replyctl.text.hits import Hit
from replyctl.text.tokens import END, LINE

_MOST = 2
"""The most words between a person and the verb."""


@remembered
def unfitting_persons(piece: Cut) -> list[Hit]:
    """Each word for a person with a verb in the form for another one; the value says it better."""
    persons = piece.language.groups.get("persons", {})
    acting = (at for at, word in enumerate(piece.words) if word in persons and not _is_joined(piece, at))
    return [hit for at in acting for hit in _acting(piece, at, persons[piece.words[at]])]


def _is_joined(piece: Cut, at: int) -> bool:
    """Whether somebody else acts too: "the manager and I will check"."""
    joint = piece.language.and_prefix
    before = piece.text[piece.ends[at - 1] : piece.starts[at]] if at and piece.words[at - 1] not in {END, LINE} else ","
    return bool(joint) and piece.words[at].startswith(joint) and before.isspace()


def _acting(piece: Cut, at: int, person: str) -> Iterator[Hit]:
    known = _verbs(piece.language.code)
    for verb in range(at + 1, min(at + 2 + _MOST, len(piece.words))):
        if piece.text[piece.ends[verb - 1] : piece.starts[verb]] != " ":
            return
        word = piece.words[verb]
        better = known[word][person] if word in known else _now(piece, word, person)
        if better:
            if better != word:
                yield Hit(at, verb + 1, f"_ {better}")
            return
        if not piece.language.has("before-verbs", word):
            return


def _now(piece: Cut, word: str, person: str) -> str:
    """What the word is for that person if it tells what is done now, "" if it tells nothing of the kind."""
    form = forms(piece.language.code, "feeling").get(word)
    wanted = SEVERAL if person.endswith("s") else MASCULINE
    fits = form and any((at >= SEVERAL) == (wanted >= SEVERAL) for at in form.fits)
    return "" if form is None else word if fits else form.fitting(wanted)


@once
def _verbs(code: str) -> Mapping[str, Mapping[str, str]]:
    """Every form of the verbs that persons of the list may do, with the forms of the same tense for each person.

    A person's group tells what a verb has for it, before it when it will be done, and behind it when it was ("א+ +תי"); an
    "s" at its end, that it is several.
    """
    language, known = load(code), {}
    persons = sorted(set(language.groups.get("persons", {}).values()))
    for base in language.sets.get("will-do", ()):
        made = {person: person.removeprefix("=").split()[0][:-1] + base[1:] for person in persons}
        known.update(dict.fromkeys([*made.values(), base], made))
    for base in language.sets.get("did", ()):
        made = {person: base + person.split()[1][1:] for person in persons}
        known.update(dict.fromkeys(made.values(), made))
    return known
