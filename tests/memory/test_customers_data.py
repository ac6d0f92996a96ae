from __future__ import annotations

import os
from pathlib import Path

import pytest

from replyctl.compose.reply import Reply
from replyctl.compose.start import Start
from replyctl.memory import customers_data, last, unfinished, usage
from replyctl.memory.customers_data import Forgotten
from replyctl.memory.unfinished import Unfinished

DAY = 24 * 60 * 60


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPLYCTL_STATE_DIR", str(tmp_path / "state"))
    return tmp_path / "state"


def left(order: str, days: float = 0) -> Path:
    keeper = unfinished.begin()
    keeper.save(Unfinished(start=Start(snippets=("damaged-item",)), answers={"order": order}))
    keeper.release()
    aged(keeper.path / "state.json", days)
    return keeper.path


def sent(days: float = 0) -> None:
    text = {"subject": "Your order", "body": "Hi Diane", "language": "en", "direction": "ltr", "tone": "casual"}
    rest = {"kind": "answer", "snippets": (), "values": {}, "approved": (), "attachments": (), "context": {}}
    last.save(Reply(**text, **rest))  # type: ignore[arg-type] # of the right types each
    aged(Path(os.environ["REPLYCTL_STATE_DIR"], "last.json"), days)


def aged(path: Path, days: float) -> None:
    moment = path.stat().st_mtime - days * DAY
    os.utime(path, (moment, moment))


def test_what_is_older_than_the_days_to_keep_it_is_gone_and_the_rest_is_not() -> None:
    old, new = left("HW-1", days=31), left("HW-2", days=29)
    sent(days=29)
    customers_data.expire(30)

    assert [path.exists() for path in (old, new)] == [False, True]
    assert last.load()
    customers_data.expire(28)
    assert not new.exists()
    assert last.load() is None


def test_all_is_forgotten_with_what_a_killed_process_left(state: Path) -> None:
    left("HW-1")
    (left("HW-2") / "reply.txt~").write_text("Hi Diane")
    sent()
    (state / ".replyctl-00000000-0.tmp").write_text("Hi Diane")
    usage.count(["damaged-item"])

    assert customers_data.forget() == Forgotten(2, True, 0, used=True)
    assert [path for path in state.rglob("*") if path.is_file()] == []
    assert customers_data.forget() == Forgotten(0, False, 0)


def test_a_reply_that_is_open_elsewhere_stays() -> None:
    keeper = unfinished.begin()
    keeper.save(Unfinished(answers={"order": "HW-1"}))

    assert customers_data.forget() == Forgotten(0, False, 1)
    customers_data.expire(0)
    assert keeper.load()
    keeper.release()
    assert customers_data.forget() == Forgotten(1, False, 0)


def test_where_nothing_can_be_kept_nothing_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLYCTL_STATE_DIR", "/nowhere/at/all")

    assert customers_data.forget() == Forgotten(0, False, 0)
