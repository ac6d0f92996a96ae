"""Leave emoticons and emoji out.

They look different on every device, and in a serious matter they look careless.

Bad: Your parcel is on its way :)
Good: The box holds items (see page 8) of ratio 3:3.
"""

import re
from bisect import bisect_left
from functools import cached_property
from itertools import accumulate

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.text.scripts import HAN

SEVERITY = Severity.WARNING
GROUP = "voice"
SOURCE = ("B22",)
_HINT = r"[^\x00-\u218f]|[（(][´°ˊ•`^]|[:;=][-^'oO]?[)(DpP/|\]\[*]|[xX8]-[)(D]|[()]-?[:;]|<3|\^[_.-]?\^|[xX]D|T_T|QAQ|[oO]rz|:'\(|¯\\_"
"""What any text with an emoticon contains. Most drafts have none, and the patterns below take long to compile."""
_ASCII = (
    r"(?<![\w/:;=(])(?:[:;=][-^'oO]?[)(DPp|\]\[*](?![\w/(])|[:;=][-^]/(?!\w)|:'\(|[xX8]-[)(D](?!\w))|(?<=[\w.!?,。！？，])\s?[:;][-^]?[)(](?=\s|$|[.!?。！？])"
    r"|(?<![\w<])<3(?![\w.,\d%€$£]|\s*[\w])|(?<![A-Za-z0-9_])(?:\^[_.-]?\^|xD|T_T|QAQ|orz|Orz)(?![A-Za-z0-9_])|[（(][≧╯￣ˊ°•´`｡◕＾^][^\s()（）]{1,12}[)）]"
    rf"|(?<=[{HAN}])(?:XD(?![A-Za-z0-9-])|[：；:;]-?）)|¯\\_\(ツ\)_/¯|(?<=\s)[()]-?[:;](?=\s*(?:\n|\Z))"
)
# Characters shown as text unless U+FE0F follows are signs (☎, ♂, ⚠), except faces and hearts.
_EMOJI = (
    r"(?:[\U0001f1e6-\U0001f1ff]{2}|(?:[\U0001f300-\U0001faff\u2614\u2615\u2639\u263a\u263b\u2648-\u2653\u2661\u2665\u2693\u26a1\u26bd\u26be\u26c4\u26c5\u26d4\u2705\u270a\u270b\u2728\u274c\u274e"
    r"\u2753-\u2755\u2757\u2763\u2764\u2795-\u2797\u2b50\u2b55]\ufe0f?|[\u2600-\u2604\u2607-\u26ff]\ufe0f)(?:[\U0001f3fb-\U0001f3ff]|\u200d[\U0001f300-\U0001faff\u2640\u2642\u2764]\ufe0f?)*)+"
)
_OPEN, _CLOSED = "(（", ")）"


def check(draft: Draft) -> Violations:
    """Each emoticon and each run of emoji outside quotes and code."""
    for piece in draft.pieces:
        if not re.search(_HINT, piece.text):
            continue
        closes = _Closing(piece.text)
        for match in (*re.finditer(_ASCII, piece.text), *re.finditer(_EMOJI, piece.text)):
            start, end = match.start() + len(match.group()) - len(match.group().lstrip()), match.end()
            if piece is draft.subject and re.match(_EMOJI, match.group()):
                continue  # subject-punctuation reports emoji in the subject
            if not piece.is_hidden(start) and not closes(start, end):
                before = start - 1 if start and piece.text[start - 1] == " " else start
                message = "An emoticon: say it in words, or leave it out."
                yield at(piece, start, end, message, edits=((before, end, ""),), safe=True)


class _Closing:
    """Whether a bracket closes one opened earlier on the line: "(drive D:)", "（说明：）"."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __call__(self, start: int, end: int) -> bool:
        may = self.text[end - 1] in _CLOSED and end - start <= 2  # noqa: PLR2004 - a colon and a bracket
        if not may or self.text[start - 1 : start].isspace():
            return False
        places, depths = self._depths
        before = bisect_left(places, start)
        return before > 0 and depths[before - 1] > 0

    @cached_property
    def _depths(self) -> tuple[list[int], list[int]]:
        """Where brackets and line ends are, and how many brackets are open after each."""
        marks = [(match.start(), match.group()) for match in re.finditer(f"[{_OPEN}{_CLOSED}\n]", self.text)]
        steps = ((mark in _OPEN) - (mark in _CLOSED) if mark != "\n" else None for _, mark in marks)
        depths = list(accumulate(steps, lambda depth, step: 0 if step is None else depth + step, initial=0))
        return [place for place, _ in marks], depths[1:]
