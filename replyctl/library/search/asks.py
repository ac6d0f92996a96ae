"""How near a text is to what customers ask: a snippet stands where its asks point on average, each as much as another.

What few asks have counts more than what many have, so that greetings, thanks and little words say next to nothing. The
average of many asks hits more new requests than the nearest single one, which may share no more than the name of a lamp.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from math import log, sqrt
from typing import Any, NamedTuple

from replyctl.library.search.fragments import SEVERAL, fragments, in_first_script, script

_EVEN = 0.7
"""The power by which a fragment that several asks have counts less than their number."""
_APART = 0.3
"""The power by which a fragment counts more, the fewer snippets have it in any of their asks."""
_SEVERAL = 0.05
"""How near a text with several questions is to asks that all hold several, whatever else it says and however long it is."""
_MOST_HELD = 255


class Direction(NamedTuple):
    """Where the asks for one snippet point, in one script; of `fragments`, the same place in the others tells more."""

    asks: int
    """How many asks there are."""
    fragments: array[int]
    held: bytes
    """How many of the asks have the fragment."""
    weights: array[float]
    """How strongly they have it; the squares' sum is 1."""

    @classmethod
    def of(cls, asks: Sequence[str]) -> Direction:
        """The direction of asks (or of other texts that stand for them)."""
        held: Counter[int] = Counter()
        weights: dict[int, float] = {}
        for ask in asks:
            own = fragments(in_first_script(ask))
            held.update(own)
            share = 1 / sqrt(len(own) or 1)
            for fragment in own:
                weights[fragment] = weights.get(fragment, 0.0) + share
        even = [weight**_EVEN for weight in weights.values()]
        length = sqrt(sum(weight * weight for weight in even)) or 1.0
        return cls(
            len(asks),
            array("I", weights),
            bytes(min(held[fragment], _MOST_HELD) for fragment in weights),
            array("f", (weight / length for weight in even)),
        )

    @property
    def several(self) -> float:
        """The share of the asks with several questions."""
        return sum(self.held[at] for at in _shared(self, SEVERAL).values()) / self.asks


def near(text: str, directions: Iterable[tuple[str, Direction]], questions: int | None = None) -> dict[str, float]:
    """By name, from 0 to 1, how near a text is to what is asked for each snippet; what it has nothing of is left out.

    `questions`: how many it asks, where that is known; else its question marks are counted.
    """
    looked = fragments(text)
    is_several = bool(looked & SEVERAL) if questions is None else questions > 1
    shared = [(name, one, _shared(one, looked)) for name, one in directions]
    count, held, spread = 0, Counter[int](), Counter[int]()
    for _, one, places in shared:
        count += one.asks
        spread.update(places.keys())
        for fragment, at in places.items():
            held[fragment] += one.held[at]
    rare = {fragment: _rarity(held[fragment], count) for fragment in looked}
    length = (
        sqrt(sum(one * one for one in rare.values())) * _rarity(0, count) ** _EVEN * _rarity(0, len(shared)) ** _APART
    )
    counts = {
        fragment: one ** (1 + _EVEN) * _rarity(spread[fragment], len(shared)) ** _APART / length
        for fragment, one in rare.items()
    }
    found: dict[str, float] = {}
    for name, one, places in shared:
        if places:
            score = sum(counts[fragment] * one.weights[at] for fragment, at in places.items())
            score += _SEVERAL * one.several if is_several else 0.0
            found[name] = max(min(score, 1.0), found.get(name, 0.0))
    return found


def _shared(one: Direction, looked: Container[int]) -> dict[int, int]:
    """Where in the direction each fragment stands that the text has too."""
    return {fragment: at for at, fragment in enumerate(one.fragments) if fragment in looked}


def _rarity(found: int, count: int) -> float:
    return log(1 + (count + 0.5) / (found + 0.5))


def standing_for(plain: Mapping[str, Any], writing: str) -> Iterator[list[str]]:
    """What stands for a snippet in one script, a list for each language: asks and title; without asks its text."""
    asks, title = plain["asks"], plain["title"]
    found: dict[str, list[str]] = {}
    for language, many in asks.items() if isinstance(asks, dict) else [("", asks)]:
        if own := [ask for ask in many if script(ask) == writing]:
            found[language] = own
    has_asks = bool(found)
    for language, one in title.items() if isinstance(title, dict) else [("", title)]:
        if script(one) == writing:
            found.setdefault(language, []).append(one)
    if not has_asks:
        for language, text in plain["text"].items():
            if script(text["body"]) == writing:
                found.setdefault(language, []).extend((text["subject"], text["body"]))
    yield from found.values()
