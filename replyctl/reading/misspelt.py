"""Finds words that are spelt wrong without an engine: listed ones, mistyped ones, and characters that sound alike."""

from __future__ import annotations

from replyctl.reading.confusion import confused
from replyctl.reading.homophones import homophones, is_two_halves
from replyctl.reading.mistyped import mistyped
from replyctl.text.cut import Cut, remembered
from replyctl.text.hits import Hit
from replyctl.text.spans import Spans


@remembered
def misspelt(piece: Cut) -> list[Hit]:
    """Each once, in order; what is listed, or fits its neighbours badly, is not guessed at."""
    listed = [hit for hit in piece.find("misspelt", unless="no-slips") if not is_two_halves(piece, hit)]
    taken = Spans(sorted(hit[:2] for hit in (*listed, *confused(piece), *piece.find("no-slips"))))
    guessed = [hit for hit in homophones(piece) if not taken.meet(hit.first, hit.last)]
    return sorted([*listed, *guessed, *mistyped(piece)])
