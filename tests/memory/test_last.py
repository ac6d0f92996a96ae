from __future__ import annotations

import stat
from datetime import date
from json import dumps, loads
from pathlib import Path

import pytest

from replyctl import paths
from replyctl.compose.reply import Reply
from replyctl.errors import DataError
from replyctl.library.attached_file import AttachedFile
from replyctl.library.field_types.value import Value
from replyctl.memory import last
from replyctl.output import json, text

REPLY = Reply(
    subject="הזמנה HW-659",
    body="您好，\n\nשלום.\n",
    language="he",
    direction="rtl",
    tone="casual",
    kind="complaint",
    snippets=("damaged-item",),
    values={
        "order": Value("HW-659", "set"),
        "due": Value(date(2026, 12, 1), "asked"),
        "many": Value(("a", "b"), "data"),
    },
    approved=((0, 3),),
    attachments=(AttachedFile("a.pdf", "/files/a.pdf", 9),),
    context={"customer": {"name": "דנה"}, "first_contact": True},
    left_out=("greeting",),
)


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLYCTL_STATE_DIR", str(tmp_path))


def test_the_last_reply_comes_back_the_same_in_every_format() -> None:
    last.save(REPLY)

    again = last.load()

    assert again is not None
    assert (text.render(again), json.render(again)) == (text.render(REPLY), json.render(REPLY))
    assert (again.approved, again.context, again.left_out) == (REPLY.approved, REPLY.context, REPLY.left_out)


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    last.save(REPLY)

    assert stat.S_IMODE((tmp_path / "last.json").stat().st_mode) == 0o600


SAVED = (Path(__file__).parent / "saved" / "last-0.1.0.json").read_bytes()


def changed(**values: object) -> bytes:
    return dumps({**loads(SAVED), **values}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe\0", SAVED[:-40], b'{"subject": "x"}', b'{"values": 1}',
        b"[" * 100_000, b'{"subject": ' * 100_000, b"9" * 100_000,
        changed(subject=5), changed(body=None), changed(values={"order": "HW-1"}), changed(values={"order": [1, "thin air"]}),
        changed(approved=[[1]]), changed(snippets="damaged-item"), changed(context=[]), changed(direction="up"),
    ],
)  # fmt: skip
def test_a_damaged_file_is_no_reply_and_is_named(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "last.json").write_bytes(content)

    with pytest.raises(DataError) as told:
        last.load()

    assert str(tmp_path / "last.json") in told.value.hint


def test_a_file_without_end_is_no_reply(tmp_path: Path) -> None:
    with (tmp_path / "last.json").open("wb") as file:
        file.truncate(1 << 40)

    with pytest.raises(DataError):
        last.load()


def test_what_others_could_have_written_is_no_reply(tmp_path: Path) -> None:
    (tmp_path / "last.json").write_bytes(SAVED)
    (tmp_path / "last.json").chmod(0o666)

    with pytest.raises(DataError):
        last.load()


def test_the_first_versions_reply_is_read() -> None:
    assert last.load() is None
    paths.private(paths.state()).joinpath("last.json").write_bytes(SAVED)

    again = last.load()

    assert again is not None
    assert again.body.startswith("Hi Diane,\n\nMy name is Dana Levi")
    assert again.values["order"] == Value("HW-659", "set")


def test_of_another_version_what_is_known_is_read(tmp_path: Path) -> None:
    (tmp_path / "last.json").write_bytes(changed(mood="sunny"))

    assert last.load() is not None


def test_nothing_that_a_terminal_obeys_comes_back(tmp_path: Path) -> None:
    (tmp_path / "last.json").write_bytes(changed(body="Hi \x1b[2J\u202eDiane\n", values={"fault": ["\x9b2J", "set"]}))

    again = last.load()

    assert again is not None
    assert (again.body, again.values["fault"].value) == ("Hi Diane\n", "")


def test_there_is_none_at_first() -> None:
    assert last.load() is None
