"""What fingers and ears do to a word: the single edits that make a slip of it."""

from __future__ import annotations

import re
from itertools import pairwise

from replyctl.language import Language

_LONG = 5
"""The fewest letters of a word in which any letter inside may be left out, or be one beside it on the keyboard."""


class Letters:
    """The letters of a language: which sound alike, which are neighbours on the keyboard, which are easily left out."""

    def __init__(self, language: Language) -> None:
        facts = language.typing
        self.weak, self.mute = frozenset(facts.weak), frozenset(facts.mute)
        self.alike = {pair for group in facts.alike for one in group for pair in ((one, two) for two in group)}
        rows = [pair for row in facts.keyboard for pair in pairwise(row)]
        self.beside = {*rows, *((two, one) for one, two in rows)}
        self.finals = facts.finals
        self._loan_endings = facts.loan_endings
        self._runs = re.compile(f"[^{''.join(facts.finals.values())}]*.", re.DOTALL) if facts.finals else None
        self._plain = str.maketrans({final: letter for letter, final in facts.finals.items()})

    def plain(self, word: str) -> str:
        """The word without the forms that letters have at its end."""
        return word.translate(self._plain)

    def put_right(self, word: str) -> str:
        """The word with the form at its end that its last letter has there, and with no such form inside."""
        plain = self.plain(word)
        return plain[:-1] + self.finals.get(plain[-1], plain[-1])

    def may_end(self, word: str) -> bool:
        """Whether a foreign word may end so, though another form of the letter stands at the end of others."""
        return word[-1] in self._loan_endings

    def run_together(self, word: str) -> list[str]:
        """The words that `word` may consist of: forms for the end of a word end one."""
        return self._runs.findall(word) if self._runs else [word]

    def slips(self, slip: str, word: str) -> bool:
        """Whether `slip` is `word` with one edit; both in plain form."""
        more = len(slip) - len(word)
        first, shorter = 0, min(len(slip), len(word))
        while first < shorter and slip[first] == word[first]:
            first += 1
        if more == 0:
            return self._another(slip, word, first)
        if more > 0:
            return slip[first + 1 :] == word[first:] and self._too_many(slip, word, first)
        return slip[first:] == word[first + 1 :] and self._left_out(word, first)

    def _another(self, slip: str, word: str, at: int) -> bool:
        """One letter for another, or two in each other's place."""
        if slip[at + 1 :] == word[at + 1 :]:
            pair = slip[at : at + 1], word[at : at + 1]
            inside = 0 < at < len(word) - 1
            return pair in self.alike or (inside and len(word) >= _LONG and pair in self.beside)
        return slip[at : at + 2] == word[at : at + 2][::-1] and slip[at + 2 :] == word[at + 2 :]

    def _too_many(self, slip: str, word: str, at: int) -> bool:
        """A letter doubled, or a weak one put in; the first difference stands behind a doubled letter."""
        return at > 0 and (slip[at] == slip[at - 1] or slip[at] in (self.weak if at < len(word) else self.mute))

    def _left_out(self, word: str, at: int) -> bool:
        inside = 0 < at < len(word) - 1
        return inside and (word[at] in self.weak or len(word) >= _LONG)
