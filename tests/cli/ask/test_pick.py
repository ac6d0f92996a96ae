"""The picker over a large library."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Desk

PLAIN = """\
title: {{en: 'Matter {0}', he: 'עניין {0}'}}
kind: answer
text: {{en: {{subject: 'About {0}', body: 'The answer {0}.'}}}}
"""
HOURS = """\
title: Café opening hours
kind: answer
links: {x: 'https://x.example'}
text: {en: {subject: s, body: 'Open {{ links.x }}'}}
"""
EVIL = """\
title: "a\\u001b]0;owned\\u0007b\\u202ec"
kind: answer
text: {en: {subject: s, body: "x\\u001b[2Jy"}}
"""


def _many(library: Callable[..., Path]) -> Path:
    snippets = {f"matter_{number}": PLAIN.format(number) for number in range(400)}
    return library(**snippets, opening_hours=HOURS)


def test_hundreds_are_searched_as_fast_as_one_types(desk: Desk, library: Callable[..., Path]) -> None:
    terminal = desk.open("compose", "--library", str(_many(library)), "--no-shipped")
    terminal.see("401 of 401")
    began = time.monotonic()
    terminal.press("c", "a", "f", "e", " ", "o", "p", "n", "i", "n", "g")
    terminal.see("›  Café opening hours")

    assert time.monotonic() - began < 3
    assert "Open https://x.example" in terminal.screen
    terminal.press("escape")
    assert terminal.end() == 130


def test_keys_move_and_several_are_marked(desk: Desk, library: Callable[..., Path]) -> None:
    terminal = desk.open("compose", "--library", str(_many(library)), "--no-shipped", rows=20)
    terminal.see("401 of 401")
    terminal.press("page-down", "down", "up", "\x0e", "\x10", "tab", "tab")
    terminal.see("2 marked")
    terminal.press("enter")
    terminal.see("Matter 111 + Matter 112")
    terminal.press("ctrl-c")
    assert terminal.end() == 130


@pytest.mark.parametrize("marked", [False, True])
def test_the_picker_that_is_come_back_to_is_as_it_was_left(
    marked: bool, desk: Desk, library: Callable[..., Path]
) -> None:
    terminal = desk.open("compose", "--library", str(_many(library)), "--no-shipped")
    terminal.see("401 of 401")
    terminal.press("matter", "down", "down", *(["tab", "tab"] if marked else []))
    chosen = terminal.see("› matter", *(["2 marked"] if marked else []))
    terminal.press("enter")
    terminal.see("1/")
    terminal.press("escape")
    again = terminal.see("› matter", *(["2 marked"] if marked else []))
    if not marked:
        assert _current(again) == _current(chosen) != "›  Matter 0"
    terminal.press("enter")
    terminal.see("Matter 10 + Matter 100" if marked else "1/")
    terminal.press("ctrl-c")
    assert terminal.end() == 130


def _current(screen: str) -> str:
    return next(line for line in screen.split("\n")[1:] if line.startswith("›")).partition("│")[0].strip()


def test_a_search_in_lines_is_done_again_by_whoever_goes_back(desk: Desk, library: Callable[..., Path]) -> None:
    terminal = desk.open("compose", "--library", str(_many(library)), "--no-shipped", TERM="dumb", rows=60)
    terminal.see("q leaves")
    terminal.press("opening", "enter")
    terminal.see("1 Café opening hours")
    terminal.press("1", "enter")
    terminal.see("1/")
    terminal.press("<", "enter")
    terminal.see("1/")
    while terminal.screen.count("q leaves") < 3:  # at first, after the search, and now
        terminal.see("q leaves")
    assert terminal.screen.count("1 Café opening hours") == 2
    terminal.press("q", "enter")
    assert terminal.end() == 130


def test_where_nothing_is_found_a_reply_of_ones_own_is_offered(desk: Desk, library: Callable[..., Path]) -> None:
    terminal = desk.open("compose", "--library", str(_many(library)), "--no-shipped")
    terminal.see("401 of 401")
    terminal.press("qqqqqqq")
    terminal.see("nothing found: Enter begins a reply of your own")
    terminal.press("enter")
    terminal.see("A reply of your own  1/3")
    terminal.press("escape")
    terminal.see("› qqqqqqq")
    terminal.press("ctrl-u")
    terminal.see("401 of 401")
    terminal.press("ctrl-c")
    assert terminal.end() == 130


def test_files_of_others_cannot_write_to_the_terminal(desk: Desk, library: Callable[..., Path]) -> None:
    folder = library(evil=EVIL, good=PLAIN.format("\u200f1\u00ad"))
    terminal = desk.open("compose", "--library", str(folder), "--no-shipped")
    terminal.see("1 of 1")
    terminal.press("escape")
    terminal.end()

    assert "skipped" in terminal.raw
    assert "owned" not in terminal.raw
    assert "\u202e" not in terminal.raw


def test_a_broken_file_does_not_stop_the_others(desk: Desk, library: Callable[..., Path]) -> None:
    folder = library(good=PLAIN.format(1), broken="title: [")
    terminal = desk.open("compose", "--library", str(folder), "--no-shipped")
    terminal.see("1 of 1")
    terminal.press("escape")
    terminal.end()

    assert "skipped" in terminal.raw


@pytest.mark.parametrize(("columns", "rows"), [(100, 30), (80, 24), (40, 20)])
def test_what_was_found_is_shown_as_a_reply_and_what_is_marked_stays_in_view(
    columns: int, rows: int, desk: Desk, shipped: int
) -> None:
    (desk.home / "state").mkdir(mode=0o700)
    (desk.home / "state" / "usage.json").write_text(json.dumps({"thanks-for-praise": [3, int(time.time())]}))
    terminal = desk.open("compose", columns=columns, rows=rows)
    first = terminal.see(f"{shipped} of {shipped}").split("\n")[2]
    assert "Thanks for praise" in first  # used most, so first among equals
    terminal.press("delay")
    terminal.see("› delay")
    assert re.search(rf"(?m)^ *[1-9] of {shipped}", terminal.see("order-delayed"))
    assert "Order delayed: reason" in terminal.screen.split("\n")[2]
    assert "HW-659" in terminal.screen  # the example, no template
    assert "{{" not in terminal.screen
    assert "Enter picks" in terminal.screen
    assert re.search(r"\x1b\[[0-9;]*4[0-9;]*mdelay", terminal.raw)  # underlined
    terminal.press("\x1b[1;2B", "\x1b[1;2B", "\x1b[1;2B")
    terminal.see("order-delayed", gone=rows < 30)  # its first line is scrolled away, where there is more below
    terminal.press("tab", "ctrl-u", "broken")
    screen = terminal.see("Damaged item")
    assert re.search(rf"[1-9] of {shipped} · 1 marked", screen)
    assert "✓ Order delayed" in screen
    terminal.press("ctrl-u", "zebra qwxz", "backspace")
    terminal.see(f"0 of {shipped}")
    terminal.press("enter")
    terminal.see("Order delayed: reason")
    terminal.see("1/")
    terminal.press("ctrl-c")

    assert terminal.end() == 130
