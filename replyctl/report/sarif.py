"""`-f sarif`: SARIF 2.1.0, which code hosts and editors read. One document for the whole run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl import __version__
from replyctl.lint import explain
from replyctl.lint.problem import Problem, Severity
from replyctl.lint.rule import name_of
from replyctl.lint.rules import RULES
from replyctl.report.json import dumps

if TYPE_CHECKING:
    from replyctl.report.checked import Checked
    from replyctl.report.protocol import Style

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}


class Sarif:
    """Collects results and prints them at the end, since a document is one object."""

    head = ""

    def __init__(self, _look: Style) -> None:
        self.results: list[dict[str, Any]] = []
        self.notifications: list[dict[str, Any]] = []

    def draft(self, checked: Checked) -> str:
        """Nothing yet."""
        self.results += [_result(checked, problem) for problem in checked.problems]
        return ""

    def early(self, _checked: Checked) -> str:
        """Nothing: what is found later may stand before it."""
        return ""

    def error(self, place: dict[str, Any]) -> str:
        """Nothing yet."""
        self.notifications.append({"level": "error", "message": {"text": str(place["error"])}})
        return ""

    @property
    def tail(self) -> str:
        """The document."""
        rules = [
            {
                "id": name_of(rule),
                "shortDescription": {"text": explain.summary(rule)},
                "fullDescription": {"text": explain.why(rule) or explain.summary(rule)},
                "defaultConfiguration": {"level": _LEVELS[rule.SEVERITY]},
                "properties": {"tags": [rule.GROUP, *rule.SOURCE]},
            }
            for rule in RULES
        ]
        run = {
            "tool": {"driver": {"name": "replyctl", "version": __version__, "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "invocations": [
                {"executionSuccessful": not self.notifications, "toolExecutionNotifications": self.notifications}
            ],
            "results": self.results,
        }
        return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _result(checked: Checked, problem: Problem) -> dict[str, Any]:
    from urllib.parse import quote

    uri = quote(checked.name, errors="replace")
    region = {"startLine": problem.line, "startColumn": problem.column, **_end(problem)}
    return {
        "ruleId": problem.rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
    }


def _end(problem: Problem) -> dict[str, int]:
    """Where the problem ends, in lines and columns; SARIF's end column is the one after the last character."""
    lines = problem.text.split("\n")
    if len(lines) == 1:
        return {"endLine": problem.line, "endColumn": problem.column + len(lines[0])}
    return {"endLine": problem.line + len(lines) - 1, "endColumn": len(lines[-1]) + 1}
