from __future__ import annotations

import pytest

from replyctl.errors import UsageError
from replyctl.lint import explain
from replyctl.lint.rule import name_of
from replyctl.lint.rules import RULES

EXCLAMATION = next(rule for rule in RULES if name_of(rule) == "exclamation")


def test_a_rule_is_explained_with_examples_options_and_how_to_silence_it() -> None:
    told = explain.explained("exclamation")

    assert told.startswith("exclamation (warning, group voice)\n")
    assert "\nBad:  " in told
    assert "\nGood: " in told
    assert "\n  max: 1" in told
    assert told.endswith("lint: {ignore: [exclamation]}\n")


def test_the_sentence_the_reason_and_the_options_are_told_apart() -> None:
    assert explain.summary(EXCLAMATION).endswith(".")
    assert "Bad:" not in explain.why(EXCLAMATION)
    assert [label for label, _ in explain.examples(EXCLAMATION)][:1] == ["Bad"]
    assert explain.options(EXCLAMATION)["max"] == 1


def test_every_rule_has_a_line_with_its_severity() -> None:
    lines = explain.listed().splitlines()

    assert len(lines) == len(RULES) == len(explain.names())
    assert any(line.split()[:3] == ["pii", "error", "policy"] for line in lines)


@pytest.mark.parametrize(("name", "hint"), [("exclamaton", "exclamation"), ("nonsense-of-mine", "replyctl rules")])
def test_a_rule_that_is_none_brings_the_one_that_was_meant(name: str, hint: str) -> None:
    with pytest.raises(UsageError) as told:
        explain.explained(name)

    assert hint in told.value.hint
