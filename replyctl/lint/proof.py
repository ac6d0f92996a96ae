"""Proofreads with the short lists, an engine, and the team's own vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from replyctl.reading.holes import holes
from replyctl.reading.rewording import Edit, rewording
from replyctl.text.cut import Cut
from replyctl.text.hits import Hit
from replyctl.text.masks import Mask
from replyctl.text.spans import Spans

if TYPE_CHECKING:
    from replyctl.grammar.engine import Checker, Finding, Kind

ASKS_AN_ENGINE = frozenset({"spelling", "grammar"})
"""The rules that ask an engine; it starts only for them."""
_CODE = r"(?<![^\W_])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z\d]{6,}"
"""A number with letters in it, which an engine would take long to look up."""
_VOCABULARY = "§word"
_LONGEST_ACRONYM = 3
"""The most letters of a word in capitals that is taken for an acronym (IM, ADN) rather than a slip."""
_SHOWN = 3
"""How many suggestions a message shows."""


class Mistake(NamedTuple):
    """What is misspelt or ungrammatical, in code points of a piece's reading form."""

    start: int
    end: int
    message: str
    edits: tuple[Edit, ...]
    """What to write instead; empty if unknown."""
    safe: bool
    """Whether only that can be meant."""


class Proof(NamedTuple):
    """An engine (None: only the short lists) and the team's vocabulary."""

    engine: Checker | None = None
    accept: tuple[str, ...] = ()
    """Words that the team accepts."""
    reject: Mapping[str, str] = MappingProxyType({})
    """Words that the team avoids, with the better ones."""

    def found(self, piece: Cut, language: str, known: list[tuple[int, int]]) -> list[Finding]:
        """What the engine finds in a piece apart from `known` mistakes, and the rejected words; in code points."""
        rejected = list(self.rejected(piece))
        if self.engine is None:
            return rejected
        found = self.engine.check(piece.text, _masks(piece, self.accept), language)
        spans = Spans([*known, *((one.start, one.end) for one in rejected)])
        new = (one for one in found if not spans.meet(one.start, one.end))
        return sorted([*rejected, *new])

    def mistakes(self, piece: Cut, kind: Kind, listed: Iterable[Hit], found: list[Finding]) -> Iterator[Mistake]:
        """The mistakes of one kind, both `listed` and `found`; never a word that the team accepts."""
        accepted = Spans(word[:2] for word in (_words(piece.text, self.accept) if listed else ()))
        for hit in listed:
            start, end = piece.span(hit.first, hit.last)
            text = piece.text[start:end]
            apart = re.search(r"[,;:()–—，；：、。（）]", text)  # two clauses, not one phrase
            acronym = text.isupper() and len(text) <= _LONGEST_ACRONYM
            if not (apart or acronym or piece.zone_of(start) == "signature" or end <= accepted.around(start)[1]):
                yield _listed(piece, hit)
        yield from (_told(one, piece) for one in found if one.kind == kind)

    def rejected(self, piece: Cut) -> Iterator[Finding]:
        """Each word that the team avoids."""
        if not self.reject:
            return
        from replyctl.grammar.engine import Finding

        better = {word.casefold(): instead for word, instead in self.reject.items()}
        for start, end, word in _words(piece.text, self.reject):
            if not piece.is_hidden(start):
                instead = better[word.casefold()]
                message = f"The team writes '{instead}'." if instead else "The team does not use this word."
                yield Finding(start, end, message, "vocabulary", "spelling", (instead,) if instead else ())


def _listed(piece: Cut, hit: Hit) -> Mistake:
    start, end = piece.span(hit.first, hit.last)
    better, edits, certain = rewording(piece, hit)
    return Mistake(start, end, f"'{piece.text[start:end]}' is a slip: '{better}' is meant.", edits, certain)


def _told(one: Finding, piece: Cut) -> Mistake:
    """An engine's finding for the agent: its own message, its suggestions, and its own name for the rule."""
    from replyctl.grammar.slip import certain

    word, suggestions = piece.text[one.start : one.end], [text for text in one.suggestions if text != ""]
    shown = ", ".join(f"'{text}'" for text in suggestions[:_SHOWN] if text.strip() and text not in one.message)
    message = f"'{word}' is misspelt." if one.kind == "spelling" and one.rule != "vocabulary" else one.message
    message = f"{message} Perhaps {shown}." if shown else message
    changed = piece.normal.text[one.start : one.end] != word  # a variant of the script, unlike the suggestions
    edits = () if changed else tuple((one.start, one.end, better) for better in one.suggestions[:1])
    safe = one.kind == "spelling" and (one.rule == "vocabulary" or certain(word, one.suggestions))
    return Mistake(one.start, one.end, f"{message} ({one.rule})", edits, safe)


def _masks(piece: Cut, accept: tuple[str, ...]) -> list[Mask]:
    """Everything that the engine must not judge: masks, quotes, the signature, codes, the team's words."""
    from replyctl.grammar.masked import CUT

    cut = [(start, end, CUT) for start, end in piece.quotes]
    signature = [(piece.zones.signature, len(piece.text), CUT)]
    codes = [match.span() for match in re.finditer(_CODE, piece.text)]
    ids = [(start, end, "§id") for start, end in [*holes(piece.text, piece.language), *codes]]
    words = [(start, end, _VOCABULARY) for start, end, _ in _words(piece.text, accept)]
    return [*piece.masks, *cut, *signature, *ids, *words]


def _words(text: str, words: tuple[str, ...] | Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Where one of `words` occurs, in any case; in scripts with word breaks only as a whole word."""
    if not words:
        return
    each = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    for match in re.finditer(each, text, re.IGNORECASE):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if not (_joined(before, match[0][0]) or _joined(match[0][-1], after)):
            yield match.start(), match.end(), match[0]


def _joined(one: str, other: str) -> bool:
    return bool(one and other) and one.isalnum() and other.isalnum() and max(one, other) < "\u2e80"
