"""Values and partials fitted into the sentences in which a template prints them.

An agent who is asked for a clause often types a sentence: "The vase broke." In "I am sorry: {{ fault }}." its full stop is
one too many, and in "… that {{ fault }}, …" its capital letter too. The comma of "Friday, 27 November 2026" wants a second
one where the sentence goes on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.template.marked import Marked
from replyctl.text.scripts import ASKING, BANGS, COLONS, COMMAS, LETTER, SEMICOLONS, STOPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.language import Language
    from replyctl.template.marked import Edit

_LONGEST = 40
"""How many characters before a value's end are read."""
_PAUSES = COMMAS + SEMICOLONS + COLONS + "、"
_ENDED = STOPS + BANGS + ASKING + "…"
_SENTENCE_OPENS = r"[^\W\d_]+(?=[ \t]+[^\W\d_A-Z])"
_GOES_ON = r"[ \t]+[^\W\d_]"
_INSIDE = rf"(?:{LETTER}|[,;])[ \t]\Z"
_FOLLOWED = r"[ \t]+[^\W_]"
_WORD = r"[^\W\d_]+"
_DATE = rf"(?:{_WORD}(?:[ ]{_WORD})?,[ ](?:\d{{1,2}}[ ]\S+|\S+[ ]\d{{1,2}},?)|{_WORD}[ ]\d{{1,2}},)[ ]\d{{4}}"
"""A date with a comma inside: Friday, 27 November 2026 · November 27, 2026 · יום שישי, 27 בנובמבר 2026."""
_PREFIXED = rf"(?<!\w)({LETTER}+)(-?)\Z"


def fitted(text: Marked, language: Language) -> Marked:
    """`text` with each filled-in value, and each partial, fitted into what stands around it."""
    if not text.approved:
        return text
    values = ((start, end) for start, end, is_approved in text.stretches() if not is_approved)
    edits = [edit for span in (*text.passages, *values) for edit in _edits(text.text, *span, language)]
    return text.edited(_apart(edits)) if edits else Marked(text.text, text.approved)


def _edits(text: str, start: int, end: int, language: Language) -> Iterator[Edit]:
    yield from _end(text, start, end, language)
    yield from _beginning(text, start, end, language)


def _apart(edits: list[Edit]) -> Iterator[Edit]:
    """Those that change different characters: a value may stand at the end of a partial."""
    behind = 0
    for edit in sorted(edits, key=lambda one: one[:2]):
        if edit[0] >= behind:
            yield edit
            behind = max(edit[1], edit[0] + 1)


def _end(text: str, start: int, end: int, language: Language) -> Iterator[Edit]:
    """The value's end mark, where the sentence has its own or goes on, and the end of its line.

    There a date's comma has its second one.
    """
    value, behind = text[start:end].rstrip("\n"), text[end : end + 1]
    if len(value) <= _LONGEST and re.compile(_DATE).fullmatch(value) and re.compile(_FOLLOWED).match(text, end):
        yield end, end, ","
    bare = value.rstrip(STOPS + BANGS)
    if not bare or not behind:
        return
    if bare == value:
        if start + len(value) < end and behind in _ENDED + _PAUSES + " ":
            yield start + len(value), end, ""
    elif behind in _ENDED or ((behind in _PAUSES or _goes_on(text, end)) and not _is_short_form(bare, language)):
        yield start + len(bare), end, ""


def _goes_on(text: str, end: int) -> bool:
    """Whether words in small letters follow on the line."""
    found = re.compile(_GOES_ON).match(text, end)
    return found is not None and found[0][-1].islower()


def _is_short_form(value: str, language: Language) -> bool:
    """Whether the full stop belongs to the last word (Inc., U.S., J.), or the value is one word anyway."""
    word = "".join(value[-_LONGEST:].split()[-1:]).casefold().lstrip("(\"'“‘")
    known = word in language.abbreviations or language.has("short-forms", word)
    if language.by_character:
        return known
    return known or "." in word or len(word) == 1 or len(word) == len(value)


def _beginning(text: str, start: int, end: int, language: Language) -> Iterator[Edit]:
    """The capital letter of a sentence's first word inside of another; the hyphen behind a prefix as the script wants it."""
    first = re.compile(_SENTENCE_OPENS).match(text, start, end)
    is_opener = first and len(first[0]) > 1 and language.has("stop-words", first[0].casefold())
    if is_opener and text[start].isupper() and re.compile(_INSIDE).search(text, max(0, start - 2), start):
        yield start, start + 1, text[start].lower()
    if not language.prefixes or start == end:
        return
    found = re.compile(_PREFIXED).search(text, max(0, start - 8), start)
    if found and found[1] in language.prefixes:
        is_own = text[start].isalpha() and not text[start].isascii()
        if found[2] and is_own:
            yield *found.span(2), ""
        elif not found[2] and not is_own and text[start].isalnum():
            yield start, start, "-"
