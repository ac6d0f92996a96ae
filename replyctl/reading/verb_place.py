"""A verb in a text beside the word that governs it."""

from __future__ import annotations

from typing import NamedTuple

from replyctl.reading.neighbours import begins_clause, begins_line, is_joined
from replyctl.reading.verbs import Verb
from replyctl.text.cut import Cut


class VerbPlace(NamedTuple):
    """A verb in a text, and the word that governs it: indices of words."""

    piece: Cut
    at: int
    before: int
    verb: Verb

    @property
    def word(self) -> str:
        """The verb as it stands there, in small letters."""
        return self.piece.words[self.at]

    def has(self, name: str, index: int) -> bool:
        """Whether the word of that index is in a set."""
        return 0 <= index < len(self.piece.words) and self.piece.language.has(name, self.piece.words[index])

    @property
    def takes_object(self) -> bool:
        """Whether an object follows, so that no noun can stand here."""
        return is_joined(self.piece, self.at + 1) and self.has("object-openers", self.at + 1)

    def asks(self, index: int) -> bool:
        """Whether a question begins with the word of that index, or with a word before it."""
        return begins_line(self.piece, index) or index in self.piece.find("question-words").lasts

    def begins(self, index: int) -> bool:
        """Whether a clause begins with the word of that index."""
        return begins_clause(self.piece, index) or index in self.piece.find("question-words").lasts
