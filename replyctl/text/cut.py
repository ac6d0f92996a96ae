"""A text cut once: its own words, the phrases in them, its zones and its sentences. All that rules look at.

A text without a language of ours is cut all the same; it just holds no phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from replyctl.language import Language
from replyctl.text import phrases, zones
from replyctl.text.masks import Mask, masks
from replyctl.text.normal import Normal, normalise
from replyctl.text.phrases import Hit
from replyctl.text.quotes import Range, own, quoted
from replyctl.text.tokens import END, LINE, Tokens, tokenise


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words `first` up to `last`, code points `start` up to `end` of the text in reading form, without its end mark."""

    first: int
    last: int
    start: int
    end: int
    zone: str
    mark: str
    """Its end mark as written, "" where it has none."""


@dataclass(slots=True)
class Cut:
    """A text in reading form and everything that was found in it. Indices of words go with `words`, `starts`, `ends`."""

    normal: Normal
    language: Language
    text: str
    quotes: list[Range]
    masks: list[Mask]
    words: list[str]
    starts: list[int]
    ends: list[int]
    hits: dict[str, list[Hit]]
    zones: zones.Zones
    sentences: list[Sentence] = field(default_factory=list)

    def find(self, *lists: str) -> list[Hit]:
        """The phrases of these lists, in the order of the text."""
        found = [hit for name in lists for hit in self.hits.get(name, ())]
        return sorted(found) if len(lists) > 1 else found

    def sentence_at(self, word: int) -> Sentence | None:
        """The sentence that holds the word of this index."""
        return next((sentence for sentence in self.sentences if sentence.first <= word < sentence.last), None)

    def span(self, first: int, last: int) -> Range:
        """Code points (reading form) of the words `first` up to `last`."""
        return self.starts[first], self.ends[last - 1]

    def within(self, hits: list[Hit], sentence: Sentence) -> list[Hit]:
        """Those of `hits` that begin in `sentence`."""
        return [hit for hit in hits if sentence.first <= hit.first < sentence.last]

    def prose(self) -> Iterator[Sentence]:
        """The sentences of the author's own message: everything but the signature."""
        return (sentence for sentence in self.sentences if sentence.zone != "signature")

    def zone_of(self, start: int) -> str:
        """The zone that holds this code point (reading form)."""
        return self.zones.of(start)


def cut(text: str, language: Language, names: Iterable[str] = (), *, whole: bool = True) -> Cut:
    """Cut `text`; `names` are masked as written. `whole` is false for a subject, which has neither zones nor quotes."""
    normal = normalise(text)
    reading = normal.text.translate(language.variants) if language.variants else normal.text
    quotes = quoted(reading) if whole else []
    masked = masks(reading, names)
    tokens = Tokens([], [], [])
    for start, end in own(reading, quotes):
        tokenise(reading, start, end, masked, language.abbreviations, tokens)
        if tokens.words and tokens.words[-1] != LINE:
            _add(tokens, LINE, end)
    hits = phrases.scan(tokens.words, language)
    zoned = zones.find(reading, tokens, hits, quotes, language) if whole else zones.Zones(len(reading))
    found = Cut(normal, language, reading, quotes, masked, tokens.words, tokens.starts, tokens.ends, hits, zoned)
    found.sentences = list(_sentences(found))
    return found


def _add(tokens: Tokens, word: str, at: int) -> None:
    tokens.words.append(word)
    tokens.starts.append(at)
    tokens.ends.append(at)


def _sentences(found: Cut) -> Iterator[Sentence]:
    first, zone = 0, ""
    for index, word in enumerate(found.words):
        if word in (END, LINE):
            if index > first:
                mark = found.text[found.starts[index] : found.ends[index]] if word == END else ""
                yield Sentence(first, index, found.starts[first], found.ends[index - 1], zone, mark)
            first = index + 1
        elif index == first:
            zone = found.zone_of(found.starts[index])
        elif found.starts[index] >= found.zones.greeting_end > found.starts[first]:
            yield Sentence(first, index, found.starts[first], found.ends[index - 1], zone, "")
            first, zone = index, found.zone_of(found.starts[index])
