"""The picker over a large library."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

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
    assert "Open ‹links.x›" in terminal.screen
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


def test_nothing_found_is_said_and_cannot_be_picked(desk: Desk, library: Callable[..., Path]) -> None:
    terminal = desk.open("compose", "--library", str(_many(library)), "--no-shipped")
    terminal.see("401 of 401")
    terminal.press("qqqqqqq")
    terminal.see("nothing found")
    terminal.press("enter", "ctrl-u")
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
