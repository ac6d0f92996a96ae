from __future__ import annotations

from typing import Any

import pytest

from replyctl.text.directives import directives, without


def test_a_line_that_silences_rules_is_read_and_never_sent(case: dict[str, Any]) -> None:
    assert [list(one.rules) for one in directives(case["text"]).found] == case["rules"]
    assert without(case["text"]) == case["sent"]


@pytest.mark.parametrize(
    ("at", "silent"), [("above", False), ("# replyctl", True), ("beside", True), ("below", True), ("far", False)]
)
def test_it_silences_its_own_line_and_the_next(at: str, silent: bool) -> None:
    text = "above\nbeside # replyctl: ignore[slang]\nbelow\nfar"
    found = directives(text)

    assert found.silences("slang", text.index(at)) is silent
    assert not found.silences("blame", text.index(at))


def test_it_silences_what_is_said_of_the_whole_mail() -> None:
    found = directives("One.\n# replyctl: ignore[no-closing, slang]")

    assert found.silences("no-closing", None)
    assert not found.silences("blame", None)


@pytest.mark.parametrize(
    ("said", "unused"),
    [
        ({}, []),
        ({"slang": [], "no-closing": []}, ["no-closing", "slang"]),
        ({"slang": [], "no-closing": [None]}, ["slang"]),
        ({"slang": [0], "no-closing": [None]}, ["slang"]),
        ({"slang": [25], "no-closing": [25]}, []),
    ],
)
def test_of_those_that_looked_one_that_found_nothing_there_is_named_in_vain(
    said: dict[str, list[int | None]], unused: list[str]
) -> None:
    found = directives("A line.\n\n# replyctl: ignore[no-closing, slang]")

    assert [rule for _, rule in found.unused(said)] == unused
