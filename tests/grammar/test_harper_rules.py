from __future__ import annotations

import pytest

from replyctl.grammar import harper_rules


def test_every_rule_that_is_off_is_one_of_harpers() -> None:
    harper = pytest.importorskip("harper", reason="harper-py has no wheel for this platform")
    known = set(harper.Linter(harper.Dialect(0)).get_default_lint_config())

    assert set(harper_rules.OFF) - known == set()
    assert set(harper_rules.NOT_BEHIND) - known == set()


def test_no_rule_is_off_for_two_reasons() -> None:
    assert len(set(harper_rules.OFF)) == len(harper_rules.OFF)
    assert not set(harper_rules.NOT_BEHIND) & set(harper_rules.OFF)
