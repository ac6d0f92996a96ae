"""The form: the reply fills itself beside or below the question, on any size of terminal, and look-ups are waited for."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Desk

SHOP = """\
case "$1" in
HW-SLOW) sleep 60 & echo $! > child; sleep 60;;
HW-BAD) exit 4;;
*) echo '{"fault": "your mirror cracked"}';;
esac
"""


@pytest.mark.parametrize(("columns", "rows"), [(100, 30), (80, 24), (40, 20)])
def test_the_reply_fills_itself_beside_the_question_with_the_value_in_its_sentence(
    columns: int, rows: int, desk: Desk
) -> None:
    terminal = desk.open("compose", "refund-approved", "--set", "customer.name=Diane", columns=columns, rows=rows)
    screen = terminal.see("▮")
    assert "Order number" in screen
    assert "1/" in screen
    terminal.press("HW-659")
    terminal.see("HW-659 is") if columns < 100 else terminal.see("order HW-659 is approved")
    terminal.press("enter")
    terminal.see("HW-659 ", gone=False)
    terminal.press("49.90 EUR")
    terminal.see("I have", "€49.90")
    terminal.press("enter", "+3wd")
    terminal.see("= ")  # the date, as it will be printed
    terminal.press("shift-tab")
    terminal.see("› 49.90 EUR")
    terminal.press("ctrl-c")

    assert terminal.end() == 130
    assert "\x1b[?1049h" in terminal.raw
    assert terminal.raw.count("\x1b[?1049h") == 1  # nothing flickers between two questions


def test_what_is_asked_stays_in_view_on_a_small_screen_that_says_why_an_answer_is_refused(desk: Desk) -> None:
    terminal = desk.open(
        "compose", "refund-approved", "--set", "customer.name=Diane", "--set", "order=HW-1", "--set", "amount=49.90 EUR",
        columns=40, rows=20,
    )  # fmt: skip
    terminal.see("The money arrives by")
    terminal.press("ctrl-u", "foo", "enter")
    terminal.see("✗ not a date", "▮")
    terminal.press("ctrl-c")

    assert terminal.end() == 130


def test_a_dumb_terminal_shows_the_sentence_in_question_and_the_date_that_was_meant(desk: Desk) -> None:
    terminal = desk.open(
        "compose", "refund-approved", "--set", "customer.name=Diane", "--set", "order=HW-1", rows=60, TERM="dumb"
    )
    terminal.see("I have refunded ▮ the way you paid")
    terminal.press("49.90 EUR", "enter")
    terminal.see("€49.90")
    terminal.press("foo", "enter")
    assert "tomorrow, frid\n" not in terminal.see("+3wd (working days)")  # lines break between words
    terminal.press("next friday", "enter")
    terminal.see("= Friday, ")
    terminal.press("ctrl-c")

    assert terminal.end() == 130


def test_a_look_up_says_what_it_looks_for_is_skipped_by_esc_and_tells_why_nothing_came(desk: Desk) -> None:
    shop = desk.editor(SHOP)
    desk.configure(
        f'agent: {{name: Dana, contact: care@homeworks.example}}\nlook_up: {{order: ["{shop}", "{{order}}"]}}\n'
    )
    terminal = desk.open("compose", "damaged-item", "--set", "customer.name=Diane")
    terminal.see("Order number")
    terminal.press("HW-SLOW", "enter")
    terminal.see("looking up HW-SLOW…")
    terminal.press("escape")
    terminal.see("look_up: skipped")
    assert not _runs(int((desk.home / "child").read_text()))
    terminal.press("shift-tab", "ctrl-u", "HW-BAD", "enter")
    terminal.see("failed with exit code 4")
    terminal.press("shift-tab", "ctrl-u", "HW-1", "enter")
    assert "look_up:" not in terminal.see("your mirror cracked")
    terminal.press("ctrl-c")

    assert terminal.end() == 130


def _runs(pid: int) -> bool:
    """Whether the process is more than a zombie that waits for init."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def test_esc_goes_back_one_level_from_the_review_over_the_questions_to_the_picker(desk: Desk, shipped: int) -> None:
    terminal = desk.open("compose", "--set", "customer.name=Diane", rows=40)
    terminal.see("Esc leaves")
    terminal.press("thanks", "enter")
    terminal.see("1/")
    terminal.press("escape")
    assert "›  Thanks for praise" in terminal.see("› thanks")  # what was typed there is not lost
    terminal.press("ctrl-u")
    terminal.see(f"{shipped} of {shipped}")
    terminal.press("damaged", "enter")
    terminal.see("Order number")
    terminal.press("HW-1", "enter", "it broke", "enter", "n", "n", "n")
    terminal.see("q leave")
    terminal.press("w")
    terminal.see("Save to which file?")
    terminal.press("ctrl-c")  # leaves the question, not the program
    terminal.see("q leave")
    terminal.press("escape")
    terminal.see("May the customer keep the damaged goods?")
    terminal.press("escape")
    terminal.see("May the customer keep the damaged goods?", gone=True)
    terminal.see("[x] no", "Did the customer write a review?")
    terminal.press("escape")
    terminal.see("Did the customer write a review?", gone=True)
    terminal.see("[x] no", "Is a replacement on its way?")
    terminal.press("escape")
    terminal.see("› it broke")
    terminal.press(" in two", "enter", "enter", "enter", "enter")
    terminal.see("q leave")
    assert "it broke in two" in terminal.screen
    terminal.press("enter")

    assert terminal.end() == 0
    assert list(json.loads((desk.home / "state" / "usage.json").read_text())) == ["damaged-item"]


def test_several_lines_are_typed_with_ctrl_j_or_in_the_agents_editor(desk: Desk) -> None:
    editor = desk.editor("printf 'third line\\n' >> \"$1\"")
    terminal = desk.open("compose", "--blank", "--set", "customer.name=Diane", rows=40, EDITOR=editor)
    terminal.see("Subject")
    terminal.press("Your order", "enter")
    terminal.see("Ctrl-J new line")
    terminal.press("first line\nsecond line")
    terminal.see("second line")
    terminal.press("\x18\x05")
    terminal.see("third line")
    terminal.press("enter")
    terminal.see("q leave")
    for line in ("first line", "second line", "third line"):
        assert line in terminal.screen
    terminal.press("q")
    terminal.end()


def test_an_unknown_name_opens_the_picker_before_any_other_question(fresh: Desk, shipped: int) -> None:
    terminal = fresh.open("compose", "refund")
    screen = terminal.see(f" of {shipped}")
    assert "› refund" in screen
    assert re.search(rf"(?m)^ *[1-9] of {shipped}", screen)  # filtered by it
    terminal.press("escape")
    assert terminal.end() == 130
    assert "Your name" not in terminal.raw

    done = fresh.run("compose", "refund", "--no-input")
    assert done.returncode == 3
    assert b"did you mean 'refund-approved', 'damaged-item' or 'order-cancelled'?" in done.stderr
