"""A stretch of text, and what its surroundings show it to be: explained, a label, a form, a count, a size."""

from __future__ import annotations

import re
from functools import cached_property

from replyctl.language import Language
from replyctl.text.phrases import scan
from replyctl.text.wordsets import every, some, words_of

QUOTES = "\"'“”„‘’«»‹›「」『』״׳"
_BETWEEN = ("(（[", ")）]")
_ENDS = ".!?。！？\n"
_STOPS = r"[.!?。！？\n]"
_SENTENCE = 120
_IDENTIFIER = r"\W*[a-z][a-z0-9]*(?:[._][a-z0-9]+)*\W*"
_LIST_ITEM = r"[ \t]*+(?:[-*•·–]|\d{1,2}[.)、])?[ \t]*+"
_MARGIN = 12
"""The most characters before a line's first word."""
_VALUE = r"[ \t]*+[:：][ \t]*+\S|[ \t]*+[^\s,，。@]{0,40}[\d@]"
_HEADED = r"[^\s，,。]"
"""Anything that follows a heading in thick brackets on its line."""
_LINK = r"[ \t]*+[:：]?[ \t]*+(?:https?://|www\.)"
_BESIDE = r"[ \t-]{0,4}[^\W_]"
"""A word with no mark before it."""
_PATH = r"[>→][ \t]{0,4}\Z"
_CROSS = r"[xyn]{1,6}"
_STEPS_NEAR = 5
"""How many words before it a step's verb makes it the name of a button, page or key."""
_PREFIXED = r"(?<!\w)\w{1,3}-?\Z"


class Stretch:
    """Code points `start` up to `end` of a text in `language`."""

    def __init__(self, text: str, start: int, end: int, language: Language) -> None:
        self.text, self.start, self.end, self.language = text, start, end, language

    @cached_property
    def _before(self) -> list[str]:
        """The words before it in its sentence."""
        stretch = self.text[max(0, self.start - _SENTENCE) : self.start]
        return words_of(re.split(_STOPS, stretch)[-1], self.language)

    @cached_property
    def _after(self) -> list[str]:
        """The words after it in its sentence."""
        stretch = self.text[self.end : self.end + _SENTENCE]
        return words_of(re.split(_STOPS, stretch, maxsplit=1)[0], self.language)

    @property
    def is_quoted(self) -> bool:
        """Whether it is in quotation marks."""
        return self._stands_between(QUOTES, QUOTES)

    @property
    def is_explained(self) -> bool:
        """Whether the text explains it: it is quoted, or the name of a value, beside words about templates."""
        around = self._before + self._after
        is_named = bool(re.fullmatch(_IDENTIFIER, self.text[self.start : self.end]))
        if not self.is_quoted:
            told = some(around, self.language, "template-words") and some(around, self.language, "template-verbs")
            return is_named and told
        if is_named:
            return some(around, self.language, "template-words", "template-verbs")
        return some(self._before[-3:] + self._after[:3], self.language, "template-words")

    @property
    def is_label(self) -> bool:
        """Whether it is the label of a button, a link or a line, as a word beside it or what follows shows."""
        ahead = self.text[self.end : self.end + _SENTENCE]
        if re.match(_LINK, ahead) or re.search(_PATH, self.text[max(0, self.start - _MARGIN) : self.start]):
            return True
        if self._opens_a_line and re.match(_HEADED if self.start and self.text[self.start] == "【" else _VALUE, ahead):
            return True
        beside = [word for word in self._before[-4:] if not some([word], self.language, "stop-words")][-1:]
        behind = self._after[:1] if re.match(_BESIDE, ahead) else []
        return some(beside, self.language, "label-nouns") or some(
            behind, self.language, "label-nouns", "template-words"
        )

    @property
    def is_in_place_of_a_noun(self) -> bool:
        """Whether its sentence lacks a noun without it ("by [Carrier] on Friday"), and is no instruction."""
        gap = self.text[max(0, self.start - _MARGIN) : self.start]
        before = self._before
        if self.is_quoted or self._is_in_a_step:
            return False
        glued = re.search(_PREFIXED, gap)
        if glued and not self.language.by_character:
            return glued[0].rstrip("-") in self.language.prefixes
        beside, inside = before[-1:], words_of(self.text[self.start : self.end], self.language)
        if not before:
            return self._opens_a_sentence and some(self._after[:1], self.language, "hole-behind")
        return some(beside, self.language, "hole-before") or beside[0] in inside

    @property
    def _is_in_a_step(self) -> bool:
        """Whether the customer is told to do something to it."""
        before, near = self._before, len(self._before) - _STEPS_NEAR
        hits = (hit for hit in scan(before, self.language).get("step-verbs", ()) if hit.first >= near)
        told = (not some(before[max(0, hit.first - 1) : hit.first], self.language, "step-subjects") for hit in hits)
        return any(told) or some(before[max(0, near) :], self.language, "label-nouns")

    @property
    def is_box(self) -> bool:
        """Whether it is a box to tick: at the start of a line, with no unit after it."""
        return self._opens_a_line and not self._counts

    @property
    def is_form(self) -> bool:
        """Whether it shows how something is written: in brackets, in quotation marks, or beside a word that says so."""
        if self.is_quoted or self._stands_between(*_BETWEEN):
            return True
        return some(self._before[-4:] + self._after[:1], self.language, "format-words")

    @property
    def is_count(self) -> bool:
        """Whether it counts something: a unit follows it, and no name precedes it."""
        word = re.search(r"[^\W\d_]*\W*\Z", self.text[max(0, self.start - _MARGIN) : self.start])
        named = word is not None and word[0] != word[0].lower()
        return self._counts and not named and not self.is_size

    @property
    def is_size(self) -> bool:
        """Whether it is a size, a model or the like: the word before it says so."""
        return some(self._before[-1:], self.language, "size-words")

    @property
    def is_person(self) -> bool:
        """Whether it is in the place of a name: at the start of a line, or before a title."""
        titles = self.language.salutation.before if self.language.salutation else ()
        return self._opens_a_line or any(self.text.startswith(title, self.end) for title in titles)

    @property
    def _counts(self) -> bool:
        words = self._after[:3]
        unit = min((hit.first for hit in scan(words, self.language).get("unit", ())), default=len(words))
        between = [word for word in words[:unit] if not re.fullmatch(_CROSS, word)]
        return unit < len(words) and every(between, self.language, "hole-beside")

    @property
    def _opens_a_line(self) -> bool:
        begin = max(0, self.start - _MARGIN)
        _, newline, line = self.text[begin : self.start].rpartition("\n")
        return (begin == 0 or bool(newline)) and bool(re.fullmatch(_LIST_ITEM, line))

    @property
    def _opens_a_sentence(self) -> bool:
        before = self.text[max(0, self.start - _MARGIN) : self.start].rstrip(" \t")
        return not before or before[-1] in _ENDS

    def _stands_between(self, openers: str, closers: str) -> bool:
        before, after = self.text[max(0, self.start - 1) : self.start], self.text[self.end : self.end + 1]
        return bool(before and after) and before in openers and after in closers
