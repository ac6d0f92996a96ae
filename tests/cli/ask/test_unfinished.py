"""Unfinished replies: what is kept, and which of several goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Desk

SCREEN, LINES = "xterm-256color", "dumb"
AND_MORE = "We beleive you"


@pytest.fixture
def left(desk: Desk) -> Desk:
    """With three unfinished replies."""
    for snippet, customer in (("damaged-item", "Diane"), ("looking-into-it", "דנה"), ("refund-approved", "李女士")):
        terminal = desk.open("compose", snippet)
        terminal.see("Customer")
        terminal.press(customer, "enter")
        terminal.see("2/")
        terminal.press("ctrl-c")
        assert terminal.end() == 130
    return desk


@pytest.mark.parametrize("term", [SCREEN, LINES])
def test_of_several_the_agent_chooses_newest_first(term: str, left: Desk) -> None:
    terminal = left.open("compose", "--resume", TERM=term)
    screen = terminal.see("damaged-item")
    assert screen.index("refund-approved") < screen.index("looking-into-it") < screen.index("damaged-item")
    for shown in ("李女士", "דנה", "Diane", "just now"):
        assert shown in screen.replace("李 女 士", "李女士")
    terminal.press("3", *(["enter"] if term == LINES else []))
    terminal.see("Diane", "Order number")
    terminal.press("ctrl-c")
    terminal.end()

    assert len(left.left()) == 3


def test_one_is_dropped_when_that_was_asked_twice(left: Desk) -> None:
    terminal = left.open("compose", "--resume")
    terminal.see("Which unfinished reply?")
    terminal.press("down", "d")
    terminal.see("d again drops it")
    assert len(left.left()) == 3
    terminal.press("d")
    terminal.see("looking-into-it", gone=True)
    terminal.press("escape")

    assert terminal.end() == 130
    assert len(left.left()) == 2


def test_in_lines_one_is_dropped_by_its_number(left: Desk) -> None:
    terminal = left.open("compose", "--resume", TERM=LINES)
    terminal.see("q leaves")
    terminal.press("d 2", "enter")
    terminal.see("dropped")
    terminal.press("q", "enter")

    assert terminal.end() == 130
    assert len(left.left()) == 2


def test_without_questions_the_newest_goes_on_and_it_is_said(left: Desk) -> None:
    told = left.run("compose", "--resume", "--no-input").stderr.decode()

    assert "resuming the newest of 3 unfinished replies" in told


@pytest.mark.parametrize("keys", [("ctrl-c",), ("enter", "ctrl-c"), ("x", "backspace", "ctrl-c")])
def test_a_form_in_which_nothing_was_typed_is_not_kept(keys: tuple[str, ...], desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", "--set", "order=HW-659")
    terminal.see("Customer's name")
    terminal.press(*keys)

    assert terminal.end() == 130
    assert "--resume" not in terminal.screen
    assert desk.left() == []


def test_a_list_and_a_switch_that_nobody_touched_are_nothing_typed(desk: Desk) -> None:
    given = ("--set", "order=HW-659", "--set", "customer.name=Diane", "--set", "fault=it broke")
    terminal = desk.open("compose", "damaged-item", *given)
    terminal.see("[x] yes")
    terminal.press("ctrl-c")
    terminal.end()
    assert desk.left() == []

    terminal = desk.open("compose", "damaged-item", *given)
    terminal.see("[x] yes")
    terminal.press("space")
    terminal.see("[x] no")
    terminal.press("ctrl-c")
    terminal.end()
    assert len(desk.left()) == 1


def test_an_editor_that_changed_nothing_leaves_nothing(desk: Desk) -> None:
    given = ("--set", "order=HW-659", "--set", "customer.name=Diane", "--set", "fault=it broke")
    terminal = desk.open("compose", "damaged-item", *given, "--without", "replacement", "--edit", EDITOR="true")
    terminal.see("nothing changed")
    terminal.press("q")

    assert terminal.end() == 130
    assert desk.left() == []


@pytest.mark.parametrize("term", [SCREEN, LINES])
def test_a_problem_that_was_accepted_stays_so_when_the_reply_goes_on(term: str, desk: Desk) -> None:
    values = [f"customer.name=Diane;order=HW-1;tracking=AB123456;fault=it broke!! {AND_MORE}"]
    sets = [one for value in values[0].split(";") for one in ("--set", value)]
    enter = ["enter"] if term == LINES else []
    terminal = desk.open(
        "compose", "damaged-item", *sets, "--with", "replacement", "--without", "keeps", rows=90, TERM=term
    )
    terminal.see("exclamation", "spelling")
    terminal.press("i 1" if enter else "i", *enter)
    terminal.see("accepted in this reply")
    terminal.press("q", *enter)
    assert terminal.end() == 130
    terminal = desk.open("compose", "--resume", rows=90, TERM=term)
    screen = terminal.see("beleive")
    terminal.see("q leave")
    terminal.press("q", *enter)
    terminal.end()

    assert ("exclamation" in screen) != ("spelling" in screen)
