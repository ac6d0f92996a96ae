"""Write words, not chat.

Bad: Thx, we're gonna ship it on Friday.
Good: Thanks, we will ship the U-bolt on Friday.
"""

from replyctl.lint.rule import Cut, Draft, Hit, Severity, Violations, at
from replyctl.reading.rewording import rewording

SEVERITY = Severity.SUGGESTION
GROUP = "voice"
SOURCE = ("B22",)
_STOPS = " \t\r\n.,;:!?~…，。；：！？～、"


def check(draft: Draft) -> Violations:
    """Each word of slang; in a formal reply (a refusal) a warning."""
    severity = Severity.WARNING if draft.is_refusal else None
    for piece in draft.pieces:
        alone = (hit for hit in piece.find("slang-alone", unless="slang") if _stands_alone(piece, hit))
        for hit in sorted((*piece.find("slang"), *alone)):
            start, end = piece.span(hit.first, hit.last)
            if piece.zone_of(start) == "signature" or "-" in {piece.text[start - 1 : start], piece.text[end : end + 1]}:
                continue
            better = f": write '{hit.value}'" if hit.value else ""
            edits = rewording(piece, hit).edits if hit.value else ()
            yield at(piece, start, end, f"'{piece.text[start:end]}' is slang{better}.", severity=severity, edits=edits)


def _stands_alone(piece: Cut, hit: Hit) -> bool:
    """Whether the word is in small letters, between spaces or stops, and not counted by a number ("2 u")."""
    start, end = piece.span(hit.first, hit.last)
    if hit.first and piece.words[hit.first - 1][0].isdigit():
        return False
    touching = piece.text[max(start - 1, 0) : start] + piece.text[end : end + 1]
    return piece.text[start:end] == piece.text[start:end].lower() and not touching.strip(_STOPS)
