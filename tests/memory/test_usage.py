"""What is remembered of the snippets that an agent used."""

from __future__ import annotations

import json
import stat
import time
from pathlib import Path

import pytest

from replyctl.memory import usage

DAY = 86400


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPLYCTL_STATE_DIR", str(tmp_path / "state"))
    return tmp_path / "state" / "usage.json"


def test_name_count_and_last_use_are_kept_and_nothing_else(state: Path) -> None:
    usage.count(["damaged-item", "order-delayed"])
    usage.count(["damaged-item"])
    kept = json.loads(state.read_text())

    assert {name: count for name, (count, _) in kept.items()} == {"damaged-item": 2, "order-delayed": 1}
    assert all(time.time() - last < 60 for _, last in kept.values())
    assert stat.S_IMODE(state.stat().st_mode) == 0o600


def test_often_and_lately_is_more() -> None:
    now = 100 * DAY
    used = usage.Usage({"often": (4, now), "once": (1, now), "long-ago": (4, now - 60 * DAY)})
    weights = [used.weight(name, now) for name in ("often", "once", "long-ago", "never")]

    assert weights == sorted(weights, reverse=True)
    assert weights[-1] == 0


@pytest.mark.parametrize("content", ["", "[]", "nonsense", '{"a": 1}', '{"a": ["x", "y"]}', "[" * 100000])
def test_a_damaged_file_is_begun_anew(content: str, state: Path) -> None:
    state.parent.mkdir()
    state.write_text(content)
    usage.count(["damaged-item"])

    assert usage.load().uses["damaged-item"][0] == 1


def test_all_uses_are_forgotten_at_once(state: Path) -> None:
    usage.count(["damaged-item"])

    assert (usage.forget(), state.exists(), usage.forget()) == (True, False, False)
    assert usage.load().uses == {}


def test_only_the_latest_names_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usage, "MOST", 2)
    for name in ("a", "b", "c"):
        usage.count([name])

    assert len(usage.load().uses) == 2
