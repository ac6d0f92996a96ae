"""Leave nothing unfilled.

"Hi [Name]" tells the customer that nobody wrote to them.

Bad: Your order {{ order }} ships on Friday.
Good: Your order HW-659 ships on Friday [1], see [your account](https://shop.example).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from replyctl.lint.rule import Cut, Draft, Finding, NoOptions, Severity, at
from replyctl.text.addressed import addressed
from replyctl.text.content import stem

SEVERITY = Severity.ERROR
GROUP = "policy"
SOURCE = ("B18",)
Options = NoOptions

_HINTS = re.compile(
    r"[{}<>\[\]【】［］｛｝⟦%_$]|[XxＸ×*]{2}|T[OBK][DKT]|FIXME|undefined|NaN|null|None|orem ipsum| ,|某"
)
# Notation of templates, whatever stands in it.
_NOTATION = (
    r"\{\{[^{}\n]*\}\}?|\{%[^{}\n]*%\}|[$#%]\{[^{}\n]+\}|｛｛?[^｛｝\n]*｝｝?|<<[^<>\n]+>>|\[\[[^\[\]\n]+\]\]|⟦[^⟦⟧\n]*⟧"
    r"|\{[^\W\d][\w. ]*\}|\{\d+\}|(?<![\w%])%[A-Za-z_]{3,}%|(?<![A-Za-z0-9_])_{3,}(?![A-Za-z0-9_])"
    r"|(?<![A-Za-z0-9])(?:TODO|TBD|FIXME|TKTK)(?=\s*(?:[:：.,;。，；!?)\]】]|\n|\Z))|[Ll]orem ipsum|\[object Object\]"
    r"|(?<![A-Za-z0-9_-])(?:undefined|NaN)(?![A-Za-z0-9_-])"
)
# Brackets, which are holes only by what stands in them.
_BRACKETED = r"(?<!!)[\[【［<]([^\[\]【】［］<>\n]{1,40})[\]】］>](?!\()"
_CROSSES = (
    r"(?<![A-Za-z0-9*Ｘ×])(?:[XxＸ×]{3,}|[Xx]{2}[./-][Xx]{2}(?:[./-][Xx]{2,4})?)(?![A-Za-z0-9*])(?!(?:[ -]*+[Xx*]{2,}+){0,8}+[ -]*+\d{2})"
    r"|(?<=\s)XX(?=\s[a-z])|(?<![XxＸ×])[XxＸ×]{2,}+(?=\s?[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[XxＸ×]{2,}(?![A-Za-z0-9])|某某+"
)
_WORD = 40
"""Characters in which the word before a size stands."""
_EMPTY_ADDRESS = r"[^\W\d_][.'\"]?\s+[,，:：]"


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """Each hole in subject and body, quoted mail and code apart."""
    speech = [(start, end) for start, end, kind in draft.body.masks if kind == "§quote"]
    # A word that the mail speaks of in quotation marks, such as the name of a tab, is no hole.
    quoted = {word for start, end in speech if (word := draft.body.text[start + 1 : end - 1]).isalpha()}
    for piece in (draft.subject, draft.body) if draft.subject else (draft.body,):
        if not _HINTS.search(piece.text) and not piece.find("greeting-open"):
            continue
        hidden, said, told = piece.masked("§code", "§url"), piece.masked("§quote"), 0
        for start, end in sorted({*_holes(piece), *_nobody(draft, piece)}):
            low, high = said.around(start)
            repeated = low < start and end < high and high - low > end - start + 4
            covered = start < told or piece.is_quoted(start) or hidden.hold(start)
            if covered or repeated or piece.text[start:end] in quoted:
                continue
            told = end
            yield at(piece, start, end, f"Nothing was filled in here: {piece.text[start:end].strip()}")


def _holes(piece: Cut) -> Iterator[tuple[int, int]]:
    for match in re.finditer(_NOTATION, piece.text):
        yield match.span()
    for match in re.finditer(_BRACKETED, piece.text):
        if _is_hole(piece, match[1]):
            yield match.span()
    for match in re.finditer(_CROSSES, piece.text):
        before = piece.text[max(match.start() - _WORD, 0) : match.start()].lower().rsplit(None, 1)[-1:]
        if not (before and piece.language.has("size-words", before[0].strip("(:："))):
            yield match.span()


def _is_hole(piece: Cut, inside: str) -> bool:
    """Whether what stands between brackets names what should stand there."""
    words = [word for word in re.split(r"[\s_./-]+", inside.casefold()) if word]
    known = piece.language.sets.get("hole-words", frozenset())
    if piece.language.boundary == "none":
        return any(word in inside for word in known)
    return (
        bool(words)
        and all(stem(piece, word, known) or piece.language.has("stop-words", word) for word in words)
        and any(stem(piece, word, known) for word in words)
    )


def _nobody(draft: Draft, piece: Cut) -> Iterator[tuple[int, int]]:
    """A greeting with a gap where the name should stand, or with a program's word for nothing in it."""
    if piece is not draft.body:
        return
    start, end = piece.zones.greeting
    greeting = piece.text[start:end]
    gap = re.search(_EMPTY_ADDRESS, greeting)
    named = addressed(piece)
    if gap and named and not named.words:
        yield start, start + gap.end()
    for hit in piece.find("greeting-open"):
        stop = piece.ends[hit.last - 1]
        if hit.first == 0 and stop < end and piece.text[stop] in ",，:：":
            yield start, stop + 1
    for index, word in enumerate(piece.words):
        if piece.starts[index] >= end:
            return
        if piece.language.has("nothing-words", word):
            yield piece.starts[index], piece.ends[index]
