"""What the settings say about rules: a mistake is told with its place, and `config set` makes none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Desk


def test_a_mistake_about_a_rule_is_told_with_its_file_and_line_or_variable_by_every_command(desk: Desk) -> None:
    desk.configure("agent: {name: Dana}\nlint:\n  options:\n    exclamation:\n      max: two\n")
    compose = ("compose", "damaged-item", "--no-input", "--set", "order=HW-659")

    for command in (("lint", "-"), compose, ("snippets", "check")):
        done = desk.run(*command, stdin=b"Hi Ann,\n")
        assert (done.returncode, done.stdout) == (3, b"")
        assert "config.yaml:5:7: option max of rule exclamation takes int, not 'two'" in done.stderr.decode()

    desk.configure("agent: {name: Dana}\n")
    told = desk.run("lint", "-", stdin=b"Hi Ann,\n", REPLYCTL_LINT_IGNORE="polcy").stderr.decode()
    assert told.startswith("replyctl: REPLYCTL_LINT_IGNORE: no rule 'polcy'")


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("lint.options.exclamation.max", "two", "option max of rule exclamation takes int, not 'two'"),
        ("lint.options.exclamaton.max", "2", "no rule 'exclamaton'"),
        ("lint.ignore", "pii,polcy", "no rule 'polcy'"),
        ("lint.severity.slangs", "error", "no rule 'slangs'"),
    ],
)
def test_config_set_takes_nothing_that_later_commands_refuse(key: str, value: str, message: str, desk: Desk) -> None:
    done = desk.run("config", "set", key, value)

    assert done.returncode == 3
    assert done.stderr.decode().startswith(f"replyctl: {message}")
    assert b"lint" not in (desk.home / "config" / "replyctl" / "config.yaml").read_bytes()


def test_config_set_mends_a_mistake_and_changes_other_settings_beside_it(desk: Desk) -> None:
    desk.configure("lint: {options: {exclamation: {max: two}}}\n")

    assert desk.run("config", "set", "agent.name", "Dana").returncode == 0
    assert desk.run("config", "set", "lint.options.exclamation.max", "three").returncode == 3
    assert desk.run("config", "set", "lint.options.exclamation.max", "3").returncode == 0
    assert desk.run("lint", "-", stdin=b"Hi Ann,\n").returncode < 3
