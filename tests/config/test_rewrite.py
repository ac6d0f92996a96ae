"""Taking one value out of a file leaves the rest as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from replyctl.config.rewrite import removed

CASES = yaml.safe_load((Path(__file__).parent / "removals.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["it"] for case in CASES])
def test_a_setting_is_taken_out_where_it_stands(case: dict[str, str]) -> None:
    assert removed(case["before"], tuple(case["key"].split("."))) == case["after"]
