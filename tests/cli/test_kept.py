"""Whatever became of what was kept, a command does its work: state and cache that cannot be used are not there."""

from __future__ import annotations

import json
import marshal
import os
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

    from conftest import Desk

SAVED = Path(__file__).parents[1] / "memory" / "saved"
VALUES = ("customer.name=Diane", "order=HW-659", "fault=it broke", "tracking=ABC456123")
COMPOSE = ("compose", "damaged-item", "--no-input", *(word for one in VALUES for word in ("--set", one)))
COMMANDS = (COMPOSE, ("lint", "draft.txt", "--grammar", "off"), ("snippets", "list"), ("config", "show"))


@pytest.fixture
def used(desk: Desk, library: Callable[..., Path]) -> Desk:
    """With all that the commands keep, a library with a partial among it."""
    folder = library(promised="title: P\nkind: answer\ntext: {en: {subject: P, body: \"{{ partial('when') }}\"}}\n")
    (folder / "partials").mkdir()
    (folder / "partials" / "when.yaml").write_text("en: Within 48 hours.\n")
    desk.configure(f"agent: {{name: Dana, contact: a@b.example}}\nlibraries: [{folder}]\n")
    (desk.home / "draft.txt").write_text("Hi Joan,\n\nThe the end.\n\nKind regards,\nNoa\n", "utf-8")
    return desk


def everything(desk: Desk) -> list[CompletedProcess[bytes]]:
    return [desk.run(*arguments) for arguments in (*COMMANDS, ("compose", "promised", "--no-input"))]


def entries(desk: Desk) -> list[Path]:
    return sorted((desk.home / "cache").glob("*/*"))


SHAPES = (5, {"name": 1}, "text", [[[[]]]], b"bytes", compile("raise SystemExit(9)", "x", "exec"), (1, 2, 3))


def test_entries_of_another_shape_are_made_again(used: Desk) -> None:
    right = [(one.returncode, one.stdout) for one in everything(used)]
    rooms = {
        "config",
        "language",
        "partials",
        "phrases",
        "sharing",
        "library",
        "snippets",
        "templates",
        "verbs",
        "words",
    }
    assert {path.parent.name for path in entries(used)} == rooms
    for turn in range(3):
        for number, path in enumerate(entries(used)):
            forge(path, SHAPES[(number + turn) % len(SHAPES)])

        assert [(one.returncode, one.stdout) for one in everything(used)] == right


def forge(entry: Path, value: object) -> None:
    key, _ = marshal.loads(entry.read_bytes()[4:])
    content = marshal.dumps((key, value))
    entry.write_bytes(crc32(content).to_bytes(4, "big") + content)


def test_entries_of_another_user_or_in_a_folder_that_all_may_write_to_are_not_used(used: Desk) -> None:
    used.run("config", "show")
    config = next(
        one for one in (used.home / "cache" / "config").iterdir() if str(used.home).encode() in one.read_bytes()
    )
    forge(config, {"agent.name": "Mallory"})
    assert b"Mallory" in used.run(*COMPOSE).stdout

    (used.home / "cache").chmod(0o777)

    assert b"Dana" in used.run(*COMPOSE).stdout
    (used.home / "cache").chmod(0o700)
    if os.geteuid() == 0:
        os.chown(config, 12345, 12345)
        assert b"Dana" in used.run(*COMPOSE).stdout


def test_nothing_is_kept_where_all_may_write(fresh: Desk) -> None:
    fresh.configure()
    for name in ("cache", "state"):
        (fresh.home / name).mkdir()
        (fresh.home / name).chmod(0o777)

    done = fresh.run(*COMPOSE)

    assert done.returncode == 0
    assert "cannot keep anything in" in done.stderr.decode()
    assert [*(fresh.home / "cache").iterdir(), *(fresh.home / "state").iterdir()] == []


def test_with_any_umask_what_is_kept_is_the_owners_alone(desk: Desk) -> None:
    desk.env |= {
        "XDG_CONFIG_HOME": str(desk.home / "new" / "config"),
        "REPLYCTL_STATE_DIR": str(desk.home / "s" / "state"),
    }
    before = os.umask(0)
    try:
        desk.run("config", "set", "agent.name", "Dana")
        desk.run(*COMPOSE)
        desk.run("grammar", "status")
    finally:
        os.umask(before)

    made = [desk.home / name for name in ("cache", "new", "s", ".cache")]
    made += [path for folder in made for path in folder.rglob("*")]
    assert len(made) > 10
    assert {path.name for path in made if path.stat().st_mode & 0o077} == set()


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "null", "[" * 100_000, '{"subject": 5}', '{"values": {"order": 1}}']
)
def test_a_damaged_last_reply_is_none_and_is_named(desk: Desk, content: str) -> None:
    (desk.home / "state").mkdir()
    (desk.home / "state" / "last.json").write_text(content)

    done = desk.run("compose", "--again")

    assert (done.returncode, done.stdout) == (3, b"")
    assert "last reply cannot be read" in done.stderr.decode()
    assert str(desk.home / "state" / "last.json") in done.stderr.decode()


@pytest.mark.parametrize("form", ["text", "json", "draft", "eml", "html"])
def test_the_first_versions_last_reply_is_printed_again(desk: Desk, form: str) -> None:
    (desk.home / "state").mkdir()
    (desk.home / "state" / "last.json").write_bytes((SAVED / "last-0.1.0.json").read_bytes())

    done = desk.run("compose", "--again", "-f", form)

    assert done.returncode == 0, done.stderr.decode()
    assert "HW-659" in done.stdout.decode()


def test_the_first_versions_unfinished_reply_is_gone_on_with_and_a_damaged_one_is_named(desk: Desk) -> None:
    good, damaged = (desk.home / "state" / "unfinished" / name for name in ("1", "2"))
    for folder in (good, damaged):
        folder.mkdir(parents=True)
    state = json.loads((SAVED / "unfinished-0.1.0.json").read_bytes())
    state["answers"] |= {"parts.replacement": "no"}
    (good / "state.json").write_text(json.dumps(state))
    (damaged / "state.json").write_text('{"answers": 5}')

    done = desk.run("compose", "--resume", "--no-input")

    assert done.returncode == 0, done.stderr.decode()
    assert "Hi Diane," in done.stdout.decode()
    assert "the lid is cracked" in done.stdout.decode()
    assert f"notice: {damaged}/state.json is damaged" in done.stderr.decode()
    assert not good.exists()
    assert damaged.exists()
