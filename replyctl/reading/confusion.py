"""Finds words used in place of others: listed ones, ones that do not fit their neighbours, and verbs that disagree."""

from __future__ import annotations

from replyctl.reading.agreement import disagreements
from replyctl.reading.apostrophes import misplaced
from replyctl.reading.counted import miscounted
from replyctl.reading.government import misgoverned
from replyctl.reading.homophones import begins_inside_word
from replyctl.reading.neighbours import begins_clause, begins_line
from replyctl.reading.persons import unfitting_persons
from replyctl.reading.predicates import unfitting
from replyctl.reading.subjects import is_noun, of_other_number
from replyctl.text.cut import Cut, remembered
from replyctl.text.hits import Hit, apart
from replyctl.text.spans import Spans


@remembered
def confused(piece: Cut) -> list[Hit]:
    """Each once, in order: of two that share a word, the one from the list looked up first."""
    listed, frames = (
        [hit for hit in piece.find(name, unless="no-slips") if not begins_inside_word(piece, hit)]
        for name in ("confused", "confused-frames")
    )
    disagreeing = [hit for hit in piece.find("disagreeing", unless="no-slips") if begins_clause(piece, hit.first)]
    opening = [hit for hit in piece.find("confused-at-start") if begins_line(piece, hit.first)]
    possessing = [hit for hit in piece.find("confused-possessives") if is_noun(piece, hit.first + 1)]
    readers = (misgoverned, of_other_number, miscounted, misplaced)
    judged = sorted([*opening, *possessing, *(hit for reader in readers for hit in reader(piece))])
    judged = apart(judged, [*piece.find("no-slips")])
    others = (disagreements(piece), unfitting(piece), unfitting_persons(piece))
    found: list[Hit] = []
    for some in (listed, frames, disagreeing, judged, *others):
        taken = Spans(sorted(hit[:2] for hit in found))
        found += [hit for hit in some if not (taken.meet(hit.first, hit.last) or _is_cut(piece, hit))]
    return sorted(found)


def _is_cut(piece: Cut, hit: Hit) -> bool:
    """Whether a hyphen joins the words to another, so that one of them is half a word ("concern-free")."""
    start, end = piece.span(hit.first, hit.last)
    return "-" in {piece.text[start - 1 : start], piece.text[end : end + 1]}
