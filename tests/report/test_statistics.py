from __future__ import annotations

import json
from typing import TYPE_CHECKING

from replyctl.report.statistics import Statistics

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.report.checked import Checked


def test_the_most_frequent_rule_stands_first(check: Callable[..., Checked]) -> None:
    report = Statistics(as_json=False)
    report.draft(check("Hi,\n\nIt is the the lamp.\n\nRegards,"))
    report.draft(check("Hi,\n\nthx, pls wait for the the lamp.\n\nRegards,"))
    report.draft(check("Hi,\n\nthx\n\nRegards,"))

    assert [line.split() for line in report.tail.splitlines()] == [
        ["3", "suggestion", "slang"],
        ["2", "warning", "repeated-word"],
    ]


def test_as_json_it_is_an_array(check: Callable[..., Checked]) -> None:
    report = Statistics(as_json=True)
    report.draft(check("Hi,\n\nthx\n\nRegards,"))

    assert json.loads(report.head + report.tail) == [{"rule": "slang", "severity": "suggestion", "count": 1}]
    assert json.loads(Statistics(as_json=True).tail) == []
    assert Statistics(as_json=False).tail == ""
