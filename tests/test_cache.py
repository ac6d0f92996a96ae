from __future__ import annotations

import stat
from pathlib import Path

import pytest

from replyctl import cache


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def never() -> object:
    raise AssertionError


def test_what_was_made_once_is_not_made_again() -> None:
    value = {"a": [1, 2.5, None, True, "עברית 中文"], "b": {}}
    assert cache.remember("room", b"key", lambda: value) == value
    assert cache.remember("room", b"key", never) == value
    assert cache.remember("room", b"other", lambda: 1) == 1
    assert cache.remember("elsewhere", b"key", lambda: 2) == 2


def test_only_the_owner_reads_it(folder: Path) -> None:
    cache.keep("room", b"key", "value")
    (entry,) = (folder / "room").iterdir()
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600
    assert stat.S_IMODE(entry.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 500, None])
def test_a_damaged_entry_is_made_again(damage: bytes | None, folder: Path) -> None:
    cache.keep("room", b"key", ["long enough to be cut"])
    (entry,) = (folder / "room").iterdir()
    entry.write_bytes(entry.read_bytes()[:-3] if damage is None else damage)
    assert cache.remember("room", b"key", lambda: "new") == "new"
    assert cache.remember("room", b"key", never) == "new"


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "file" / "below"))
    assert cache.remember("room", b"key", lambda: 1) == 1
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", "/dev/full")
    assert cache.remember("room", b"key", lambda: 1) == 1


def test_what_cannot_be_kept_is_only_returned(folder: Path) -> None:
    thing = object()
    assert cache.remember("room", b"key", lambda: thing) is thing
    assert not list(folder.rglob("*.*"))


def test_keys_of_one_checksum_are_not_taken_for_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "crc32", lambda _: 0)
    assert cache.remember("room", b"one", lambda: 1) == 1
    assert cache.remember("room", b"two", lambda: 2) == 2
    assert cache.remember("room", b"two", never) == 2
    assert cache.remember("room", b"one", lambda: 1) == 1


def test_a_room_does_not_grow_without_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 5)
    for number in range(20):
        cache.keep("room", bytes([number]), number)
    assert len(list((folder / "room").iterdir())) <= 6
    assert cache.recall("room", bytes([19])) == 19


@pytest.mark.skipif(not Path("/proc").exists(), reason="the XDG rule is Linux's")
def test_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REPLYCTL_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", "/xdg")
    assert cache.folder() == Path("/xdg/replyctl")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", "/home/dana")
    assert cache.folder() == Path("/home/dana/.cache/replyctl")
