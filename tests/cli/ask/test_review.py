"""The review on a terminal: what it does with keys that were typed too early, and with a reply that has an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Desk

VALUES = ("--set", "order=HW-659", "--set", "customer.name=Diane")
GOOD = (*VALUES, "--set", "fault=your items arrived damaged")
CARD = (*VALUES, "--set", "fault=card 4111 1111 1111 1111", "--without", "replacement")


@pytest.mark.parametrize("answer", ["y", "n"])
def test_a_key_typed_before_the_review_was_shown_does_not_act_on_it(answer: str, desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *GOOD, "--set", "tracking=ABC456123", rows=40)
    terminal.see("y yes and on · n no and on", "[x] yes")
    terminal.press(answer, "enter", "d", "w")

    terminal.see("q leave")
    terminal.press("s")
    terminal.see("ubject: ")
    terminal.press("q")
    assert terminal.end() == 130


def test_a_wish_to_leave_typed_before_the_review_counts(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *GOOD)
    terminal.see("[x] yes")
    terminal.press("n", "enter", "ctrl-c")

    assert terminal.end() == 130


def test_answers_typed_ahead_between_the_questions_are_taken(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", "--set", "customer.name=Diane", rows=40)
    terminal.see("Order number")
    terminal.press("HW-659", "enter", "your vase broke", "enter", "y", "ABC456123", "enter")

    terminal.see("your vase broke", "q leave")
    terminal.press("enter")
    assert terminal.end() == 0


def test_a_line_typed_before_a_review_in_lines_does_not_act_on_it(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *GOOD, rows=60, TERM="dumb")
    terminal.see("[Y/n]")
    terminal.press("n", "enter", "d", "enter")
    terminal.see("q leave")
    terminal.press("q", "enter")

    assert terminal.end() == 130


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_a_reply_with_an_error_is_handed_out_at_the_second_enter(term: str, desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *CARD, rows=60, TERM=term)
    terminal.see("q leave")
    terminal.press("enter")
    terminal.see("1 error. Enter again hands it out as it is.")
    terminal.press("enter")

    assert terminal.end() == 0
    assert "4111" in terminal.raw.rpartition("Subject: ")[2]


def test_a_reply_with_an_error_is_copied_or_saved_at_the_second_press(desk: Desk) -> None:
    (desk.home / "reply.txt").write_text("in the way")
    terminal = desk.open("compose", "damaged-item", *CARD, rows=60, TERM="dumb", SSH_TTY="x")
    terminal.see("q leave")
    terminal.press("w", "enter")
    terminal.see("1 error. w again saves it as it is.")
    terminal.press("w", "enter")
    terminal.see("Save to which file?")
    terminal.press("enter")
    terminal.see("Replace it? [y/N]")
    terminal.press("y", "enter")
    terminal.see("saved to")
    terminal.press("c", "enter")
    terminal.see("1 error. c again copies it as it is.")
    terminal.press("c", "enter")
    terminal.see("TERM=dumb takes no text")
    terminal.press("q", "enter")

    assert terminal.end() == 130
    assert "4111" in (desk.home / "reply.txt").read_text()


def test_two_quick_enters_are_not_an_answer_to_what_was_not_asked_yet(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *CARD)
    terminal.see("q leave")
    terminal.press("enter", "enter")
    terminal.see("Enter again hands it out")
    terminal.press("tab", "v")
    terminal.see("Which one?")
    terminal.press("shift-tab")
    terminal.see("q leave")
    terminal.press("enter")
    terminal.see("Enter again hands it out")
    terminal.press("q")

    assert terminal.end() == 130


def test_whoever_lets_errors_through_on_the_command_line_is_not_asked(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *CARD, "--edit", "--fail-level", "never", EDITOR="true")
    terminal.see("q leave")
    terminal.press("enter")

    assert terminal.end() == 0


@pytest.mark.parametrize("key", ["escape", "q", "shift-tab"])
def test_a_list_of_the_reviews_own_is_left_by_the_keys_that_leave_any_other(key: str, desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *GOOD, "--without", "replacement")
    terminal.see("q leave")
    terminal.press("v")
    terminal.see("Which one?")
    terminal.press(key)
    terminal.see("q leave")
    terminal.press("w")
    terminal.see("Save to which file?")
    terminal.press("escape")
    terminal.see("q leave")
    terminal.press("q")

    assert terminal.end() == 130


def test_in_lines_only_what_is_listed_is_taken_and_q_goes_back(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *GOOD, "--without", "replacement", rows=60, TERM="dumb")
    terminal.see("q leave")
    terminal.press("v", "enter")
    terminal.see("Which one?")
    terminal.press("nine", "enter")
    terminal.see("type numbers from 1 to")
    terminal.press("q", "enter")
    terminal.press("q", "enter")

    assert terminal.end() == 130


@pytest.mark.parametrize(("language", "question"), [("he", "שם הלקוח"), ("zh", "客户姓名"), ("en", "Customer's name")])
def test_the_forms_own_questions_are_asked_in_the_language_of_the_snippets(
    language: str, question: str, desk: Desk
) -> None:
    terminal = desk.open("compose", "damaged-item", "--lang", language, "--set", "order=HW-659")
    terminal.see(" 1/")
    terminal.press("ctrl-c")
    terminal.end()

    assert question in terminal.raw


FAULT = "your vase came broken!! We beleive you"
MISTAKES = (*VALUES, "--set", f"fault={FAULT}", "--set", "tracking=ABC456123", "--set", "parts.replacement=yes")


@pytest.mark.parametrize(("columns", "rows"), [(100, 30), (80, 24), (40, 20)])
def test_problems_are_jumped_to_fixed_accepted_and_explained(columns: int, rows: int, desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *MISTAKES, columns=columns, rows=rows)
    terminal.see("1 of 2")
    assert "f fixe\n" not in terminal.screen + "\n"  # a hint for which there is no room is left out
    terminal.press("n")
    terminal.see("beleive you", "f writes: believe")  # its place was scrolled into view
    terminal.press("f")
    terminal.see("spelling: fixed")
    terminal.see("believe you", "f writes: !")
    terminal.press("?")
    terminal.see("Bad:")
    terminal.press("escape")
    terminal.see("q leave")
    terminal.press("i")
    terminal.see("exclamation: accepted in this reply")
    assert "no problems" in terminal.screen
    terminal.press("enter")

    assert terminal.end() == 0
    printed = terminal.raw.rpartition("Subject: ")[2]
    assert "broken!! We believe you" in " ".join(printed.split())
    assert "exclamation:" not in terminal.raw.rpartition("?1049l")[2]  # it was seen, and accepted


def test_in_lines_a_problem_is_fixed_and_explained_by_its_number(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *MISTAKES, rows=90, TERM="dumb")
    terminal.see("2 warning line 7 spelling: 'beleive'")
    terminal.press("f 2", "enter")
    terminal.see("spelling: fixed")
    terminal.press("? 1", "enter")
    terminal.see("Bad:")
    terminal.press("i 1", "enter")
    terminal.see("exclamation: accepted")
    terminal.press("q", "enter")

    assert terminal.end() == 130


def test_a_window_that_grows_after_scrolling_shows_the_top_again(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *GOOD, "--without", "replacement", rows=14)
    terminal.see("q leave")
    terminal.press("\x1b[F")
    terminal.see("Hi Diane,", gone=True)
    terminal.resize(80, 40)

    terminal.see("care@homeworks.example", "Hi Diane,")
    terminal.press("q")
    terminal.end()
