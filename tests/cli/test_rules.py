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


def test_a_group_is_listed_and_a_near_miss_of_one_is_named(desk: Desk) -> None:
    rows = desk.run("rules", "thanks").stdout.decode().splitlines()

    assert [row.split()[0] for row in rows] == ["bare-thanks", "no-closing", "no-further-help"]
    assert "did you mean 'commitment'?" in desk.run("rules", "comitment").stderr.decode()


@pytest.mark.parametrize("columns", [40, 80])
def test_on_a_terminal_rules_stand_in_groups_and_no_word_is_broken(columns: int, desk: Desk) -> None:
    words = {word for rule in RULES for word in explain.summary(rule).split()}
    terminal = desk.open("rules", columns=columns, rows=200)
    assert terminal.end() == 0
    lines = terminal.screen.splitlines()

    assert lines[0] == "subject"
    assert [line for line in lines if line and not line.startswith(" ")] == [
        *dict.fromkeys(rule.GROUP for rule in RULES)
    ]
    assert {*" ".join(line.strip() for line in lines).split()} >= words
    assert "\x1b[1;31merror" in terminal.raw

    terminal = desk.open("rules", "vague-apology", columns=columns, rows=200)
    assert terminal.end() == 0
    assert {*explain.explained("vague-apology").split()} == {*terminal.screen.split()}


def test_every_name_of_a_rule_is_explained_and_can_be_selected(desk: Desk) -> None:
    for name in explain.names():
        assert explain.explained(name).startswith(f"{name} (")
    rows = desk.run("lint", "-f", "json", "--select", ",".join(explain.names()), stdin=b"Hi.")
    assert json.loads(rows.stdout)[0]["path"] == "stdin"
