from __future__ import annotations

import pytest

from replyctl.grammar import languagetool_rules
from replyctl.grammar.languagetool import LanguageTool


def test_no_rule_is_off_for_two_reasons() -> None:
    assert len(set(languagetool_rules.OFF)) == len(languagetool_rules.OFF)


@pytest.mark.parametrize(
    "text",
    ["We will refund the the lamp.", "Please login to the shop.", "It ships  today.", "this begins small. It ships."],
)
def test_what_is_off_is_not_said(languagetool: LanguageTool, text: str) -> None:
    assert not {one.rule for one in languagetool.check(text, [], "en")} & set(languagetool_rules.OFF)
