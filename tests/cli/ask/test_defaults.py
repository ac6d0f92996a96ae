"""A default in an input line: typing replaces it, everything else keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Desk
    from terminal import Terminal

SNIPPET = """\
title: A default
kind: answer
fields:
  size: {ask: Which size, default: large}
  colour: {type: choice, choices: [red, green], other: true, ask: Which colour, default: teal}
text: {en: {subject: 'Your size {{ size }}', body: 'We send size {{ size }} in {{ colour }} today.'}}
"""


@pytest.fixture
def asked(desk: Desk, library: Callable[..., Path]) -> Terminal:
    """The question with the default, as it is first seen."""
    terminal = desk.open(
        "compose", "late", "--library", str(library(late=SNIPPET)), "--set", "customer.name=D", rows=40
    )
    terminal.see("› large")
    assert "typing replaces it" in terminal.screen
    return terminal


@pytest.mark.parametrize(
    ("keys", "size"),
    [
        (("enter",), "large"),
        (("s", "m", "all", "enter"), "small"),
        (("backspace", "st", "enter"), "largst"),
        (("\x1b[D", "e", "enter"), "largee"),
        (("\x1b[C", "r", "enter"), "larger"),
        (("\x1b[F", "r", "enter"), "larger"),
        (("\x1b[H", "x", "enter"), "xlarge"),
        (("x", "backspace", "enter"), "large"),
        (("\x1b[200~tiny\x1b[201~", "enter"), "tiny"),
    ],
)
def test_the_first_key_decides_what_becomes_of_a_default(keys: tuple[str, ...], size: str, asked: Terminal) -> None:
    asked.press(*keys)
    asked.see("other: teal")
    asked.press("enter")
    asked.see("q leave")
    assert f"We send size {size} in teal today." in asked.screen
    asked.press("enter")

    assert asked.end() == 0


def test_a_default_beside_a_list_is_replaced_too_and_an_answer_given_before_is_not(asked: Terminal) -> None:
    asked.press("small", "enter")
    asked.see("other: teal")
    asked.press("blue", "shift-tab")
    asked.see("› small")
    asked.press("er", "enter")
    asked.see("other: blue")
    asked.press("ish", "enter")

    asked.see("q leave")
    assert "We send size smaller in blueish today." in asked.screen
    asked.press("q")
    asked.end()
