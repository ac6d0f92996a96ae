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

    assert found.silence("slang", text.index(at)) is silent
    assert not found.silence("blame", text.index(at))


def test_it_silences_what_is_said_of_the_whole_mail_and_remembers_that_it_did() -> None:
    found = directives("One.\n# replyctl: ignore[no-closing, slang]")

    assert [rule for _, rule in found.unused()] == ["no-closing", "slang"]
    assert found.silence("no-closing", None)
    assert not found.silence("blame", None)
    assert [rule for _, rule in found.unused()] == ["slang"]
