"""Changing one setting leaves the rest of the file as it is."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from replyctl import config
from replyctl.clean import clean
from replyctl.config.edit import edited
from replyctl.errors import ConfigError, OutputError, UsageError

User = Callable[[str], Path]

CASES = yaml.safe_load((Path(__file__).parent / "edits.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["it"] for case in CASES])
def test_a_setting_is_changed_where_it_stands(case: dict[str, str], user: User) -> None:
    file = user(case["before"])
    config.set_value(case["key"], case["value"])
    assert file.read_text(encoding="utf-8") == case["after"]


def test_the_first_setting_makes_the_file_for_its_owner_alone(home: Path) -> None:
    file = config.set_value("agent.name", "Dana")
    assert file == home / "config" / "replyctl" / "config.yaml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert config.load().agent.name == "Dana"


def test_windows_line_ends_stay(user: User) -> None:
    file = user("agent:\r\n  name: Dana\r\n")
    config.set_value("agent.role", "Support")
    assert file.read_bytes() == b"agent:\r\n  name: Dana\r\n  role: Support\r\n"


@pytest.mark.parametrize(
    ("key", "value", "hint"),
    [
        ("agent.nam", "x", "did you mean 'agent.name'?"),
        ("agent", "x", "set agent.name"),
        ("tone.he.x", "x", "did you mean 'tone'?"),
        ("salutation.he", "x", "set salutation.he.greeting"),
        ("lint.options", "x", "set lint.options.NAME"),
        ("look_up.order", "'x", ""),
        ("", "x", ""),
        ("agent.name.", "x", "did you mean 'agent.name'?"),
    ],
)
def test_a_key_that_is_no_setting_is_wrong_usage(key: str, value: str, hint: str, user: User) -> None:
    file = user("language: he\n")
    with pytest.raises(UsageError) as caught:
        config.set_value(key, value)
    assert caught.value.hint == hint
    assert file.read_text() == "language: he\n"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("tone", "nice"),
        ("agent.gender", "female"),
        ("order_patterns", "("),
        ("calendar.timezone", "Mars"),
        ("keep_days", "-1"),
        ("keep_days", "ever"),
    ],
)
def test_a_value_that_does_not_fit_is_not_written(key: str, value: str, user: User) -> None:
    file = user("language: he\n")
    with pytest.raises(ConfigError):
        config.set_value(key, value)
    assert file.read_text() == "language: he\n"


@pytest.mark.parametrize(
    ("before", "key"), [("a: [", "language"), ("tone: casual\n", "tone.he"), ("x: &x {}\nagent: *x\n", "agent.name")]
)
def test_a_file_that_cannot_be_changed_safely_stays_as_it_is(before: str, key: str, user: User) -> None:
    file = user(before)
    with pytest.raises(ConfigError):
        config.set_value(key, "formal")
    assert file.read_text() == before


def test_a_linked_file_stays_a_link(home: Path, user: User) -> None:
    file = user("")
    file.unlink()
    target = home / "dotfiles.yaml"
    target.write_text("language: he\n")
    file.symlink_to(target)
    config.set_value("tone", "formal")
    assert file.is_symlink()
    assert target.read_text() == "language: he\ntone: formal\n"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_as_it_was_typed(user: User, text: str) -> None:
    user("agent:\n  role: Support # which\n")
    config.set_value("agent.name", text)
    assert config.load().agent.name == clean(text)
    assert config.load().agent.role == "Support"


def test_words_that_other_yaml_readers_take_for_something_else_are_quoted() -> None:
    for word in ("no", "Yes", "null", "n", "12:30", "0123", "2026-01-02", "~", "- a", "a: b", "a #b", "{{ x }}", ""):
        assert yaml.safe_load(edited("", ("k",), word)) == {"k": word}


def test_a_folder_that_cannot_be_made_is_told(home: Path) -> None:
    (home / "config").write_text("a file in the way")
    with pytest.raises(OutputError, match="cannot make the folder"):
        config.set_value("agent.name", "Dana")
