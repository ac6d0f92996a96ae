"""Where neither the environment nor the system knows a home folder: no file of the user's, no state, no cache."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Desk

UNKNOWN = """
import pwd
def getpwuid(_user): raise KeyError
pwd.getpwuid = getpwuid
from replyctl.__main__ import run
run()
"""
SNIPPET = "title: Planted\nkind: answer\ntext: {en: {subject: Planted, body: Planted.}}\n"
VALUES = ("agent.name=Dana", "customer.name=Diane", "order=HW-659", "fault=it broke", "tracking=ABC456123")
COMPOSE = ("compose", "damaged-item", "--no-input", *(word for one in VALUES for word in ("--set", one)))


HOMES = ({}, {"HOME": "."}, {"XDG_CONFIG_HOME": "~/.config"})


@pytest.fixture
def homeless(request: pytest.FixtureRequest, fresh: Desk) -> Desk:
    """In a checkout in which somebody planted a folder named ~."""
    planted = fresh.home / "~" / ".config" / "replyctl"
    for path in (planted / "config.yaml", fresh.home / ".config" / "replyctl" / "config.yaml"):
        path.parent.mkdir(parents=True)
        path.write_text(f"look_up: {{order: [touch, {fresh.home}/ran]}}\nagent: {{role: Planted}}\n", "utf-8")
    for folder in (planted / "snippets", fresh.home / "~" / "team" / "snippets"):
        folder.mkdir(parents=True)
        (folder / "planted.yaml").write_text(SNIPPET, "utf-8")
    (fresh.home / "replyctl.yaml").write_text("libraries: [~/team]\n", "utf-8")
    (fresh.home / "draft.txt").write_text("Hi Joan,\n\nThe the end.\n", "utf-8")
    kept = ("PATH", "PYTHONPATH", "LC_ALL", "TERM", "REPLYCTL_GRAMMAR_ENGINE")
    fresh.env = {name: fresh.env[name] for name in kept} | request.param
    fresh.program = [sys.executable, "-c", UNKNOWN]
    return fresh


def everything(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


@pytest.mark.parametrize("homeless", HOMES, indirect=True, ids=str)
def test_nothing_is_read_run_or_written_in_a_folder_named_tilde(homeless: Desk) -> None:
    before = everything(homeless.home)

    composed = homeless.run(*COMPOSE)
    shown = homeless.run("config", "show").stdout.decode()
    listed = homeless.run("snippets", "list").stdout.decode()
    linted = homeless.run("lint", "draft.txt", "--select", "repeated-word", "--fail-level", "warning")
    status = homeless.run("grammar", "status")

    assert composed.stdout.decode().startswith("Hi Diane,")
    assert "the home folder is unknown" in composed.stderr.decode()
    assert "Planted" not in shown + listed
    assert "damaged-item" in listed
    assert (linted.returncode, status.returncode) == (1, 0)
    assert everything(homeless.home) == before


@pytest.mark.parametrize("homeless", [{}], indirect=True)
@pytest.mark.parametrize(
    "arguments",
    [
        ("config", "path"),
        ("config", "set", "agent.name", "Dana"),
        ("grammar", "start"),
        ("--install-completion", "bash"),
        ("compose", "--again"),
        ("compose", "--resume", "--no-input"),
    ],
)
def test_what_needs_a_home_says_so_or_finds_nothing(homeless: Desk, arguments: tuple[str, ...]) -> None:
    before = everything(homeless.home)

    done = homeless.run(*arguments)

    assert (done.returncode, done.stdout) == (3, b"")
    assert "Traceback" not in done.stderr.decode()
    assert everything(homeless.home) == before


@pytest.mark.parametrize("homeless", [{}], indirect=True)
def test_on_a_terminal_the_agents_name_is_asked_with_the_rest(homeless: Desk) -> None:
    before = everything(homeless.home)
    values = [word for one in VALUES if not one.startswith("agent") for word in ("--set", one)]
    terminal = homeless.open("compose", "damaged-item", *values, "--set", "parts.replacement=yes")
    screen = terminal.see("Your name, as customers see it")
    assert "Before your first reply" not in screen
    terminal.press("ctrl-c")

    assert terminal.end() == 130
    assert everything(homeless.home) == before
