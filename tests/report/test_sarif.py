from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from replyctl.lint.explain import names
from replyctl.lint.problem import Problem, Severity
from replyctl.report.protocol import Style
from replyctl.report.sarif import Sarif

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.report.checked import Checked


def run_of(report: Sarif) -> dict[str, Any]:
    (run,) = json.loads(report.head + report.tail)["runs"]
    return run


def test_all_drafts_stand_in_one_document_with_the_rules_that_they_name(check: Callable[..., Checked]) -> None:
    report = Sarif(Style())
    assert report.draft(check("Hi,\n\nIt is the the lamp.\n\nRegards,")) == ""
    assert report.draft(check("Hi,\n\nthx\n\nRegards,", name="é b.txt")) == ""
    run = run_of(report)

    assert [one["ruleId"] for one in run["results"]] == ["repeated-word", "slang"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(names())
    assert run["results"][1]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%C3%A9%20b.txt"
    assert run["invocations"][0]["executionSuccessful"]


def test_a_place_has_its_end_also_over_lines(check: Callable[..., Checked]) -> None:
    report = Sarif(Style())
    text = "🙂 one\ntwo"
    problem = Problem("slang", Severity.SUGGESTION, "Slang.", 2, 9, 1, 3, "body", "one\ntwo")
    report.draft(check("Hi,")._replace(problems=(problem, problem._replace(text="one")), texts=(text, text)))
    regions = [one["locations"][0]["physicalLocation"]["region"] for one in run_of(report)["results"]]

    assert regions == [
        {"startLine": 1, "startColumn": 3, "endLine": 2, "endColumn": 4},
        {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 6},
    ]


def test_an_input_that_cannot_be_read_is_told_in_the_document() -> None:
    report = Sarif(Style())
    report.error({"error": "gone"})
    (invocation,) = run_of(report)["invocations"]

    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"] == [{"level": "error", "message": {"text": "gone"}}]
