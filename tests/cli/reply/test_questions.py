"""A mail with several questions: each gets its answer, on the screen and on a terminal of plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Desk, Mails
    from terminal import Terminal

THREE = """Hi,

Do you have gift vouchers? How do I change my password? And when are you open on Sundays?

Sarah
"""


HOURS = """\
title: Opening hours
kind: answer
text: {en: {subject: Opening hours, body: On Sundays from ten to six.}}
"""


@pytest.fixture
def asked(desk: Desk, mails: Mails) -> Desk:
    (desk.home / "mail.eml").write_bytes(mails.write(THREE))
    return desk


def _typed(terminal: Terminal, answer: str, question: str) -> None:
    terminal.see(f"Your answer to: {question}")
    terminal.press(answer, "enter")


def test_each_question_is_answered_under_itself(asked: Desk) -> None:
    terminal = asked.shell("cat mail.eml | replyctl -o out.txt 2>err.txt || replyctl reply mail.eml > out.txt")
    terminal.see("› 1 Do you have gift vouchers?")
    terminal.press("\x14")
    terminal.see("✓ 1 Do you have gift vouchers?  [typed at the end]")
    terminal.see("› 2 How do I change my password?")
    terminal.press("\x0c")
    terminal.see("✓ 2 How do I change my password?  [later]")
    terminal.press("escape")
    terminal.see("› 2 How do I change my password?")
    terminal.press("\x0c")
    terminal.see("› 3 And when are you open on Sundays?")
    terminal.press("\x14")
    _typed(terminal, "Yes, in our shop.", "Do you have gift vouchers?")
    terminal.see("When will you know: How do I change my password?")
    terminal.press("2030-03-04", "enter")
    _typed(terminal, "From ten to six.", "And when are you open on Sundays?")
    terminal.see("Enter done")
    terminal.press("enter")
    terminal.end()

    assert (
        "> Do you have gift vouchers?\n\nYes, in our shop.\n\n"
        "> How do I change my password?\n\nI am looking into this and will write to you by Monday, 4 March 2030.\n\n"
        "> And when are you open on Sundays?\n\nFrom ten to six.\n\n"
    ) in (asked.home / "out.txt").read_text()


def test_plain_lines_ask_the_same_and_a_snippet_answers(asked: Desk, library: Callable[..., Path]) -> None:
    folder = library(opening_hours=HOURS)
    terminal = asked.open("reply", "mail.eml", "--library", str(folder), "--no-shipped", TERM="dumb", rows=60)
    terminal.see("› 1 Do you have gift vouchers?")
    terminal.press("t\n")
    terminal.see("› 2 How do I change my password?")
    terminal.press("<\n")
    terminal.press("l\n")
    terminal.see("[later]")
    terminal.press("t\n")
    terminal.see("› 3 And when are you open on Sundays?")
    terminal.press("opening\n")
    terminal.see("Opening hours (opening-hours)")
    terminal.press("1\n")
    terminal.see("When will you know: Do you have gift vouchers?")
    terminal.press("2030-03-04\n")
    terminal.see("Your answer to: How do I change my password?")
    terminal.press("In your account.\n.\n")
    terminal.see("q leave [d]:")
    terminal.press("\n")

    assert terminal.end() == 0
    assert "> And when are you open on Sundays?\r\n\r\nOn Sundays from ten to six." in terminal.raw


PHANTOM = """Hi,

Have I told you that I love your lamps? How do I change my password? And when are you open on Sundays?

