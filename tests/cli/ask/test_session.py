"""Whole sessions on a terminal."""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import stat
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Desk
    from terminal import Terminal

VALUES = ("--set", "order=HW-659", "--set", "fault=your items arrived damaged", "--set", "customer.name=Diane")
ALL = (*VALUES, "--set", "tracking=ABC456123", "--set", "parts.replacement=yes")


def test_a_first_run_asks_who_writes_and_then_composes(fresh: Desk) -> None:
    (fresh.home / ".gitconfig").write_text("[user]\n\tname = Dana Levi\n")
    terminal = fresh.open()

    terminal.see("Dana Levi", "Your name, as customers see it")
    terminal.press("enter")
    terminal.see("Your role")
    terminal.press("Customer care", "enter")
    terminal.see("Your company")
    terminal.press("HomeWorks", "enter")
    terminal.see("How customers reach you")
    terminal.press("care@homeworks.example", "enter")
    terminal.see("Esc leaves")
    terminal.press("broken vase")
    terminal.see("Damaged item")
    terminal.press("escape")

    assert terminal.end() == 130
    config = fresh.run("config", "show").stdout.decode()
    for value in ("Dana Levi", "Customer care", "HomeWorks", "care@homeworks.example"):
        assert value in config


def test_a_set_up_that_was_left_goes_on_where_it_was_left(fresh: Desk) -> None:
    terminal = fresh.open("compose", "damaged-item")
    terminal.see("Your name")
    terminal.press("Dana", "enter")
    terminal.see("Your role")
    terminal.press("Care")
    terminal.see("› Care")
    terminal.press("ctrl-c")
    terminal.see("what you typed is saved")

    assert terminal.end() == 130
    assert not list(fresh.home.glob("config/**/*.yaml"))
    assert stat.S_IMODE((fresh.home / "state" / "setup.json").stat().st_mode) == 0o600
    terminal = fresh.open("compose", "damaged-item", "--lang", "he")
    terminal.see("Dana", "› Care")
    terminal.press(" team", "enter")
    terminal.see("Your company")
    terminal.press("enter")
    terminal.see("How customers reach you")
    terminal.press("care@homeworks.example", "enter")
    terminal.see("Word forms for you in")
    terminal.press("1")
    terminal.see("1/")
    terminal.press("ctrl-c")
    terminal.end()
    config = fresh.run("config", "show").stdout.decode()
    assert "agent.name: Dana" in config
    assert "agent.role: Care team" in config
    assert "agent.gender: f" in config
    assert "your answers are saved in" in terminal.raw
    assert not (fresh.home / "state" / "setup.json").exists()


def test_a_set_up_in_which_nothing_was_typed_keeps_nothing(fresh: Desk) -> None:
    terminal = fresh.open("compose", "damaged-item")
    terminal.see("Your name")
    terminal.press("ctrl-c")
    terminal.see("it starts again next time")

    assert terminal.end() == 130
    assert not (fresh.home / "state" / "setup.json").exists()


def test_nothing_is_asked_for_a_snippet_that_is_broken(fresh: Desk, library: Callable[..., Path]) -> None:
    text = "title: T\nkind: answer\nfields: {a: {}}\ntext: {en: {subject: a, body: '{{ b }}'}}\n"
    terminal = fresh.open("compose", "late", "--library", str(library(late=text)))

    assert "Your name" not in terminal.see("'b' is not declared")
    assert terminal.end() == 3


def test_an_answer_before_is_the_default_of_the_next(desk: Desk, library: Callable[..., Path]) -> None:
    text = (
        "title: T\nkind: answer\nfields: {order: {ask: Order}, rma: {ask: Return number, default: 'RMA-{{ order }}'}}\n"
        "text: {en: {subject: 'Your return {{ rma }}', body: 'Send it with {{ rma }} on it, {{ order }}.'}}\n"
    )
    terminal = desk.open("compose", "late", "--library", str(library(late=text)), "--set", "customer.name=Diane")
    terminal.see("Order")
    terminal.press("HW-1", "enter")
    terminal.see("RMA-HW-1", "Return number")
    terminal.press("enter")

    terminal.see("Send it with RMA-HW-1 on it")


