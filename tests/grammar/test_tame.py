"""What is left of an engine's findings."""

import pytest

from replyctl.grammar.engine import Finding
from replyctl.grammar.masked import Masked
from replyctl.grammar.slip import certain
from replyctl.grammar.tame import kept


def left(text: str, word: str, *suggestions: str) -> bool:
    at = text.index(word)
    found = Finding(at, at + len(word), "?", "SPELL", "spelling", suggestions)
    return bool(kept([found], Masked(text, [])))


@pytest.mark.parametrize(
    ("word", "suggestions"),
    [("sentense", ("sentence",)), ("bougth", ("bought",)), ("maintainance", ("maintenance",)), ("taht", ("that",))],
)
def test_a_slip_of_a_letter_or_two_is_said(word: str, suggestions: tuple[str, ...]) -> None:
    assert left(f"It is a {word} again.", word, *suggestions)


@pytest.mark.parametrize(
    ("word", "suggestions"),
    [
        ("Xiuying", ("Buying",)), ("SmartLatch", ("Smart Latch",)), ("DHL", ("DHS",)), ("Siobhán", ("Siobhan",)),
        ("signup", ("sign up",)), ("restitutions", ("restitution's",)), ("unsubscription", ("subscription",)),
        ("html", ("http",)), ("x64", ("x6",)),
        ("changeset", ("changes",)), ("trailhead", ("trailed",)), ("mebibytes", ("megabytes",)), ("repro", ("repo",)),
        ("finalizer", ("finalized", "finalizes")), ("multimillion", ("multibillion",)), ("internet's", ("Internet's",)),
    ],
)  # fmt: skip
def test_names_jargon_and_compounds_are_not(word: str, suggestions: tuple[str, ...]) -> None:
    assert not left(f"We gave it to {word} again.", word, *suggestions)


@pytest.mark.parametrize("text", ["Wiremu\n\nwrote it.", "Yes. Wiremu wrote it.", "\nWiremu, hello", "Dear Wiremu,"])
def test_a_capital_at_the_beginning_is_no_proof_of_a_slip(text: str) -> None:
    assert not left(text, "Wiremu", "Wire")


def test_a_long_slip_at_the_beginning_is_said() -> None:
    assert left("Sorry. Unfortunatly it is late.", "Unfortunatly", "Unfortunately")


def test_a_piece_of_a_compound_is_not_judged() -> None:
    assert not left("The non-delivary of it", "delivary", "delivery")


@pytest.mark.parametrize(
    ("word", "suggestions", "sure"),
    [
        ("sentense", ("sentence",), True),
        ("sentense", ("sentence", "sentences"), True),
        ("bood", ("book", "food"), False),
        ("xqz", ("nothing",), False),
        ("abc", (), False),
    ],
)
def test_only_a_single_near_suggestion_is_certain(word: str, suggestions: tuple[str, ...], *, sure: bool) -> None:
    assert certain(word, suggestions) is sure
