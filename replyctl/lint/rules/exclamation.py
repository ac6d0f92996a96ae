"""Use one exclamation mark at a time, and rarely.

One is friendly, two are pushy; in an apology or a refusal even one sounds cheerful about bad news.

Bad: Your parcel is on its way!! It arrives on Friday.
Good: Your parcel is on its way! It arrives on Friday.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.apology import apologies
from replyctl.reading.exclaimed import ends_a_name

SEVERITY = Severity.WARNING
GROUP = "voice"
SOURCE = ("B8",)
_MARKS = re.compile(r"[!！‼❗❕][!！‼❗❕?？]*|(?<![?？])[?？]++[!！][!！?？]*")
_MANY = re.compile(r"‼|[!！❗❕?？]{2,}")
_GOES_ON = re.compile(r" \s*(\S)")
_NOTATION = re.compile(r"!=|!\[|<!--|!important")


class Options(NamedTuple):
    """How many a mail may have, apart from greeting and sign-off."""

    max: int = 1


def check(draft: Draft, options: Options) -> Violations:
    """Each run of marks, each mark over the number allowed, and each in an apology or a refusal."""
    piece = draft.body
    marks = [match for match in _MARKS.finditer(piece.text) if _is_mark(draft, match)]
    sorry = {apology.sentence.first for apology in apologies(piece)} if marks else set()
    # Where a sign-off is always written with its mark.
    formal = {piece.ends[hit.last - 1] for hit in piece.find("exclaimed-sign-offs")}
    counted = 0
    for match in marks:
        start, end = match.span()
        if _MANY.match(match.group()):
            single = next((mark for mark in match.group() if mark in "?？"), match.group()[0])
            edits = ((start, end, "!" if single in "‼❗❕" else single),)
            yield at(piece, start, end, "One mark at a time.", edits=edits, safe=True)
            counted += 1
            continue
        if piece.zone_of(start) in {"greeting", "closing"} and (not draft.is_refusal or start in formal):
            continue
        counted += 1
        sentence = piece.sentence_at(bisect_right(piece.starts, start - 1) - 1)
        calm = ((start, end, "。" if match.group() == "！" else "."),)
        if sentence and sentence.first in sorry:
            yield at(piece, start, end, "An apology takes no exclamation mark.", edits=calm)
        elif draft.is_refusal:
            yield at(piece, start, end, "A refusal takes no exclamation mark.", edits=calm)
        elif counted > options.max:
            yield at(
                piece, start, end, f"Exclamation mark number {counted} in this mail: a full stop will do.", edits=calm
            )


def _is_mark(draft: Draft, match: re.Match[str]) -> bool:
    """Whether it is the author's mark: not in quotes, code or a name such as "Yahoo! Mail"."""
    piece = draft.body
    start, end, text = match.start(), match.end(), piece.text
    if piece.is_hidden(start) or _NOTATION.match(text, start):
        return False
    if end - start == 1 and ends_a_name(text, start, draft.exclaimed_names):
        return False
    goes_on = _GOES_ON.match(text, end)
    return not (goes_on and goes_on[1].islower()) and piece.zone_of(start) != "signature"