Sarah
"""


def test_what_is_no_question_is_neither_asked_nor_quoted_nor_counted(desk: Desk, mails: Mails) -> None:
    (desk.home / "mail.eml").write_bytes(mails.write(PHANTOM))
    terminal = desk.open("reply", "mail.eml", "-o", "out.txt")
    terminal.see("› 1 Have I told you that I love your lamps?", "Ctrl-O no question")
    terminal.press("\x0f")
    terminal.see("› 1 How do I change my password?")
    assert "lamps" not in terminal.screen
    terminal.press("escape")
    terminal.see("› 1 Have I told you that I love your lamps?")
    terminal.press("\x0f")
    terminal.see("› 1 How do I change my password?")
    terminal.press("\x14")
    terminal.see("› 2 And when are you open on Sundays?")
    terminal.press("\x14")
    _typed(terminal, "You change your password in your account.", "How do I change my password?")
    _typed(terminal, "We are open on Sundays from ten to six.", "And when are you open on Sundays?")
    said = terminal.see("Enter done")
    assert "lamps" not in said
    assert "unanswered" not in said
    terminal.press("enter")

    assert terminal.end() == 0
    assert "lamps" not in (desk.home / "out.txt").read_text()


def test_one_reply_answers_the_only_question_that_is_left(
    desk: Desk, mails: Mails, library: Callable[..., Path]
) -> None:
    (desk.home / "mail.eml").write_bytes(mails.write(PHANTOM))
    folder = library(opening_hours=HOURS)
    terminal = desk.open("reply", "mail.eml", "--library", str(folder), "--no-shipped", TERM="dumb", rows=60)
    terminal.see("› 1 Have I told you that I love your lamps?", "o no question")
    terminal.press("o\n")
    terminal.see("› 1 How do I change my password?")
    terminal.press("o\n")
    terminal.see("› 1 And when are you open on Sundays?")
    terminal.press("1\n")
    terminal.see("q leave [d]:")
    terminal.press("\n")

    assert terminal.end() == 0
    assert "On Sundays from ten to six." in terminal.raw
    assert "\r\n> " not in terminal.raw


def test_one_reply_may_answer_them_all(asked: Desk) -> None:
    terminal = asked.open("reply", "mail.eml")
    terminal.see("› 1 Do you have gift vouchers?")
    terminal.press("\x01")
    terminal.see("Enter picks · Tab marks several")
    terminal.see("Do you have gift vouchers?", gone=True)
    terminal.press("escape")

    assert terminal.end() == 130


def test_what_was_typed_is_kept_with_its_questions(asked: Desk) -> None:
    for answer in ("Yes, in our shop.", "No, not yet."):
        terminal = asked.open("reply", "mail.eml")
        for number in (1, 2, 3):
            terminal.see(f"› {number} ")
            terminal.press("\x14")
        _typed(terminal, answer, "Do you have gift vouchers?")
        terminal.see("Your answer to: How do I change my password?")
        terminal.press("ctrl-c")
        assert terminal.end() == 130

    again = asked.open("compose", "--resume", "-f", "draft")
    again.see("3 questions  Sarah Whitfield")
    again.press("down", "enter")
    _typed(again, "In your account.", "How do I change my password?")
    _typed(again, "Ten to six.", "And when are you open on Sundays?")
    again.see("Enter done")
    again.press("enter")
    assert again.end() == 0
    assert "> Do you have gift vouchers?\r\n\r\nYes, in our shop." in again.raw
    assert "In-Reply-To: <one@mail.example>" in again.raw


def test_without_a_terminal_the_snippets_are_the_whole_answer_and_lint_judges(
    desk: Desk, mails: Mails, library: Callable[..., Path]
) -> None:
    mail = mails.write("Hi,\n\nWhen are you open on Sundays? And what does the gas hose cost?\n\nSarah")
    one = ("reply", "--no-input", "--snippet", "opening-hours", "--library", str(library(opening_hours=HOURS)))
    done = desk.run(*one, "--fail-level", "warning", stdin=mail)

    assert (done.returncode, done.stdout) == (1, b"")
    assert "unanswered-question" in done.stderr.decode()
    assert b"\n\nOn Sundays from ten to six.\n\n" in desk.run(*one, stdin=mail).stdout


def test_with_one_question_the_picker_begins_with_what_fits(desk: Desk, mails: Mails) -> None:
    (desk.home / "mail.eml").write_bytes(mails.write("Hi,\n\nmy parcel arrived broken.\n\nSarah"))
    terminal = desk.open("reply", "mail.eml")
    terminal.see("›  Damaged item")
    terminal.press("escape")
    assert terminal.end() == 130
