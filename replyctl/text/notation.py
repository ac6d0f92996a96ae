"""The notation of the phrases in `language/`.

Words are matched in reading form, so case and curly apostrophes do not matter. `we|i will`: alternatives; `order(s|ed)`:
what may be added to a word; `~so very`: an optional word; `sorry _ delay`: any one word; `by <weekdays>`: a word or phrase
of that list; `= aus`: the word as it is, no prefix letters before it. A mapping gives each phrase a value, such as the
better word; `+thank|tell ya: _ you`: the value repeats the word that stands at `+`. Where a language draws words together or
spells them in two ways, one of them is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from replyctl.errors import LanguageError
from replyctl.language.word_forms import with_additions
from replyctl.text.masks import masks
from replyctl.text.tokens import Tokens, tokenise

if TYPE_CHECKING:
    from replyctl.language.lists import WordList
    from replyctl.language.schema import LanguageFiles

Meaning = tuple[str, str, bool]
"""The list, the phrase's value, whether prefix letters may precede the phrase."""
Place = tuple[tuple[str, ...], ...]
"""What may stand in one place of a phrase: words each, none where it is optional."""
Phrase = tuple[Place, ...]
ANY = "_"
_REPEATED = re.compile(r"\+(?=.)")
UNLESS = "!"
"""Before the name of a list: its exceptions."""
_BETWEEN = re.compile(r"\|(?![^(]*\))")
"""Between the alternatives of a place, not between the endings of a word."""
_NAMED = re.compile(r"<([a-z-]+)>")


def phrases(files: LanguageFiles) -> Iterator[tuple[Phrase, Meaning]]:
    """All phrases of a language. LanguageError for one that names a list that there is none of."""
    between = "" if files.facts.by_character else " "
    places = reader(files.lists)
    for name, entry, value in _entries(files.lists):
        for phrase, better in _repeating(entry, places(entry), value, between):
            yield phrase, (name, better, not entry.startswith("= "))


def _entries(lists: Mapping[str, WordList]) -> Iterator[tuple[str, str, str]]:
    """The name of a list, one of its phrases and the phrase's value; exceptions under UNLESS and the name."""
    for name, one in lists.items():
        if isinstance(one.find, dict):
            yield from ((name, entry, value) for entry, value in one.find.items())
        else:
            yield from ((name, entry, "") for entry in one.find)
        yield from ((f"{UNLESS}{name}", entry, "") for entry in one.unless)


def reader(lists: Mapping[str, WordList]) -> Callable[[str], Phrase]:
    """What tells what may stand in each place of an entry; a place that many entries share is read once."""
    read = cache(lambda place: tuple(map(_read, _texts(place, lists))))
    return lambda entry: tuple(map(read, entry.removeprefix("= ").split()))


def _repeating(entry: str, phrase: Phrase, value: str, between: str) -> Iterator[tuple[Phrase, str]]:
    """The phrase and its value, once for each word that the value repeats."""
    if ANY not in value:
        yield phrase, value
        return
    repeated = [at for at, place in enumerate(entry.removeprefix("= ").split()) if _REPEATED.match(place)]
    for wordings in product(*(phrase[at] for at in repeated)):
        better = value
        for words in wordings:
            better = better.replace(ANY, between.join(words), 1)
        chosen = dict(zip(repeated, wordings, strict=True))
        yield tuple((chosen[at],) if at in chosen else place for at, place in enumerate(phrase)), better


def _texts(place: str, lists: Mapping[str, WordList], inside: tuple[str, ...] = ()) -> Iterator[str]:
    """All that may stand in a place, "" where it is optional; `inside` are the lists that name each other down to it."""
    for wording in _BETWEEN.split(_REPEATED.sub("", place.removeprefix("~"), count=1)):
        named = _NAMED.search(wording)
        if named:
            before, behind = wording[: named.start()], wording[named.end() :]
            yield from (f"{before}{text}{behind}" for text in _listed(named[1], lists, inside))
        else:
            yield from with_additions(wording)
    if place.startswith("~"):
        yield ""


def _listed(name: str, lists: Mapping[str, WordList], inside: tuple[str, ...]) -> Iterator[str]:
    """All words and phrases of a list."""
    if name not in lists or name in inside:
        raise LanguageError(f"a phrase names the list '{name}': there is none, or it names itself")
    for entry in lists[name].words or lists[name].find:
        texts = (_texts(place, lists, (*inside, name)) for place in entry.removeprefix("= ").split())
        yield from (" ".join(filter(None, words)) for words in product(*texts))


@lru_cache(maxsize=1 << 14)
def _read(wording: str) -> tuple[str, ...]:
    """The words of one place, as a text's words are read; the words of a named list stand in many phrases."""
    if wording == ANY or wording.startswith("§"):
        return (wording,)
    tokens = Tokens()
    tokenise(wording, 0, len(wording), masks(wording), frozenset(), tokens)
    return tuple(tokens.words)
