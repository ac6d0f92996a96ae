"""Leave emoticons and emoji out.

They look different on every device, and in a serious matter they look careless.

Bad: Your parcel is on its way :)
Good: The box holds items (see page 8) of ratio 3:3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from replyctl.lint.rule import Draft, Finding, NoOptions, Severity, at

SEVERITY = Severity.WARNING
GROUP = "voice"
SOURCE = ("B22",)
Options = NoOptions
_SIGNS = re.compile(r"[:;=][-^'oO]?[)(DpP/|\]\[*]|[xX8]-[)(D]|<3|\^[_.-]?\^|xD|T_T|QAQ|Orz|:'\(|[\u2190-\U0010ffff]")
# Strings: most drafts need neither, and both take long to compile.
_ASCII = (
    r"(?<![\w/:;=(])(?:[:;=][-^'oO]?[)(DPp|\]\[*](?![\w/(])|[:;=][-^]/(?!\w)|:'\(|[xX8]-[)(D](?!\w))|(?<=[\w.!?,。！？，])\s?[:;][-^]?[)(](?=\s|$|[.!?。！？])"
    r"|(?<![\w<])<3(?![\w.,\d]|\s*[\w])|(?<![A-Za-z0-9_])(?:\^[_.-]?\^|xD|T_T|QAQ|orz|Orz)(?![A-Za-z0-9_])|[（(][≧╯￣ˊ°•´`｡◕＾^][^\s()（）]{1,12}[)）]"
)
_EMOJI = (
    r"(?:[\U0001f1e6-\U0001f1ff]{2}|[\U0001f300-\U0001faff\u2600-\u2604\u2607-\u2612\u2615-\u2638\u263a-\u26ff\u2705\u2728\u274c\u2753-\u2755\u2757\u2763\u2764\u2b50\u2b55]\ufe0f?"
    r"(?:[\U0001f3fb-\U0001f3ff]|\u200d[\U0001f300-\U0001faff\u2640\u2642\u2764]\ufe0f?)*)+"
)


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """Each emoticon and each run of emoji, quotes and code apart."""
    for piece in (draft.subject, draft.body) if draft.subject else (draft.body,):
        if not _SIGNS.search(piece.text):
            continue
        for match in (*re.finditer(_ASCII, piece.text), *re.finditer(_EMOJI, piece.text)):
            start, end = match.start() + len(match.group()) - len(match.group().lstrip()), match.end()
            if piece is draft.subject and re.match(_EMOJI, match.group()):
                continue  # an ornament of the subject is subject-punctuation's
            if not piece.is_hidden(start):
                before = start - 1 if start and piece.text[start - 1] == " " else start
                message = "An emoticon: say it in words, or leave it out."
                yield at(piece, start, end, message, edits=((before, end, ""),), safe=True)
