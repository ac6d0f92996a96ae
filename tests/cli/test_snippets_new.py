"""`snippets new`, `edit` and `preview`, where nobody can be asked; and on a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Desk


@pytest.fixture
def own(desk: Desk) -> Path:
    """The folder of the agent's own snippets."""
    return desk.home / "config/replyctl/snippets"


def test_without_a_terminal_a_commented_skeleton_is_written_once(desk: Desk, own: Path) -> None:
    done = desk.run("snippets", "new", "where-is-it")

    file = own / "where-is-it.yaml"
    assert (done.returncode, done.stdout.decode()) == (0, f"{file}\n")
    text = file.read_text("utf-8")
    assert text.count("#") > 10
    assert yaml.safe_load(text)["title"] == "Where is it"
    checked = desk.run("snippets", "check", "-f", "concise", str(own)).stdout.decode().splitlines()
    assert [line.partition(": ")[2] for line in checked if ": error" in line] == [
        "error placeholder: Nothing was filled in here: TODO"
    ]
    file.write_text("mine")
    again = desk.run("snippets", "new", "where-is-it")
    assert (again.returncode, again.stdout) == (3, b"")
    assert b"is there already" in again.stderr
    assert file.read_text() == "mine"


def test_without_a_terminal_and_a_name_it_is_told_how(desk: Desk, own: Path) -> None:
    done = desk.run("snippets", "new")

    assert done.returncode == 2
    assert b"as in `replyctl snippets new order-delayed`" in done.stderr
    assert desk.run("snippets", "new", "Where Is It").returncode == 3
    assert not own.exists()


def test_a_library_that_is_named_gets_the_file(desk: Desk, own: Path) -> None:
    team = desk.home / "team"
    (team / "snippets").mkdir(parents=True)

    done = desk.run("snippets", "new", "where-is-it", "--library", str(team))

    assert done.stdout.decode() == f"{team}/snippets/where-is-it.yaml\n"
    assert not own.exists()


def test_a_name_of_a_lower_library_is_told(desk: Desk) -> None:
    assert b"it stands over the shipped snippet of that name" in desk.run("snippets", "new", "damaged-item").stderr


@pytest.mark.parametrize("kind", ["xterm-256color", "dumb"])
def test_on_a_terminal_it_is_asked_what_the_snippet_is_to_be(desk: Desk, own: Path, kind: str) -> None:
    terminal = desk.open("snippets", "new", TERM=kind)
    for question, answer in (
        ("Title", "Lost parcel"),
        ("Its name", ""),
        ("What the reply is", ""),
        ("Languages", "en, he"),
        ("What the agent is asked", "order, due: date"),
    ):
        terminal.see(question)
        terminal.press(answer, "enter")
    assert terminal.end() == 0

    made = yaml.safe_load((own / "lost-parcel.yaml").read_text("utf-8"))
    assert (made["title"], made["kind"], [*made["text"]]) == ("Lost parcel", "answer", ["en", "he"])
    assert {name: field["type"] for name, field in made["fields"].items()} == {"order": "order", "due": "date"}
    assert desk.run("snippets", "check", str(own)).stdout.decode().count("TODO") == 4  # two texts, with their lines


def test_who_leaves_the_questions_has_written_nothing(desk: Desk, own: Path) -> None:
    terminal = desk.open("snippets", "new", "lost-parcel")
    terminal.see("Title")
    terminal.press("ctrl-c")

    assert terminal.end() == 130
    assert not own.exists()


def test_a_shipped_snippet_is_copied_opened_and_checked(desk: Desk, own: Path) -> None:
    done = desk.run(
        "snippets", "edit", "damaged-item", EDITOR=desk.editor("sed -i 's/in full;/gonna {{ nam }}/' \"$1\"")
    )

    assert done.returncode == 1
    assert b"copied to your own snippets" in done.stderr
    assert b"error unknown-name: 'nam' is not declared" in done.stdout
    assert "{{ nam }}" in (own / "damaged-item.yaml").read_text("utf-8"), "the file stays as it was saved"


def test_a_copy_that_nobody_changed_is_taken_away(desk: Desk, own: Path) -> None:
    done = desk.run("snippets", "edit", "damaged-item", EDITOR="true")

    assert done.returncode == 0
    assert b"the copy is gone again" in done.stderr
    assert not [*own.glob("*.yaml")]


def test_the_file_that_wins_is_opened_in_the_configured_editor_also_when_it_is_broken(desk: Desk, own: Path) -> None:
    desk.run("snippets", "new", "mine")
    (own / "mine.yaml").write_text("broken")
    editor = desk.editor(
        'cp ../good.yaml "$1" 2>/dev/null || printf \'title: A\\nkind: answer\\ntext: {en: {subject: Order HW-1 is ready, body: b}}\\n\' > "$1"'
    )
    desk.configure(f"editor: {editor}\n")

    done = desk.run("snippets", "edit", "mine", EDITOR="false")

    assert (done.returncode, done.stdout) == (0, b"no problems\n")


def test_an_editor_of_a_project_s_file_is_refused(desk: Desk) -> None:
    (desk.home / "replyctl.yaml").write_text("editor: rm\n")

    done = desk.run("snippets", "edit", "damaged-item")

    assert done.returncode == 3
    assert b"'editor' names a command, so only your own file may hold it" in done.stderr


def test_an_editor_that_fails_is_told(desk: Desk) -> None:
    done = desk.run("snippets", "edit", "damaged-item", EDITOR="false")

    assert done.returncode == 3
    assert b"false failed with exit code 1" in done.stderr


def test_a_preview_shows_each_language_and_tone_with_the_examples(desk: Desk) -> None:
    shown = desk.run("snippets", "preview", "damaged-item").stdout.decode()

    for heading in ("en, casual, example 1", "en, formal, example 1", "he, formal, example 3"):
        assert f"── {heading} ──\n" in shown
    assert "Hi Diane,\n\nI am Dana, Customer Care Manager at HomeWorks." in shown
    assert "תודה שהקדשת" in shown


def test_a_preview_needs_no_configuration_of_the_agent_and_says_what_it_shows_instead(desk: Desk) -> None:
    desk.configure("agent: {name: Zoe}")
    done = desk.run("snippets", "preview", "password-changed", "--lang", "en")

    assert done.returncode == 0
    assert b"You can reach us at help@example.com" in done.stdout
    assert done.stderr.decode().splitlines() == [
        "notice: your configuration has no agent.contact, company.name, company.url: examples stand in for it"
    ]


def test_a_preview_in_json_is_an_array(desk: Desk) -> None:
    shown = json.loads(desk.run("snippets", "preview", "damaged-item", "--lang", "en", "-f", "json").stdout)

    assert [one["tone"] for one in shown] == ["casual", "formal"] * 2


def test_a_preview_of_what_is_not_there_is_an_error(desk: Desk) -> None:
    assert desk.run("snippets", "preview", "damaged-itm").returncode == 3
    assert desk.run("snippets", "preview", "damaged-item", "--lang", "fr").returncode == 3
    assert desk.run("snippets", "preview", "damaged-item", "--tone", "rude").returncode == 2
