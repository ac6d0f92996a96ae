"""Set each mark once, and behind its word.

Bad: Your order ships on Friday ,, as promised .
Good: Your order ships on Friday… as promised (at 10:30).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from replyctl.lint.rule import Cut, Draft, Finding, NoOptions, Severity, at
from replyctl.text.addressed import addressed

SEVERITY = Severity.WARNING
GROUP = "proof"
SOURCE = ("B1",)
Options = NoOptions
_HINT = r"[.,;:!?，。、；：！？][.,;:!?，。、；：！？]|[ \t][,;!?.:，。、；：！？]|[\u4e00-\u9fff][,;?!:.]"
_DOUBLED = r"(?<![.])\.\.(?![.])|,{2,}|;{2,}|(?<!:):{2}(?![:\w])|[,;:][.!?]|[!?][.,;]|\.[,;](?!\S)|，{2,}|。{2,}(?!。)|、{2,}|；{2,}|：{2,}|[，、；：][。！？]|[。！？][，、；]"
_SPACE_BEFORE = r"(?<=[^\s\d.,;:!?()\[\]*_#>|/\\-])[ \t]+([,;!?]|[.:](?=\s|\Z))(?![\w(/=)-])(?=\s|\Z|[\"'”’)])|(?<=[^\W\d_])[ \t]+([,;])(?=[^\W\d_])|(?<=\w)[ \t]+([，。、；：！？])"
_HALF_WIDTH = r"(?<=[\u4e00-\u9fff])[,;?!:](?=[\u4e00-\u9fff\s]|\Z)|(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff]|\s*\Z|\n)"
_FULL_WIDTH = {",": "，", ";": "；", "?": "？", "!": "！", ":": "：", ".": "。"}
_ETC = r"(?:etc|usw|(?:^|[\s.])[^\W\d_]|['׳])\.[,;]?\Z"
_LAST_WORD = r"[^\W\d_]+\Z"


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """Each doubled or clashing mark, each space before one, in Chinese each half-width one between characters."""
    for piece in (draft.subject, draft.body) if draft.subject else (draft.body,):
        if not re.search(_HINT, piece.text):
            continue
        found = list(_found(piece))
        for start, end, message, edits in found:
            if not piece.is_hidden(start) and piece.zone_of(start) != "signature":
                yield at(
                    piece, start, end, message, edits=((start, end, edits),) if edits is not None else (), safe=True
                )


def _is_abbreviated(piece: Cut, at_: int) -> bool:
    """Whether the full stop at this place belongs to an abbreviation: "Inc.,"."""
    before = piece.text[max(0, at_ - 8) : at_]
    word = re.search(_LAST_WORD, before)
    known = word is not None and word.group().lower() in piece.language.abbreviations
    return known or bool(re.search(_ETC, f"{before}."))


def _found(piece: Cut) -> Iterator[tuple[int, int, str, str | None]]:
    for match in re.finditer(_DOUBLED, piece.text):
        marks = match.group()
        if marks[0] == "." and _is_abbreviated(piece, match.start()):
            continue
        single = marks[0] if len(set(marks)) == 1 else None
        yield match.start(), match.end(), f"Marks that clash: {marks}", single
    greeted = addressed(piece) if piece.whole else None
    named = bool(greeted and greeted.words)  # a gap where the name should stand is the placeholder rule's
    for match in re.finditer(_SPACE_BEFORE, piece.text):
        mark = match[1] or match[2] or match[3]
        if match.start() >= piece.zones.greeting_end or named:
            yield match.start(), match.end(), f"A space before '{mark}'.", mark
    if piece.language.boundary == "none":
        # One a mark: who types half-width commas types them throughout.
        for match in {match.group(): match for match in reversed(list(re.finditer(_HALF_WIDTH, piece.text)))}.values():
            mark = match.group()
            yield (
                match.start(),
                match.end(),
                f"A half-width '{mark}' in Chinese text: {_FULL_WIDTH[mark]}",
                _FULL_WIDTH[mark],
            )
