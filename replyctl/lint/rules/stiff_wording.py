"""Write plain words, not office words.

Bad: Please be advised that your order ships on Friday.
Good: Your order ships on Friday.
"""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.lint.rule import Draft, Finding, NoOptions, Severity, at
from replyctl.reading.rewording import rewording

SEVERITY = Severity.SUGGESTION
GROUP = "voice"
SOURCE = ("B22",)
Options = NoOptions


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """Each archaic or bureaucratic phrase; not in a refusal, which is formal by right."""
    if draft.is_refusal:
        return
    piece = draft.body
    for hit in piece.find("stiff"):
        start, end = piece.span(hit.first, hit.last)
        if piece.zone_of(start) in {"body", "list", "closing"}:
            better = f": write '{hit.value}'" if hit.value else ""
            edits = rewording(piece, hit).edits if hit.value else ()
            yield at(piece, start, end, f"'{piece.text[start:end]}' is stiff{better}.", edits=edits)