def _picked_and_answered(desk: Desk, **env: str) -> Terminal:
    """Fuzzy search, an answer gone back to and changed, and on to the review."""
    terminal = desk.open("compose", "--without", "review", "--without", "keeps", rows=40, **env)
    terminal.see("Esc leaves")
    terminal.press("damgaed")
    terminal.see("›  Damaged item")
    terminal.press("enter")
    terminal.see("Customer")
    terminal.press("Dr. Dana Cohen", "enter")
    terminal.see("Order number")
    terminal.press("HW-65", "enter")
    terminal.see("What went wrong")
    terminal.press("your vase broke", "shift-tab")
    terminal.see("› HW-65")
    terminal.press("9", "enter")
    terminal.see("› your vase broke")
    terminal.press("enter")
    terminal.see("[x] yes")
    terminal.press("enter")
    terminal.see("Tracking number")
    terminal.press("ABC456123", "enter")
    terminal.see("q leave")
    return terminal


def _turn_the_first_part(terminal: Terminal) -> None:
    terminal.press("p")
    terminal.see("Which parts?")
    terminal.press("space", "enter")


def test_pick_answer_go_back_review_turn_a_part_and_change_a_value(desk: Desk) -> None:
    terminal = _picked_and_answered(desk)
    for shown in ("Dr. Cohen,", "HW-659", "your vase broke", "ABC456123"):
        assert shown in terminal.screen
    _turn_the_first_part(terminal)
    terminal.see("ABC456123", gone=True)
    terminal.see("q leave")
    _turn_the_first_part(terminal)
    terminal.see("ABC456123")
    terminal.press("v")
    terminal.see("Which one?")
    terminal.press("2")
    terminal.see("› HW-659")
    terminal.press("ctrl-u", "HW-777", "enter")
    terminal.see("order HW-777")
    terminal.see("q leave")
    terminal.press("enter")

    assert terminal.end() == 0
    printed = terminal.raw.rpartition("Subject: ")[2]
    assert "HW-777" in printed
    assert "HW-659" not in printed
    assert "ABC456123" in printed


def test_edit_leave_resume_copy_print_and_print_again(desk: Desk) -> None:
    terminal = _picked_and_answered(desk, EDITOR=desk.editor("sed -i 's/48 hours/two days/' \"$1\""))
    terminal.press("e")
    terminal.see("two days")
    terminal.press("ctrl-c")
    assert terminal.end() == 130
    assert "--resume" in terminal.screen

    terminal = desk.open("compose", "--resume", rows=40, SSH_TTY="/dev/pts/9")
    terminal.see("two days")
    terminal.press("s")
    terminal.see("Subject: sent to the terminal")
    terminal.press("c")
    terminal.see("Body: sent to the terminal")
    terminal.press("enter")

    assert terminal.end() == 0
    subject, body = (base64.b64decode(one).decode() for one in re.findall(r"\x1b\]52;c;([^\x07]*)\x07", terminal.raw))
    assert "HW-659" in subject
    assert "two days" in body
    printed = terminal.raw.rpartition("Subject: ")[2].replace("\r\n", "\n").partition("\n")[2]
    assert printed == body
    assert desk.left() == []
    assert desk.run("compose", "--again").stdout.decode() == body


def test_a_changed_value_writes_an_edited_text_anew_only_when_asked_twice(desk: Desk) -> None:
    terminal = _picked_and_answered(desk, EDITOR=desk.editor("sed -i 's/48 hours/two days/' \"$1\""))
    terminal.press("e")
    terminal.see("two days")
    terminal.press("p")
    terminal.see("drops your edits")
    assert "two days" in terminal.screen
    _turn_the_first_part(terminal)
    terminal.see("two days", gone=True)
    terminal.see("I have refunded")
    terminal.press("q")
    assert terminal.end() == 130


def test_only_what_is_open_is_asked(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *VALUES, "--with", "replacement")

    terminal.see("1/1", "Tracking number")
    terminal.press("ABC456123", "enter")
    terminal.see("Diane,", "q leave")
    terminal.press("d")

    assert terminal.end() == 0


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_a_placeholder_is_asked_for_again_with_the_reason(desk: Desk, term: str) -> None:
    name = ("--set", "customer.name={{ contact.name }}")
    terminal = desk.open("compose", "damaged-item", *ALL, *name, rows=60, TERM=term)

    terminal.see("'{{ contact.name }}' is an unfilled placeholder", "Customer's name")
    terminal.press("[Name]", "enter")
    terminal.see("'[Name]' is an unfilled placeholder")
    terminal.press("ctrl-u", "Ann Frey", "enter")
    terminal.see("q leave")
    assert "Hi Ann," in terminal.screen
    terminal.press("enter")

    assert terminal.end() == 0


