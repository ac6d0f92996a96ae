"""A text in the other script of its language, where the reply is to be in that one: Traditional Chinese from Simplified."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.text.other_script import composed

if TYPE_CHECKING:
    from collections.abc import Collection

    from replyctl.language import Language
    from replyctl.template.marked import Edit, Marked


def in_script(text: Marked, language: Language, tag: str, names: Collection[str]) -> Marked:
    """`text` in the script that readers of `tag` have, all but the `names` in its values, which people write as they do.

    What is in that script already stays as it is.
    """
    kept = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))) or r"(?!)")
    whole = "".join(text.text[start:end] for start, end in text.approved)
    edits: list[Edit] = []
    if composed(whole, language, tag) != whole:
        edits += ((start, end, composed(text.text[start:end], language, tag)) for start, end in text.approved)
    for start, end, is_approved in text.stretches():
        if not is_approved:
            edits += _value(text.text, start, end, language, tag, kept)
    return text.edited(edits) if edits else text


def _value(  # noqa: PLR0913, PLR0917 - the stretch, and what it is to become
    text: str, start: int, end: int, language: Language, tag: str, kept: re.Pattern[str]
) -> list[Edit]:
    edits: list[Edit] = []
    at = start
    for name in [*kept.finditer(text, start, end), None]:
        stop = name.start() if name else end
        edits.append((at, stop, composed(text[at:stop], language, tag)))
        at = name.end() if name else end
    return edits
