"""A text cut once: its own words, the phrases in them, its zones and its sentences. All that rules look at.

A text without a language of ours is cut all the same; it just holds no phrases.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, wraps
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from replyctl.language import Language
from replyctl.text import other_script, phrases, zones
from replyctl.text.directives import Directives, directives
from replyctl.text.hits import Hit, Hits, apart
from replyctl.text.masks import Mask, masks
from replyctl.text.normal import Normal, normalise
from replyctl.text.quotes import own, quoted
from replyctl.text.scripts import ASKING
from replyctl.text.spans import Range, Spans
from replyctl.text.tokens import END, LINE, Tokens, tokenise

Found = TypeVar("Found")
_NONE = Hits()


class Sentence(NamedTuple):
    """Words `first` up to `last`, code points `start` up to `end` of the text in reading form, without its end mark."""

    first: int
    last: int
    start: int
    end: int
    zone: str
    mark: str
    """Its end mark as written, "" where it has none."""

    @property
    def asks(self) -> bool:
        """Whether its mark is one of a question."""
        return bool(self.mark) and self.mark[0] in ASKING


class Cut:
    """A text in reading form and everything that was found in it. Indices of words go with `words`, `starts`, `ends`."""

    def __init__(self, normal: Normal, language: Language, names: Iterable[str], *, whole: bool) -> None:
        self.normal = normal
        self.whole = whole
        self.language = language
        self.text = other_script.read(normal.text, language)
        self.directives = directives(self.text) if whole else Directives([])
        self.quotes: list[Range] = quoted(self.text) if whole else []
        if self.directives.found:  # no words of the message either
            self.quotes = sorted([*self.quotes, *((one.start, one.end) for one in self.directives.found)])
        names = [other_script.read(name, language) for name in names]
        self.masks: list[Mask] = masks(self.text, names, language.sets.get("elided", ()))
        tokens = Tokens()
        for start, end in own(self.text, self.quotes):
            tokenise(self.text, start, end, self.masks, language.abbreviations, tokens)
            tokens.close(end)
        self.words, self.starts, self.ends = tokens.words, tokens.starts, tokens.ends
        self.hits: dict[str, list[Hit]] = phrases.scan(self.words, language)
        found = zones.find(self.text, tokens, self.hits, self.quotes, language) if whole else None
        self.zones = found or zones.Zones(len(self.text))
        self.sentences: list[Sentence] = list(_sentences(self))
        self._firsts = [sentence.first for sentence in self.sentences]
        self._lists: dict[tuple[str, ...], Hits] = {}
        self._masked: dict[tuple[str, ...], Spans] = {}
        self.kept: dict[Any, Any] = {}
        """What `remembered` functions have worked out of this text."""

    def find(self, *lists: str, unless: str = "") -> Hits:
        """The phrases of these lists, in the order of the text; none that shares a word with one of the list `unless`."""
        if self.hits.keys().isdisjoint(lists):
            return _NONE
        asked = (*lists, unless)
        if asked not in self._lists:
            said = [self.hits[name] for name in lists if name in self.hits]
            hits = said[0] if len(said) == 1 else sorted(chain.from_iterable(said))
            hits = apart(hits, self.hits.get(unless, []))
            self._lists[asked] = Hits(hits) if hits else _NONE
        return self._lists[asked]

    def sentence_at(self, word: int) -> Sentence | None:
        """The sentence that holds the word of this index."""
        at = bisect_right(self._firsts, word) - 1
        return self.sentences[at] if at >= 0 and word < self.sentences[at].last else None

    def sentence_over(self, start: int) -> Sentence | None:
        """The sentence that holds this code point."""
        at = bisect_right(self.sentences, start, key=attrgetter("start")) - 1
        return self.sentences[at] if at >= 0 and start < self.sentences[at].end else None

    def number_of(self, sentence: Sentence) -> int:
        """Which one of the sentences it is."""
        return bisect_left(self._firsts, sentence.first)

    def span(self, first: int, last: int) -> Range:
        """Code points (reading form) of the words `first` up to `last`."""
        return self.starts[first], self.ends[last - 1]

    def size(self, first: int, last: int) -> int:
        """How long the stretch is, in the units of the language."""
        words = last - first
        if self.language.by_character:
            masked = (self.ends[at] - self.starts[at] - 1 for at in range(first, last) if self.words[at] == "§quote")
            return words + sum(masked)
        return words

    def within(self, hits: Hits, sentence: Sentence) -> Sequence[Hit]:
        """Those of `hits` that begin in `sentence`."""
        return hits.between(sentence.first, sentence.last)

    def prose(self) -> Iterator[Sentence]:
        """The sentences of the author's own message: everything but the signature."""
        return (sentence for sentence in self.sentences if sentence.zone != "signature")

    def is_hidden(self, start: int) -> bool:
        """Whether this code point stands in a quote or a mask."""
        return self.is_quoted(start) or self.masked().hold(start)

    def is_quoted(self, start: int) -> bool:
        """Whether this code point stands in a quote."""
        return self._quoted.hold(start)

    @cached_property
    def _quoted(self) -> Spans:
        return Spans(self.quotes)

    def masked(self, *kinds: str) -> Spans:
        """The masks of these kinds; without any, all."""
        if kinds not in self._masked:
            self._masked[kinds] = Spans(mask[:2] for mask in self.masks if not kinds or mask[2] in kinds)
        return self._masked[kinds]

    def zone_of(self, start: int) -> str:
        """The zone that holds this code point (reading form)."""
        return self.zones.of(start)


def remembered(find: Callable[[Cut], Found]) -> Callable[[Cut], Found]:
    """`find`, which works something out of a text, made to do so once for each: several rules ask for it."""

    @wraps(find)
    def kept(piece: Cut) -> Found:
        if find not in piece.kept:
            piece.kept[find] = find(piece)
        found: Found = piece.kept[find]
        return found

    return kept


def cut(text: str, language: Language, names: Iterable[str] = (), *, whole: bool = True) -> Cut:
    """Cut `text`; `names` are masked as written. `whole` is false for a subject, which has neither zones nor quotes."""
    return Cut(normalise(text), language, names, whole=whole)


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
