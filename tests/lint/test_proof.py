from __future__ import annotations

from collections.abc import Sequence

import pytest

from replyctl.grammar.engine import Finding
from replyctl.language import load
from replyctl.lint.proof import Proof
from replyctl.text.cut import cut
from replyctl.text.masks import Mask


@pytest.mark.parametrize(
    ("lang", "text", "words", "mistakes"),
    [
        ("en", "We recieved the lamp.", Proof(), [("recieved", "received")]),
        ("en", "We recieved the lamp.", Proof(accept=("Recieved",)), []),
        ("en", "Recieved with thanks.", Proof(), [("Recieved", "Received")]),
        ("en", "Our clients and Client Care.", Proof(reject={"client": "customer"}), [("Client", "customer")]),
        ("en", "The gizmo and the GIZMO2.", Proof(reject={"gizmo": ""}), [("gizmo", None)]),
        ("en", "It ships.\n\n> Your client?", Proof(reject={"client": "customer"}), []),
        ("en", "It ships.\n\nKind regards,\nRecieved Ltd", Proof(), []),
        ("zh", "亲爱的顾客们您好。", Proof(reject={"顾客": "客户"}), [("顾客", "客户")]),
        ("he", "לקוח קיבל, והלקוח מרוצה.", Proof(reject={"לקוח": "קונה"}), [("לקוח", "קונה")]),
    ],
)
def test_the_teams_words_are_right_and_its_unwanted_ones_are_told(
    lang: str, text: str, words: Proof, mistakes: list[tuple[str, str | None]]
) -> None:
    piece = cut(text, load(lang))
    listed = piece.find("misspelt", "confused")
    known = [piece.span(hit.first, hit.last) for hit in listed]
    found = list(words.mistakes(piece, "spelling", listed, words.found(piece, lang, known)))

    better = [next((text for _, _, text in one.edits), None) for one in found]
    assert [(piece.text[one.start : one.end], text) for one, text in zip(found, better, strict=True)] == mistakes


class Sees:
    """An engine that finds every one of its words, and remembers what it was shown."""

    name = "sees"
    languages = ("en",)

    def __init__(self, *words: str) -> None:
        self.words = words
        self.masked: list[str] = []

    def check(self, text: str, masks: Sequence[Mask], _language: str) -> list[Finding]:
        self.masked = [text[start:end] for start, end, _ in masks]
        return [
            Finding(text.index(word), text.index(word) + len(word), "?", "RULE", "spelling", ("right", "wright"))
            for word in self.words
        ]


def test_an_engine_is_not_shown_quotes_signatures_holes_and_the_teams_words() -> None:
    engine = Sees()
    text = "Hi Dana,\n\nThe SmartLatch of {{ name }} ships.\n\n> My latsh?\n\nKind regards,\nNoa Barr"
    piece = cut(text, load("en"))
    Proof(engine, accept=("SmartLatch",)).found(piece, "en", [])

    shown = " ".join(engine.masked)
    assert all(word in shown for word in ("SmartLatch", "{{ name }}", "My latsh?", "Noa Barr"))
    assert "ships" not in shown


def test_what_is_known_already_is_not_said_twice_and_what_an_engine_says_is_in_its_order() -> None:
    piece = cut("Teh lapm is hear.", load("en"))
    found = Proof(Sees("hear", "lapm", "Teh")).found(piece, "en", [(0, 3)])

    assert [piece.text[one.start : one.end] for one in found] == ["lapm", "hear"]


def test_an_engines_finding_names_what_may_stand_there_and_is_no_safe_fix_where_two_may() -> None:
    piece = cut("It is rihgt.", load("en"))
    proof = Proof(Sees("rihgt"))
    (mistake,) = proof.mistakes(piece, "spelling", [], proof.found(piece, "en", []))

    assert mistake.message == "'rihgt' is misspelt. Perhaps 'right', 'wright'. (RULE)"
    assert mistake.edits == ((6, 11, "right"),)
