from __future__ import annotations

from typing import Any

import pytest

from replyctl.config.check import check_file, check_value, check_variables
from replyctl.errors import ConfigError


def test_a_file_gives_its_settings_by_dotted_name() -> None:
    text = "agent:\n  name: Dana\n  role:\nlint:\n  options: {exclamation: {max: 2}}\nlanguage: zh\n"

    assert check_file(text, "config.yaml", foreign="") == {
        "agent.name": "Dana",
        "language": "zh",
        "lint.options": {"exclamation": {"max": 2}},
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("agnet: {name: Dana}", "config.yaml:1:1: unknown key 'agnet'"),
        ("agent: Dana", "config.yaml:1:8: 'agent' must be a mapping"),
        ("agent: {gender: x}", "config.yaml:1:17: 'x' is not one of"),
        ("signature: extern", "config.yaml:1:12: 'extern' is not own, external, or the text of a signature"),
        ("order_patterns: ['HW-(']", "config.yaml:1:18: not a regular expression"),
        ("calendar: {timezone: Asia/Jerusalm}", "config.yaml:1:22: unknown time zone 'Asia/Jerusalm'"),
        ("calendar: {weekend: [fryday]}", "config.yaml:1:22: 'fryday' is not one of"),
        ("look_up: {order: []}", "config.yaml:1:18: 'look_up.order' is empty: name a command"),
        ("grammar: {languagetool_url: localhost}", "'localhost' is not a plain server address"),
    ],
)
def test_what_is_no_setting_is_told_where_it_stands(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as told:
        check_file(text, "config.yaml", foreign="")

    assert said in str(told.value)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(ConfigError) as told:
        check_file("signature: extern\norder_patterns: ['(']\ncalendar: {timezone: Mars}\n", "config.yaml", foreign="")

    assert len(told.value.__notes__) == 2


@pytest.mark.parametrize(
    "text", ["look_up: {order: [shop]}", "grammar: {languagetool_url: 'http://elsewhere.example'}"]
)
def test_what_runs_a_command_or_sends_text_away_is_the_users_own(text: str) -> None:
    check_file(text, "config.yaml", foreign="")
    with pytest.raises(ConfigError, match="may only be set in your own file"):
        check_file(text, "replyctl.yaml", foreign="name it in your own file")


@pytest.mark.parametrize("url", ["http://localhost:8081", "http://127.0.0.1:8081", "http://[::1]:8081"])
def test_a_server_on_this_computer_may_be_named_by_a_project(url: str) -> None:
    assert check_file(f"grammar: {{languagetool_url: '{url}'}}", "replyctl.yaml", foreign="name it in your own file")


def test_variables_are_read_as_they_are_typed_and_errors_name_them() -> None:
    assert check_variables({"libraries": "a, b", "tone": "formal"}) == {"libraries": ["a", "b"], "tone": "formal"}
    with pytest.raises(ConfigError, match="REPLYCTL_TONE: 'loud' is not one of"):
        check_variables({"tone": "loud"})
    with pytest.raises(ConfigError, match="REPLYCTL_LOOK_UP"):
        check_variables({"look_up": "shop"})


@pytest.mark.parametrize(
    ("key", "value", "settings"),
    [
        ("agent.name", "yes: [no]", {"agent.name": "yes: [no]"}),
        ("tone.he", "formal", {"tone": {"he": "formal"}}),
        ("lint.ignore", ["slang"], {"lint.ignore": ["slang"]}),
    ],
)
def test_one_value_is_checked_as_a_file_of_its_own(key: str, value: object, settings: dict[str, Any]) -> None:
    assert check_value(key, value) == settings


def test_an_error_about_one_value_has_no_place_in_a_file() -> None:
    with pytest.raises(ConfigError) as told:
        check_value("agent.gender", "x")

    assert told.value.place is None


@pytest.mark.parametrize(
    "text",
    [
        "salutation:\n  en:\n    closing: Thank you for order #5\n",
        "salutation:\n  he: {offer: תודה על הזמנה #5,\n  }\n",
        "salutation:\n  zh:\n    greeting: 您好\n      #1 号\n",
        "signature: Dana Levi, desk #5\n",
    ],
)
def test_a_wording_that_yaml_would_cut_is_refused(text: str) -> None:
    with pytest.raises(ConfigError, match="as a comment and cuts the text before it") as told:
        check_file(text, "config.yaml", foreign="")

    assert told.value.place is not None


def test_what_is_no_wording_may_have_a_comment_behind_it() -> None:
    text = "signature: own  # external: the help desk's\ntone: auto # or formal\nagent: {name: Dana} # me\n"

    assert check_file(text, "config.yaml", foreign="")["signature"] == "own"
