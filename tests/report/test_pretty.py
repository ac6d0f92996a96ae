from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from replyctl.report.pretty import MOST, Pretty
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
    *_, line, carets = Pretty(Style(colour=False, columns=40)).draft(check(text)).splitlines()

    assert 38 <= len(line) <= 40
    assert line[carets.index("^") :].startswith("thx")


def test_the_count_at_the_end_names_each_severity_and_the_drafts(check: Callable[..., Checked]) -> None:
    report = Pretty(Style(colour=False))
    assert report.tail == "no problems\n"
    report.draft(check(f"Hi,\n\nthx, pls [Name].{SIGN_OFF}"))
    assert report.tail == "1 error, 2 suggestions\n"
    report.draft(check("Hi,\n\nIt ships."))
    assert report.tail == "1 error, 1 warning, 2 suggestions in 2 drafts\n"


def test_what_is_shown_early_is_the_mail_as_a_whole_and_all_else_follows_in_the_order_of_the_text(
    check: Callable[..., Checked],
) -> None:
    report = Pretty(Style(colour=False))
    whole = check("Subject: The the lamp\n\nHi,\n\nthx, it is the the lamp.")
    early, rest = report.early(whole), report.draft(whole)

    assert [line.partition(": ")[0] for line in early.splitlines()] == ["a.txt:1:1"]
    places = [line.partition(": ")[0] for line in rest.splitlines() if not line.startswith("  |")]
    assert places == ["a.txt:1:14", "a.txt:5:1", "a.txt:5:16"]
    assert report.tail == "3 warnings, 1 suggestion\n"


def test_a_line_that_is_cut_says_so_where_it_is_cut(check: Callable[..., Checked]) -> None:
    def line(text: str) -> str:
        shown = Pretty(Style(colour=False, columns=44)).draft(check(f"Hi,\n\n{text}{SIGN_OFF}")).splitlines()
        return next(one for one in shown if one.startswith("  |"))[4:]

    assert line("thx for the lamp.") == "thx for the lamp."
    assert line(f"thx {'word ' * 60}") == "thx word word word word word word word…"
    assert line(f"{'word ' * 60}thx") == "…word word word word word word word thx"
    assert (both := line(f"{'word ' * 60}thx {'word ' * 60}"))[0] == both[-1] == "…"


@pytest.mark.parametrize("columns", [30, 60, 80])
def test_a_message_is_broken_between_words_and_only_for_a_terminal(check: Callable[..., Checked], columns: int) -> None:
    checked = check("Hi,\n\nIt ships.", name="x" * 20)
    plain, shown = (Pretty(Style(columns=room)).draft(checked) for room in (None, columns))

    assert plain.count("\n") == 1
    assert "".join(shown.split()) == "".join(plain.split())
    assert {*shown.split()} == {*plain.split()}
    assert all(len(line) <= columns for line in shown.splitlines()[1:])


def test_what_can_be_fixed_is_marked_and_counted_and_what_was_fixed_is(check: Callable[..., Checked]) -> None:
    report = Pretty(Style(mends=True))
    checked = check(f"Hi,\n\nthx, it is the the lamp, pls.{SIGN_OFF}")
    shown = report.draft(checked)

    assert "repeated-word [*]: " in shown
    assert "slang: " in shown
    assert report.tail == "1 warning, 2 suggestions\n[*] 1 fixable with --fix, 2 more with --unsafe-fixes\n"
    report.draft(checked._replace(problems=(), mended=3))
    assert report.tail.startswith("fixed 3; left: 1 warning, 2 suggestions in 2 drafts\n")
    assert "[*]" not in Pretty(Style()).draft(checked)


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


def test_of_a_great_many_problems_the_first_are_shown_and_all_are_counted(check: Callable[..., Checked]) -> None:
    checked = check("Hi,\n\n" + "thx for it.\n" * 2 * MOST)
    report = Pretty(Style(colour=False))
    shown = report.draft(checked).splitlines()

    assert sum(line.startswith("a.txt:") for line in shown) == MOST
    assert shown[-1] == f"… and {len(checked.problems) - MOST} more problems: -f concise shows all"
    assert f"{2 * MOST} suggestions" in report.tail
