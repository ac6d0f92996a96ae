"""One style of blanks between characters as wide as Han and words in other letters: a blank on both sides of a word.

Templates are written so; a value brings neither, and the same one may be in either script.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.text.scripts import HAN_CHARACTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.language import Language
    from replyctl.template.marked import Edit, Marked

_NARROW_OPENS, _NARROW_ENDS = r"[A-Za-z0-9€$£₪¥+#@]", r"[A-Za-z0-9%€$£₪¥+]"


def spaced(text: Marked, language: Language, *, within: bool) -> Marked:
    """`text` with a blank wherever a value and the template meet in two scripts, and none where both are wide.

    `within`: also between two values that stand side by side, as company and role do.
    """
    if not language.full_width or not text.approved:
        return text
    places = range(1, len(text.text)) if within else [start for start, _, _ in text.stretches() if start]
    edits: list[Edit] = []
    for at in places:
        edits += _between(text.text, at)
    return text.edited(edits) if edits else text


def _between(text: str, at: int) -> Iterator[Edit]:
    before, behind = text[at - 1], text[at : at + 1]
    if (re.match(HAN_CHARACTER, before) and re.match(_NARROW_OPENS, behind)) or (
        re.match(_NARROW_ENDS, before) and re.match(HAN_CHARACTER, behind)
    ):
        yield at, at, " "
    elif before == " " and re.match(HAN_CHARACTER, behind) and re.match(HAN_CHARACTER, text[at - 2 : at - 1]):
        yield at - 1, at, ""
    elif behind == " " and re.match(HAN_CHARACTER, before) and re.match(HAN_CHARACTER, text[at + 1 : at + 2]):
        yield at, at + 1, ""
