from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from replyctl.report.pretty import Pretty
from replyctl.report.protocol import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.report.checked import Checked

SIGN_OFF = "\n\nRegards,\nNoa"


@pytest.mark.parametrize(
    ("lang", "line", "carets"),
    [
        ("en", "Oh, thx for it.", "    ^^^"),
        ("en", "Oh,\tthx for it.", "    ^^^"),
        ("en", "🙂 thx for it.", "   ^^^"),
        ("en", "SmartLatch™️ ✔️✔️ thx for it.", "                  ^^^"),
        ("zh", "这款台灯很给力。", "        ^^^^^^"),
    ],
)
def test_carets_stand_under_the_problem_however_wide_the_letters(
    check: Callable[..., Checked], lang: str, line: str, carets: str
) -> None:
    shown = Pretty(Style(colour=False)).draft(check(f"Hi,\n\n{line}{SIGN_OFF}", language=lang)).splitlines()

    assert shown[1:3] == [f"  | {line.expandtabs(1)}", f"  | {carets}"]


def test_a_line_from_right_to_left_is_isolated_and_marked_by_brackets(check: Callable[..., Checked]) -> None:
    shown = (
        Pretty(Style(colour=False))
        .draft(check("שלום,\n\nסבבה, נשלח היום.\n\nבברכה,\nנועה", language="he"))
        .splitlines()
    )

    assert shown[1] == "  | \u2068⟦סבבה⟧, נשלח היום.\u2069"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Hi,\r\n\r\n🙂 thx.\r\n\r\nRegards,\r\nNoa", "🙂 thx."),
        ("Subject: The the lamp\n\nHi.\n\nRegards,\nNoa", "Subject: The the lamp"),
        ("Hi,\n\nThx, card 4111111111111111 is charged.\n\nRegards,\nNoa", "Thx, card ••••••••••••1111 is charged."),
    ],
)
def test_the_whole_line_is_quoted_without_the_secrets_in_it(
    check: Callable[..., Checked], text: str, line: str
) -> None:
    assert Pretty(Style(colour=False)).draft(check(text)).splitlines()[1] == f"  | {line}"


def test_a_long_line_is_cut_around_the_problem(check: Callable[..., Checked]) -> None:
    text = f"Hi,\n\n{'word ' * 60}thx {'word ' * 60}{SIGN_OFF}"
    _, line, carets = Pretty(Style(colour=False, columns=40)).draft(check(text)).splitlines()

    assert len(line) == len(carets.ljust(40)) == 40
    assert line[carets.index("^") :].startswith("thx")


def test_the_count_at_the_end_names_each_severity_and_the_drafts(check: Callable[..., Checked]) -> None:
    report = Pretty(Style(colour=False))
    assert report.tail == "no problems\n"
    report.draft(check(f"Hi,\n\nthx, pls [Name].{SIGN_OFF}"))
    assert report.tail == "1 error, 2 suggestions\n"
    report.draft(check("Hi,\n\nIt ships."))
    assert report.tail == "1 error, 1 warning, 2 suggestions in 2 drafts\n"


def test_what_was_found_since_is_printed_alone_and_counted_once(check: Callable[..., Checked]) -> None:
    report = Pretty(Style(colour=False))
    whole = check(f"Hi,\n\nthx, it is the the lamp.{SIGN_OFF}")
    report.draft(whole._replace(problems=whole.problems[:1]))
    later = report.later(whole)

    assert "repeated-word" in later
    assert "slang" not in later
    assert report.tail == "1 warning, 1 suggestion\n"


def test_the_table_of_questions_shows_what_became_of_each(check: Callable[..., Checked]) -> None:
    checked = check(f"Hi,\n\nIt is green.{SIGN_OFF}", incoming="When do you open? What colour is it?")
    shown = Pretty(Style(colour=False, questions=True)).draft(checked)

    assert shown == (
        "questions\n  open      When do you open?\n  answered  What colour is it?\n            It is green\n"
    )
    assert Pretty(Style(colour=False)).draft(checked) == ""
    assert "asks no questions" in Pretty(Style(colour=False, questions=True)).draft(checked._replace(answers=()))


def test_nothing_of_a_draft_reaches_the_terminal_raw(check: Callable[..., Checked]) -> None:
    shown = Pretty(Style(colour=False)).draft(check(f"Hi,\n\n\x1b[2J\u202ethx \x9b31m.{SIGN_OFF}", name="\x1b[2J.txt"))

    assert not {"\x1b", "\x9b", "\u202e"} & set(shown)


def test_colour_changes_no_letter(check: Callable[..., Checked]) -> None:

    checked = check(f"Hi,\n\nthx [Name].{SIGN_OFF}")
    plain, coloured = Pretty(Style(colour=False)).draft(checked), Pretty(Style(colour=True)).draft(checked)

    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
