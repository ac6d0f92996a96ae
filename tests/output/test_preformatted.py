"""What is laid out by hand keeps its lines."""

from __future__ import annotations

import pytest

from replyctl.output.text import wrap

LONG = "words that go on and on until the line is over"


@pytest.mark.parametrize(
    "kept",
    [
        f"```\n{LONG}\n\n  {LONG}\n```",
        f"~~~sh\n{LONG}\n~~~",
        f"    {LONG}\n\n    {LONG}",
        f"> ```\n> {LONG}\n> ```",
        f"| Item | Price |\n|---|---|\n| {LONG} | 3 |",
        f"Item | Price | {LONG}\n--- | --- | ---\nOak | 3 | {LONG}",
        f"Item\tPrice\t{LONG}\nOak\t3\t{LONG}",
        f"+------+-----+\n| Item | {LONG} |\n+------+-----+",
    ],
)
def test_code_and_tables_are_not_wrapped(kept: str) -> None:
    assert wrap(f"Before it.\n\n{kept}\n\nBehind it.", 30) == f"Before it.\n\n{kept}\n\nBehind it."


@pytest.mark.parametrize(
    "text",
    [LONG, f"- an item\n    {LONG}", f"```\n{LONG}", f"a | b {LONG}", f"one {LONG}\n    {LONG}", f"a\tb {LONG}"],
)
def test_what_only_looks_a_little_like_it_is_wrapped(text: str) -> None:
    assert max(map(len, wrap(text, 30).split("\n"))) <= 30
