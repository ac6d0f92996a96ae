"""The forms of the verbs that a language lists: which of them a word is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache as once
from typing import NamedTuple

from replyctl import cache
from replyctl.language import Language, load, stamp

_REGULAR = "ed"


class Verb(NamedTuple):
    """A verb in all its forms, and what else its plain form is."""

    plain: str
    third: str
    past: str
    participle: str
    ing: str
    kind: str
    """only: nothing else; counted: a thing that takes an article; other: a thing that takes none, or a quality."""


@once
def verbs(code: str) -> Mapping[str, Verb]:
    """The verbs of a language by each of their forms; empty where none are listed."""
    return cache.remember("verbs", stamp(code), lambda: _packed(load(code)), _unpacked) if load(code).verbs else {}


def _packed(language: Language) -> tuple[list[tuple[str, ...]], dict[str, int]]:
    """The verbs, and by form the number of its verb: to make them takes ten times as long as to read them."""
    listed = [_verb(entry, kind, language) for kind, entries in language.verbs.items() for entry in entries]
    known: dict[str, Verb] = {}
    for verb in (other for one in listed for other in _spellings(one, language)):
        for form in verb[:-1]:
            known.setdefault(form, verb)
    known |= {verb.plain: verb for verb in known.values()}
    numbers = {verb: number for number, verb in enumerate(dict.fromkeys(known.values()))}
    return [tuple(verb) for verb in numbers], {form: numbers[verb] for form, verb in known.items()}


def _unpacked(packed: tuple[list[tuple[str, ...]], dict[str, int]]) -> Mapping[str, Verb]:
    entries, numbers = packed
    made = [Verb(*entry) for entry in entries]
    return {form: made[number] for form, number in numbers.items()}


def _verb(entry: str, kind: str, language: Language) -> Verb:
    """`take took taken`: the plain form, the past, the participle and the form in -ing, as far as they are not regular."""
    plain, *irregular = entry.split()
    one, past, ing = regular(plain, language)
    if irregular:
        doubled = irregular[0].removesuffix(_REGULAR)  # shipped, so shipping
        past, ing = irregular[0], ing if doubled == irregular[0] or doubled in plain else doubled + ing[len(plain) :]
    participle = irregular[1] if len(irregular) > 1 else past
    return Verb(plain, one, past, participle, irregular[-1] if len(irregular) > 2 else ing, kind)  # noqa: PLR2004


def regular(plain: str, language: Language) -> list[str]:
    """The regular forms of a verb: behind he or she (also the plural of a noun), in the past, in -ing."""
    fitting = (one for one in language.verb_endings if plain.endswith(one[0]))
    ending, *others = max(fitting, key=lambda one: len(one[0]))
    return [f"{plain.removesuffix(ending)}{other}" for other in others]


def _spellings(verb: Verb, language: Language) -> Iterator[Verb]:
    """The verb, and the same with all its forms in the other spelling: apologised and apologising, -ized and -izing."""
    yield verb
    forms: tuple[str, ...] = verb[:-1]
    for one, other in language.spellings.items():
        forms = tuple(form.replace(one, other) for form in forms)
    if forms != verb[:-1]:
        plain, third, past, participle, ing = forms
        yield Verb(plain, third, past, participle, ing, verb.kind)
