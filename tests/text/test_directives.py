from __future__ import annotations

from typing import Any

import pytest

from replyctl.text.directives import directives, without


def test_a_line_that_silences_rules_is_read_and_never_sent(case: dict[str, Any]) -> None:
    assert [list(one.rules) for one in directives(case["text"])] == case["rules"]
    assert without(case["text"]) == case["sent"]


@pytest.mark.parametrize(
    ("at", "silent"), [("above", False), ("# replyctl", True), ("beside", True), ("below", True), ("far", False)]
)
def test_it_silences_its_own_line_and_the_next(at: str, silent: bool) -> None:
    text = "above\nbeside # replyctl: ignore[slang]\nbelow\nfar"
    (one,) = directives(text)

    assert one.silences("slang", text.index(at)) is silent
    assert not one.silences("blame", text.index(at))


def test_it_silences_what_is_said_of_the_whole_mail_and_remembers_that_it_did() -> None:
    (one,) = directives("One.\n# replyctl: ignore[no-closing, slang]")

    assert one.used == set()
    assert one.silences("no-closing", None)
    assert not one.silences("blame", None)
    assert one.used == {"no-closing"}
