"""`replyctl config`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
import typer

from replyctl.cli import config
from replyctl.cli.streams import Streams
from replyctl.errors import ConfigError, Place, UsageError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[str, str]:
    """What a command prints to stdout and to stderr."""
    app = typer.Typer()
    app.callback()(lambda: None)
    config.register(app)
    out, err = io.BytesIO(), io.BytesIO()
    app(["config", *arguments], obj=Streams(io.BytesIO(), out, err, False, False, False), standalone_mode=False)
    return out.getvalue().decode(), err.getvalue().decode()


def test_path_prints_the_file_even_before_it_exists(home: Path) -> None:
    assert run("path") == (f"{home}/config/replyctl/config.yaml\n", "")


def test_what_is_set_shows_with_its_file_and_line(home: Path) -> None:
    file = home / "config" / "replyctl" / "config.yaml"
    assert run("set", "agent.name", "ד״ר דנה לוי") == ("", f"agent.name is set in {file}\n")
    out, _ = run("show")
    assert f'agent.name: "ד״ר דנה לוי"  # {file}:2\n' in out
    assert "tone: auto  # default\n" in out
    assert "company.name:  # not set\n" in out


def test_set_tells_when_something_stronger_hides_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "replyctl.yaml").write_text("tone: formal\n")
    assert f"{home}/replyctl.yaml:1 overrides it" in run("set", "tone", "casual")[1]
    monkeypatch.setenv("REPLYCTL_AGENT_NAME", "Noa")
    assert "REPLYCTL_AGENT_NAME overrides it" in run("set", "agent.name", "Dana")[1]


def test_escapes_in_a_foreign_project_file_do_not_reach_the_terminal(home: Path) -> None:
    (home / "replyctl.yaml").write_text('agent: {name: "\\e]52;c;eA==\\a\\e[2J"}\n')
    assert "\x1b" not in run("show")[0]


def test_get_prints_text_as_it_is_and_all_else_as_yaml() -> None:
    run("set", "agent.name", "{en: Dana Levi, he: 'דנה לוי'}")
    run("set", "libraries", "[/srv/team, '/srv/a, b']")
    for key, printed in {
        "agent.name": "{en: Dana Levi, he: דנה לוי}\n",
        "agent.name.he": "דנה לוי\n",
        "libraries": '["/srv/team", "/srv/a, b"]\n',
        "tone": "auto\n",
        "lint.options": "",
    }.items():
        assert run("get", key)[0] == printed
    assert run("get", "company.name") == ("", "company.name is not set\n")
    assert run("set", "libraries", run("get", "libraries")[0])[1].count("no folder") == 2
    with pytest.raises(UsageError, match="unknown setting"):
        run("get", "company.nam")


def test_unset_takes_a_setting_out_and_says_what_counts_then(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = home / "config" / "replyctl" / "config.yaml"
    run("set", "tone", "formal")
    run("set", "agent.name", "Dana")
    assert run("unset", "tone") == ("", f"tone is no longer set in {file}\n")
    assert file.read_text() == "agent:\n  name: Dana\n"
    assert run("unset", "tone") == ("", f"tone was not set in {file}\n")
    monkeypatch.setenv("REPLYCTL_AGENT_NAME", "Noa")
    assert run("unset", "agent.name")[1].endswith("has a value in this folder, from REPLYCTL_AGENT_NAME\n")
    with pytest.raises(UsageError, match="unknown setting"):
        run("unset", "ton")


def test_edit_opens_the_file_and_checks_it_afterwards(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = home / "config" / "replyctl" / "config.yaml"
    editor = home / "editor"
    editor.write_text('#!/bin/sh\necho "$TEXT" >> "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.setenv("TEXT", "tone: formal")
    assert run("edit")[1].endswith(f"{file} is in order\n")
    assert file.read_text().startswith("# Your settings;")
    monkeypatch.setenv("TEXT", "lint: {ignore: [nosuch]}")
    with pytest.raises(ConfigError, match="no rule 'nosuch'") as told:
        run("edit")
    assert told.value.place == Place(str(file), 3, 17, "lint: {ignore: [nosuch]}")


def test_a_name_of_each_language_is_not_put_beside_one_for_all() -> None:
    run("set", "agent.name", "Dana Levi")
    with pytest.raises(ConfigError) as told:
        run("set", "agent.name.he", "דנה לוי")
    assert "config set agent.name '{en: …, he: דנה לוי}'" in told.value.hint
    assert run("get", "agent.name")[0] == "Dana Levi\n"