def test_a_typed_name_that_names_nobody_is_told_beside_the_reply(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *ALL[:4], *ALL[6:], columns=100, rows=40)
    terminal.see("Customer's name")
    terminal.press("info@acme.com", "enter")

    terminal.see("greeting is neutral", "q leave")
    terminal.press("q")
    terminal.end()


def test_questions_are_asked_on_the_terminal_between_two_pipes(desk: Desk) -> None:
    data = {"order": "HW-659", "fault": "your items arrived damaged", "parts": {"replacement": True}}
    (desk.home / "data.json").write_text(json.dumps(data))
    terminal = desk.shell("cat data.json | replyctl compose damaged-item --data - | cat > out.txt; echo ended")
    terminal.see("Customer")
    terminal.press("Diane", "enter")
    terminal.see("Tracking number")
    terminal.press("ABC456123", "enter")
    terminal.see("q leave")
    terminal.press("enter")
    terminal.see("ended")

    out = (desk.home / "out.txt").read_text()
    assert out.splitlines()[0].endswith("Diane,")
    assert "HW-659" in out
    assert "ABC456123" in out
    assert "\x1b" not in out


def test_a_reply_with_an_error_is_held_back_from_a_pipe_and_can_be_mended(desk: Desk) -> None:
    values = "--set order=HW-659 --set customer.name=Diane --without replacement"
    terminal = desk.shell(f"{{ replyctl compose damaged-item {values}; echo code $? >&2; }} | cat > out.txt")
    terminal.see("What went wrong")
    terminal.press("card 4111 1111 1111 1111", "enter")
    terminal.see("held back", "error line 7 · pii")
    terminal.press("enter")
    terminal.see("code 1")
    assert (desk.home / "out.txt").read_text() == ""

    terminal = desk.open("compose", "--resume")
    terminal.see("q leave")
    terminal.press("3")
    terminal.see("› card 4111")
    terminal.press("ctrl-u", "your vase broke", "enter")
    terminal.see("no problems")
    terminal.press("enter")
    assert terminal.end() == 0


def test_a_kill_between_two_answers_loses_nothing(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item")
    terminal.see("Customer")
    terminal.press("李女士", "enter")
    terminal.see("Order number")
    terminal.press("HW-659", "enter")
    terminal.see("What went wrong")
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.end()

    (state,) = desk.left()
    assert stat.S_IMODE(state.stat().st_mode) == 0o600
    terminal = desk.open("compose", "--resume")
    screen = terminal.see("What went wrong")
    assert "李女士" in screen
    assert "HW-659" in screen
    terminal.press("ctrl-c")
    assert terminal.end() == 130


def test_what_stood_on_the_line_at_ctrl_c_is_there_again(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item")
    terminal.see("Customer")
    terminal.press("Dana Le")
    terminal.see("Dana Le")
    terminal.press("ctrl-c")
    assert terminal.end() == 130

    terminal = desk.open("compose", "--resume")
    terminal.see("› Dana Le")
    terminal.press("ctrl-c")
    terminal.end()


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}])
def test_every_screen_fits_and_keeps_its_colours_to_itself(columns: int, env: dict[str, str], desk: Desk) -> None:
    terminal = desk.open("compose", "--without", "review", "--without", "keeps", columns=columns, **env)
    terminal.see("Esc leaves")
    terminal.press("damaged")
    terminal.see("Damaged item", "of your review" if columns == 0 else "Thank you")
    terminal.press("enter")
    terminal.see("Customer")
    terminal.press("Diane", "enter", "HW-659", "enter", "your items arrived damaged", "enter", "y", "ABC", "enter")
    terminal.see("Diane,")
    screen = terminal.see("q leave")
    terminal.press("enter")

    assert terminal.end() == 0
    assert all(len(line) <= columns for line in screen.split("\n"))
    coloured = re.search(r"\x1b\[[\d;]*\b(?:3[0-7]|9[0-7]|38)\b[\d;]*m", terminal.raw)
    assert bool(coloured) is not bool(env)


