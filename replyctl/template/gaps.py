"""Closes the gaps that optional values leave where they are empty: brackets, labels and blanks around nothing."""

from __future__ import annotations

import re

from replyctl.template.marks import OPEN, SHUT, TAG

_NOTHING = rf"{TAG}{{0,9}}+{OPEN}\s*+{SHUT}{TAG}{{0,9}}+"
_HINT = rf"{OPEN}\s*+{SHUT}"
_WORDS = f"[^()（）\\[\\]【】\n{OPEN}{SHUT}]{{0,80}}"
_BLANKS = r"(?<![ \t])[ \t]*+"
"""A whole run of them: to begin anywhere in one would take quadratic time."""
_ROUND = rf"{_BLANKS}\({_WORDS}{_NOTHING}{_WORDS}\)"
_WIDE = rf"{_BLANKS}（{_WORDS}{_NOTHING}{_WORDS}）"
_SQUARE = rf"{_BLANKS}\[{_WORDS}{_NOTHING}{_WORDS}\](?!\()"
_HEAVY = rf"{_BLANKS}【{_WORDS}{_NOTHING}{_WORDS}】"
"""Brackets around nothing but a label and an empty value: "(ref. )"."""
_IN_BRACKETS = rf"[,;，；、][^,;，；、()（）\n{OPEN}{SHUT}]{{0,80}}{_NOTHING}[ \t]*(?=[,;，；、)）])"
"""An item of a list in brackets: "(order HW-1, ref. )"."""
_LABELLED = rf"(?m)^[^:：\n{OPEN}{SHUT}]{{1,60}}[:：][ \t]*{_NOTHING}[ \t.。]*(?:\n|\Z)"
"""A line that is a label and an empty value."""
_BETWEEN = rf"(?m)(?P<before>^|(?<![ \t])[ \t])[ \t]*+{_NOTHING}(?P<behind>[ \t]+|(?=[,.;:!?)，。；：！？）、]))"


def without_gaps(rendered: str) -> str:
    """`rendered`, a template's output with marks, without what only made sense around a value that is empty."""
    if not re.search(_HINT, rendered):
        return rendered
    rendered = re.sub(_WIDE, "", re.sub(_ROUND, "", rendered))
    rendered = re.sub(_HEAVY, "", re.sub(_SQUARE, "", rendered))
    rendered = re.sub(_IN_BRACKETS, _item, rendered)
    rendered = re.sub(_LABELLED, "", rendered)
    return re.sub(_BETWEEN, _blank, rendered)


def _item(found: re.Match[str]) -> str:
    """Nothing inside of brackets, else the words as they are."""
    line = found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()]
    inside = max(line.rfind("("), line.rfind("（")) > max(line.rfind(")"), line.rfind("）"))
    return "" if inside else found[0]


def _blank(found: re.Match[str]) -> str:
    """One blank for those on both sides; none at a line's start or before a mark."""
    return found["before"] if found["behind"] else ""
