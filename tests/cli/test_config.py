"""`replyctl config`."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
import typer

from replyctl.cli import config
from replyctl.cli.streams import Streams

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
