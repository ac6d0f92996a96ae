"""Write words, not chat.

Bad: Thx, we're gonna ship it on Friday.
Good: Thanks, we will ship the U-bolt on Friday.
"""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.lint.rule import Draft, Finding, NoOptions, Severity, at

SEVERITY = Severity.SUGGESTION
GROUP = "voice"
SOURCE = ("B22",)
Options = NoOptions


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """Each word of slang; in a formal reply (a refusal) a warning."""
    severity = Severity.WARNING if draft.is_refusal else None
    for piece in (draft.subject, draft.body) if draft.subject else (draft.body,):
        for hit in piece.find("slang"):
            start, end = piece.span(hit.first, hit.last)
            if (
                piece.zone_of(start) == "signature"
                or piece.text[end : end + 1] == "-"
                or piece.text[start - 1 : start] == "-"
            ):
                continue
            better = f": write '{hit.value}'" if hit.value else ""
            edits = ((start, end, _cased(piece.text[start:end], hit.value)),) if hit.value else ()
            yield at(piece, start, end, f"'{piece.text[start:end]}' is slang{better}.", severity=severity, edits=edits)


def _cased(word: str, better: str) -> str:
    return better[:1].upper() + better[1:] if word[:1].isupper() else better
