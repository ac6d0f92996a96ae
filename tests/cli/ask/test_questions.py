"""Every type of question, through a snippet that has them all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Desk

SNIPPET = """\
title: Every type
kind: answer
fields:
  colour: {type: choice, choices: [red, green, blue], ask: Which colour}
  other: {type: choice, choices: [red, green], other: true, ask: Which other}
  maybe: {type: choice, choices: [this, that], optional: true, ask: Perhaps which}
  many: {type: multi, choices: [one, two, "three, four"], ask: Which ones}
  notes: {type: multiline, ask: Notes}
  due: {type: date, ask: Until when, default: +3d}
  amount: {type: money, ask: How much}
  free: {ask: Anything, optional: true}
parts:
  first: {ask: The first part?}
  second: {ask: The second part?, default: true}
text:
  en:
    subject: About {{ colour }} and more
    body: |
      C={{ colour }} O={{ other }} P={{ maybe }} M={{ many | join }} D={{ due }} A={{ amount }} F={{ free }}
      N={{ notes }}
      {% if parts.first %}FIRST{% endif %} {% if parts.second %}SECOND{% endif %}
"""
ANSWERS = {
    "colour": "green",
    "other": "a shade of grey",
    "maybe": "",
    "many": ["one", "three, four"],
    "notes": "first line\nsecond line",
    "parts.first": True,
    "parts.second": False,
}


@pytest.fixture
def folder(library: Callable[..., Path]) -> str:
    return str(library(every=SNIPPET))


def _printed(raw: str) -> dict[str, object]:
    reply = json.loads(raw[raw.index("{\r\n") :])
    values = {name: value["value"] for name, value in reply["values"].items()}
    return {name: values.get(name, "") for name in ANSWERS}


def test_keys_answer_every_type(desk: Desk, folder: str) -> None:
    terminal = desk.open("compose", "every", "--library", folder, "--set", "customer.name=Diane", "-f", "json", rows=40)
    terminal.see("Which colour")
    terminal.press("down", "enter")
    terminal.see("Which other")
    terminal.press("a shade of grey")
    terminal.see("other: a shade of grey")
    terminal.press("enter")
    terminal.see("Perhaps which")
    assert "› 3 –" in terminal.screen
    terminal.press("enter")
    terminal.see("Which ones")
    terminal.press("space", "3", "enter")
    terminal.see("Notes")
    terminal.paste("first line\r\nsecond")
    terminal.see("second")
    terminal.press(
        " line", "alt-enter", "gone", "backspace", "backspace", "backspace", "backspace", "backspace", "enter"
    )
    terminal.see("› +3d")
    terminal.press("enter")
    terminal.see("How much")
    terminal.press("much", "enter")
    terminal.see("✗")
    terminal.press("ctrl-u", "49.90 EUR", "enter")
    terminal.see("Anything")
    terminal.press("enter")
    terminal.see("The first part?")
    terminal.press("space", "enter")
    terminal.see("The second part?")
    terminal.press("n")
    terminal.see("q leave")
    terminal.press("enter")

    assert terminal.end() == 0
    assert _printed(terminal.raw.rpartition("?1049l")[2]) == ANSWERS


def test_shift_tab_and_up_go_back_through_answers_and_enter_forward_again(desk: Desk, folder: str) -> None:
    terminal = desk.open("compose", "every", "--library", folder, "--set", "customer.name=Diane", rows=40)
    terminal.see("Which colour")
    terminal.press("3")
    terminal.see("Which other")
    terminal.press("1")
    terminal.see("Perhaps which")
    terminal.press("shift-tab")
    terminal.see("› 1 red")
    terminal.press("shift-tab")
    terminal.see("› 3 blue")
    terminal.press("enter", "enter", "enter")
    terminal.see("Which ones")
    terminal.press("space", "enter")
    terminal.see("Notes")
    terminal.press("half a line", "up")
    terminal.see("[x] one")
    terminal.press("enter")
    terminal.see("› half a line")
    terminal.press("ctrl-c")
    assert terminal.end() == 130


def test_several_parts_are_turned_in_one_list(desk: Desk, folder: str) -> None:
    values = {"colour": "red", "other": "red", "many": ["one"], "notes": "n", "due": "+3d", "amount": "1 EUR"}
    (desk.home / "data.json").write_text(
        json.dumps({**values, "maybe": "this", "free": "x", "parts": {"first": False}})
    )
    terminal = desk.open(
        "compose", "every", "--library", folder, "--data", "data.json", "--set", "customer.name=D", rows=40
    )
    terminal.see("The second part?")
    terminal.press("y")
    terminal.see("SECOND", "q leave")
    terminal.press("space")
    terminal.see("Which parts?")
    terminal.press("space", "down", "space", "enter")
    terminal.see("FIRST")
    assert "SECOND" not in terminal.see("q leave")
    terminal.press("q")
    terminal.end()


def test_a_dumb_terminal_asks_for_every_type_too(desk: Desk, folder: str) -> None:
    terminal = desk.open(
        "compose", "every", "--library", folder, "--set", "customer.name=Diane", "-f", "json", rows=60, TERM="dumb"
    )
    for prompt, answer in (
        ("Which colour", "2"),
        ("Which other", "a shade of grey"),
        ("Perhaps which", ""),
        ("Which ones", "1,3"),
        ("Notes", "first line\rsecond line\r."),
        ("Until when", ""),
        ("How much", "49.90 EUR"),
        ("Anything", ""),
        ("The first part?", "y"),
        ("The second part?", "n"),
        ("q leave", "d"),
    ):
        terminal.see(prompt)
        terminal.press(answer, "enter")

    assert terminal.end() == 0
    assert _printed(terminal.raw.rpartition("q leave")[2]) == ANSWERS


def test_what_was_left_empty_on_purpose_is_asked_only_where_it_is_needed(desk: Desk, folder: str) -> None:
    empty = [word for name in ("maybe", "free", "notes", "customer.name") for word in ("--set", f"{name}=")]
    given = [
        "--set",
        "colour=red",
        "--set",
        "other=x",
        "--set",
        "many=one",
        "--set",
        "due=+3d",
        "--set",
        "amount=5 EUR",
    ]
    terminal = desk.open("compose", "every", "--library", folder, *empty, *given, "--with", "first", "--with", "second")
    terminal.see("1/1", "Notes")
    terminal.press("ctrl-c")

    assert terminal.end() == 130
