"""`--help`: in groups that a person looks for, broken between words, in colour on a terminal."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pytest
import typer

from replyctl.cli.main import build, main
from replyctl.cli.streams import Streams

if TYPE_CHECKING:
    from conftest import Desk

EVERYWHERE = {"--help", "-h", "--version", "--install-completion", "--show-completion"}


def commands(command: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:  # noqa: ANN401 - of the click inside typer
    below = getattr(command, "commands", {})
    return [path, *(found for name, one in below.items() for found in commands(one, (*path, name)))]


PATHS = commands(typer.main.get_command(build()))


def shown(path: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """The help at 80 columns, in a pipe."""
    monkeypatch.setenv("COLUMNS", "80")
    out = io.BytesIO()
    assert main([*path, "--help"], Streams(io.BytesIO(), out, out, False, False, False)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_no_help_is_wider_than_the_terminal_or_coloured_in_a_pipe(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = shown(path, capsys, monkeypatch)

    assert text.startswith("Usage: ")
    assert [line for line in text.splitlines() if len(line) > 80 or line != line.rstrip()] == []
    assert "\x1b" not in text


def test_options_stand_in_groups_with_what_is_for_every_command_last(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, groups in {
        "compose": ["What to say", "To whom", "What is asked", "What is printed", "Where it goes", "What is checked"],
        "lint": ["What is checked", "By which rules", "What is fixed", "What is printed"],
    }.items():
        text = shown((name,), capsys, monkeypatch)
        headings = re.findall(r"(?m)^(\S.*):$", text)
        assert [one for one in headings if one in groups] == groups
        assert headings[-1] == "Other"
        assert {*re.findall(r"--[\w-]+", text.rpartition("\nOther:\n")[2])} <= EVERYWHERE
    assert re.findall(r"(?m)^(\S.*):$", shown((), capsys, monkeypatch)) == [
        *("Replies", "The team's snippets", "This computer", "Other")
    ]


def test_a_group_without_a_command_shows_its_help_on_stderr() -> None:
    out, err = io.BytesIO(), io.BytesIO()

    assert main(["config"], Streams(io.BytesIO(), out, err, False, False, False)) == 2
    assert out.getvalue() == b""
    assert err.getvalue().startswith(b"Usage: replyctl config ")


@pytest.mark.parametrize(("term", "coloured"), [("xterm-256color", True), ("dumb", False)])
def test_on_a_terminal_it_is_coloured(term: str, coloured: bool, desk: Desk) -> None:
    terminal = desk.open("compose", "--help", TERM=term, columns=60, rows=70)

    assert terminal.end() == 0
    assert ("\x1b[1mTo whom" in terminal.raw) is coloured
    assert "  --lang TAG" in terminal.screen
