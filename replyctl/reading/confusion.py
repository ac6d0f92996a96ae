"""Finds words used in place of others: listed ones, ones that do not fit their neighbours, and verbs that disagree."""

from __future__ import annotations

from replyctl.reading.agreement import disagreements
from replyctl.reading.homophones import begins_inside_word
from replyctl.reading.persons import unfitting_persons
from replyctl.reading.predicates import unfitting
from replyctl.text.cut import Cut, remembered
from replyctl.text.hits import Hit
from replyctl.text.spans import Spans
from replyctl.text.tokens import END, LINE


@remembered
def confused(piece: Cut) -> list[Hit]:
    """Each once, in order: of two that share a word, the one from the list looked up first."""
    listed, frames = (
        [hit for hit in piece.find(name, unless="no-slips") if not begins_inside_word(piece, hit)]
        for name in ("confused", "confused-frames")
    )
    disagreeing = [hit for hit in piece.find("disagreeing", unless="no-slips") if _begins_clause(piece, hit.first)]
    found: list[Hit] = []
    others = (disagreements(piece), unfitting(piece), unfitting_persons(piece))
    for some in (listed, frames, disagreeing, *others):
        taken = Spans(sorted(hit[:2] for hit in found))
        found += [hit for hit in some if not (taken.meet(hit.first, hit.last) or _is_cut(piece, hit))]
    return sorted(found)


def _is_cut(piece: Cut, hit: Hit) -> bool:
    """Whether a hyphen joins the words to another, so that one of them is half a word ("concern-free")."""
    start, end = piece.span(hit.first, hit.last)
    return "-" in {piece.text[start - 1 : start], piece.text[end : end + 1]}


def _begins_clause(piece: Cut, first: int) -> bool:
    """Whether the word begins a clause, and so its subject: inside one it may be an object, or the end of a list."""
    before = piece.words[first - 1] if first else LINE
    return before in {END, LINE} or piece.language.has("before-subjects", before)
