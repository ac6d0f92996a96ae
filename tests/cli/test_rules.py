"""`replyctl rules`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from replyctl.lint import explain
from replyctl.lint.rule import name_of
from replyctl.lint.rules import RULES

if TYPE_CHECKING:
    from conftest import Desk


def test_all_rules_are_listed_a_line_each_with_severity_and_group(desk: Desk) -> None:
    done = desk.run("rules")
    rows = [line.split(maxsplit=3) for line in done.stdout.decode().splitlines()]

    assert (done.returncode, done.stderr) == (0, b"")
    assert [(row[0], row[1], row[2]) for row in rows] == [
        (name_of(rule), str(rule.SEVERITY), rule.GROUP) for rule in RULES
    ]
    assert all(row[3].endswith(".") for row in rows)


def test_a_rule_is_explained_whole(desk: Desk) -> None:
    out = desk.run("rules", "attachment-size").stdout.decode()

    assert out.startswith("attachment-size (warning, group policy)\n\nSend a link")
    assert "\n  B6: Size: heavy attachments annoy or bounce; above 100 KB send a link instead.\n" in out
    for part in ("Bad:", "Good:", "Options (config: lint.options):\n  max: 102400\n", "--ignore attachment-size"):
        assert part in out


@pytest.mark.parametrize(
    ("name", "hint"), [("exclamations", "did you mean 'exclamation'?"), ("qqq", "`replyctl rules`")]
)
def test_an_unknown_rule_is_wrong_usage_with_a_hint(desk: Desk, name: str, hint: str) -> None:
    done = desk.run("rules", name)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"replyctl: no rule '{name}'\n")
    assert hint in done.stderr.decode()


def test_rules_are_completed_on_the_command_line() -> None:
    from replyctl.cli.rules import _complete

    assert _complete("subject-m") == ["subject-missing", "subject-mismatch"]
    assert set(_complete("")) == set(explain.names())


def test_every_name_of_a_rule_is_explained_and_can_be_selected(desk: Desk) -> None:
    for name in explain.names():
        assert explain.explained(name).startswith(f"{name} (")
    rows = desk.run("lint", "-f", "json", "--select", ",".join(explain.names()), stdin=b"Hi.")
    assert json.loads(rows.stdout)[0]["path"] == "stdin"
