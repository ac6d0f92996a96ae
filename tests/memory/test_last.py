from __future__ import annotations

import stat
from datetime import date
from typing import TYPE_CHECKING

import pytest

from replyctl.compose.reply import Reply
from replyctl.library.values import Value
from replyctl.memory import last
from replyctl.output import json, text

if TYPE_CHECKING:
    from pathlib import Path

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
    attachments=("a.pdf",),
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


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"subject": "x"}', b'{"values": 1}'])
def test_a_damaged_file_is_no_reply(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "last.json").write_bytes(content)

    assert last.load() is None


def test_there_is_none_at_first() -> None:
    assert last.load() is None
