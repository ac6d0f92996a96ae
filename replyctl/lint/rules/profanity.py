"""Do not swear.

Bad: That was a shitty parcel service.
Good: The order of Mr. Dickens left Scunthorpe on Friday.
"""

import re
from collections.abc import Iterator

from replyctl.lint.rule import Cut, Draft, Severity, Violations, at, at_words
from replyctl.text.scripts import LETTER, WORD

SEVERITY = Severity.ERROR
GROUP = "voice"
SOURCE = ("B24",)
MESSAGE = "Swearing: take it out."
_MASKED = rf"(?<!{WORD}|\*){LETTER}+(?:[*#@$%]{{1,4}}{LETTER}*|!{LETTER}+)(?!{WORD}|[*@=]|[.][A-Za-z])"
"""Words with marks in place of some letters: f**k. Not addresses or bold text."""
_HINT = r"[^\W\d_](?:[*#$%]|@(?![A-Za-z0-9]+\.[A-Za-z])|![^\W\d_])"
"""What any such word contains, and an address does not: the pattern above takes long to compile."""


def check(draft: Draft) -> Violations:
    """Each swear word: an error if it is certain, a warning if it may be one."""
    for piece in draft.pieces:
        for hit in piece.find("profanity"):
            if piece.zone_of(piece.starts[hit.first]) == "signature":
                continue
            severity = None if hit.value == "sure" else Severity.WARNING
            yield at_words(piece, hit.first, hit.last, MESSAGE, severity=severity)
        for start, end in _masked(piece):
            if not piece.is_hidden(start):
                yield at(piece, start, end, MESSAGE)


def _masked(piece: Cut) -> Iterator[tuple[int, int]]:
    """Swear words with marks in place of some letters."""
    swearing = piece.language.sets.get("swear-words", frozenset())
    for match in re.finditer(_MASKED, piece.text) if re.search(_HINT, piece.text) else ():
        if _is_masked(match.group(), swearing):
            yield match.span()
    for word in swearing:
        if not word.isalpha() and word in piece.text:  # listed with its mark, since Han letters may touch it
            yield from (match.span() for match in re.finditer(re.escape(word), piece.text))


def _is_masked(written: str, swearing: frozenset[str]) -> bool:
    """Whether it is a swear word with one mark per hidden letter; S***t may also be a masked name."""
    letters = "".join(char for char in written if char.isalpha())
    if letters.lower() in swearing or (written[0].isupper() and len(letters) * 2 < len(written)):
        return False
    alike = (word for word in swearing if len(word) == len(written))
    return any(all(map(_stands_for, written.lower(), word)) for word in alike)


def _stands_for(char: str, letter: str) -> bool:
    """Whether `char` is `letter`, or a mark in its place."""
    return bool(re.match(LETTER, letter)) and (char == letter or not re.match(LETTER, char))
