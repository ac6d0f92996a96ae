from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.report.concise import Concise
from replyctl.report.protocol import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.report.checked import Checked


def test_a_line_a_problem_with_a_mark_for_what_can_be_mended(check: Callable[..., Checked]) -> None:
    lines = Concise(Style()).draft(check("Hi,\n\nIt is on the the way, [Name].\n\nRegards,")).splitlines()

    assert lines[0].startswith("a.txt:3:14: warning repeated-word [*]: ")
    assert lines[1].startswith("a.txt:3:23: error placeholder: ")
    assert len(lines) == 2


def test_what_has_no_place_stands_at_the_beginning(check: Callable[..., Checked]) -> None:
    assert Concise(Style()).draft(check("Hi,\n\nIt ships.")).startswith("a.txt:1:1: warning no-closing: ")


def test_a_draft_without_problems_and_an_input_that_cannot_be_read_print_nothing(check: Callable[..., Checked]) -> None:
    report = Concise(Style())

    assert report.draft(check("Hi,\n\nIt ships.\n\nRegards,")) == report.error({"error": "gone"}) == ""
    assert (report.head, report.tail) == ("", "")