def test_hebrew_is_wrapped_and_kept_to_itself(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", "--lang", "he", *ALL, columns=40, rows=40)

    screen = terminal.see("q leave")
    assert "HW-659" in screen
    assert "\u2068" in terminal.raw
    terminal.press("enter")
    assert terminal.end() == 0
    assert "\u2068" not in terminal.raw.rpartition("Subject: ")[2]


def test_a_hebrew_reply_is_asked_and_its_parts_are_turned(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", "--lang", "he", *VALUES, rows=40)
    terminal.see("[x] yes")
    terminal.press("n")
    terminal.see("q leave")
    _turn_the_first_part(terminal)
    terminal.see("ABC456123")
    terminal.press("ABC456123", "enter")
    terminal.see("q leave")
    terminal.press("enter")

    assert terminal.end() == 0
    assert "ABC456123" in terminal.raw.rpartition("Subject: ")[2]


def test_a_wide_screen_has_the_problems_beside_the_reply(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *ALL, "--set", "fault=card 4111 1111 1111 1111", columns=120)

    screen = terminal.see("q leave")
    assert re.search(r"│›error line 7 · pii", screen)
    terminal.press("q")
    terminal.end()


def test_a_long_reply_scrolls_and_says_where_it_is(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *ALL, columns=40)
    screen = terminal.see("q leave")
    assert " 1-" in screen
    assert "Kind regards" not in screen
    terminal.press("page-down", "page-down", "page-down")
    terminal.see("care@homeworks.example")
    terminal.press("q")
    assert terminal.end() == 130


def test_a_program_that_is_told_to_end_leaves_the_terminal_as_it_was(desk: Desk) -> None:
    terminal = desk.shell("stty -a > before; replyctl compose damaged-item; stty -a > after; echo ended")
    terminal.see("Customer")
    terminal.press("Diane", "enter")
    terminal.see("Order number")
    found = subprocess.run(["pgrep", "-P", str(terminal.pid)], capture_output=True, check=True)
    os.kill(int(found.stdout.split()[0]), signal.SIGTERM)
    terminal.see("ended")

    assert (desk.home / "before").read_text() == (desk.home / "after").read_text()
    assert len(desk.left()) == 1


def test_a_dumb_terminal_gets_lines_and_nothing_else(desk: Desk) -> None:
    terminal = desk.open("compose", "--without", "review", "--without", "keeps", columns=80, rows=60, TERM="dumb")
    terminal.see("numbers to pick")
    terminal.press("damaged", "enter")
    terminal.see("1 Damaged item")
    terminal.press("1", "enter")
    terminal.see("Customer")
    terminal.press("Diane", "enter")
    terminal.see("Order number")
    terminal.press("HW-65", "enter")
    terminal.see("What went wrong")
    terminal.press("<", "enter")
    terminal.see("[HW-65]")
    terminal.press("HW-659", "enter")
    terminal.see("What went wrong")
    terminal.press("your vase broke", "enter")
    terminal.see("[Y/n]")
    terminal.press("n", "enter")
    terminal.see("q leave [d]")
    terminal.press("enter")

    assert terminal.end() == 0
    assert "\x1b" not in terminal.raw
    assert "within 48\r\nhours." in terminal.raw  # lines break between words
    assert "your vase broke" in terminal.raw.rpartition("Diane,")[2]


def test_a_paste_of_several_lines_is_one_answer(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *VALUES[:2])
    terminal.see("Customer")
    terminal.paste("Dana\r\nLevi\r\n")
    terminal.see("› Dana Levi")
    terminal.press("enter")
    terminal.see("What went wrong")
    terminal.press("ctrl-c")
    terminal.end()


def test_an_answer_that_does_not_fit_says_why_and_is_asked_again(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", "--set", "customer.name=Diane")
    terminal.see("Order number")
    terminal.press("<<>>")
    terminal.see("not an order number")
    terminal.press("enter")
    terminal.see("✗")
    terminal.press("ctrl-u", "HW-1", "enter")
    terminal.see("What went wrong")
    terminal.press("ctrl-c")
    terminal.end()


def test_escapes_that_are_pasted_do_not_reach_the_terminal(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *VALUES[:4])
    terminal.see("Customer")
    terminal.paste("Dana \x1b]0;owned\x07\u202eLevi")
    terminal.see("› Dana Levi")
    terminal.press("ctrl-c")
    terminal.end()

    assert "owned" not in terminal.raw
    assert "\u202e" not in terminal.raw


def test_the_review_asks_before_it_replaces_a_file(desk: Desk) -> None:
    (desk.home / "reply.txt").write_text("precious")
    (desk.home / "old.txt").write_text("in the way")
    terminal = desk.open("compose", "damaged-item", *ALL)
    terminal.see("q leave")
    terminal.press("w")
    terminal.see("Save to which file?")
    terminal.press("enter")
    terminal.see("reply.txt is there already. Replace it?")
    terminal.press("n")
    terminal.see("Save to which file?")
    terminal.press("ctrl-u", "old.txt", "enter")
    terminal.see("old.txt is there already. Replace it?")
    terminal.press("y")
    terminal.see("saved to")
    terminal.press("w")
    terminal.see("Save to which file?")
    terminal.press("ctrl-u", ".", "enter")
    terminal.see("this is a folder")
    terminal.press("escape")
    terminal.see("q leave")
    terminal.press("enter")

    assert terminal.end() == 0
    assert (desk.home / "reply.txt").read_text() == "precious"
    assert "Diane," in (desk.home / "old.txt").read_text()


def test_an_editor_that_fails_leaves_the_reply_as_it_was(desk: Desk) -> None:
    terminal = desk.open("compose", "damaged-item", *ALL, rows=40, EDITOR=desk.editor('echo lost > "$1"; exit 3'))
    terminal.see("q leave")
    terminal.press("e")
    terminal.see("I have refunded", "exit code 3")
    terminal.press("enter")
    assert terminal.end() == 0


def test_killed_while_the_editor_is_open_nothing_lies_about(desk: Desk) -> None:
    (desk.home / "tmp").mkdir()
    desk.env["TMPDIR"] = str(desk.home / "tmp")
    editor = desk.editor('echo "$1" > opened; echo half > "$1"; echo swap > "$1.swp"; echo is-open; sleep 60')
    terminal = desk.open("compose", "damaged-item", *ALL, "--edit", EDITOR=editor)
    terminal.see("is-open")
    os.kill(terminal.pid, signal.SIGKILL)
    opened = Path((desk.home / "opened").read_text().strip())

    assert list((desk.home / "tmp").iterdir()) == []
    assert [opened.parent] == [path.parent for path in desk.left()]
    assert stat.S_IMODE(opened.stat().st_mode) == 0o600

    terminal = desk.open("compose", "--resume", rows=40)
    terminal.see("I have refunded")
    terminal.press("enter")
    assert terminal.end() == 0
    assert not opened.parent.exists()


def test_edit_opens_the_editor_first_and_its_text_is_cleaned(desk: Desk) -> None:
    editor = desk.editor("printf 'Dear Diane,\\r\\n\\033]0;owned\\007Hello.\\r\\n' > \"$1\"")
    terminal = desk.open("compose", "damaged-item", *ALL, "--edit", VISUAL=editor)
    terminal.see("Hello.")
    terminal.press("enter")

    assert terminal.end() == 0
    assert "owned" not in terminal.raw
    assert terminal.raw.endswith("Dear Diane,\r\nHello.\r\n")


def test_a_look_up_is_run_once_and_only_for_an_order_that_the_agent_named(desk: Desk) -> None:
    shop = desk.editor('echo "$1" >> asked; echo "{}"')
    desk.configure(
        f'agent: {{name: Dana, contact: care@homeworks.example}}\nlook_up: {{order: ["{shop}", "{{order}}"]}}\n'
    )
    terminal = desk.open("compose", "damaged-item", *VALUES[2:])
    terminal.see("Order number")
    terminal.press("HW-659", "enter")
    terminal.see("replacement")
    terminal.press("n")
    terminal.see("q leave")
    terminal.press("enter")

    assert terminal.end() == 0
    assert (desk.home / "asked").read_text() == "HW-659\n"
