from __future__ import annotations

import marshal
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import CodeType
from zlib import crc32

import pytest

from replyctl import cache


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def never() -> object:
    raise AssertionError


def remember(room: str, key: bytes, build: Callable[[], object]) -> object:
    return cache.remember(room, key, build, lambda kept: kept)


def test_what_was_made_once_is_not_made_again() -> None:
    value = {"a": [1, 2.5, None, True, "עברית 中文"], "b": {}}
    assert remember("room", b"key", lambda: value) == value
    assert remember("room", b"key", never) == value
    assert remember("room", b"other", lambda: 1) == 1
    assert remember("elsewhere", b"key", lambda: 2) == 2


def test_only_the_owner_reads_it(folder: Path) -> None:
    before = os.umask(0)
    try:
        cache.keep("room", b"key", "value")
    finally:
        os.umask(before)
    (entry,) = (folder / "room").iterdir()
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600
    assert [stat.S_IMODE(one.stat().st_mode) for one in (entry.parent, folder)] == [0o700, 0o700]


def cut(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[:-3])


def huge(entry: Path) -> None:
    with entry.open("r+b") as file:
        file.truncate(1 << 40)


def deep(entry: Path) -> None:
    sealed(entry, b"[\1\0\0\0" * 100_000)


def many(entry: Path) -> None:
    sealed(entry, b"[\xff\xff\xff\x0f")


def sealed(entry: Path, content: bytes) -> None:
    entry.write_bytes(crc32(content).to_bytes(4, "big") + content)


def pipe(entry: Path) -> None:
    entry.unlink()
    os.mkfifo(entry)


def no_file(entry: Path) -> None:
    entry.unlink()
    entry.mkdir()


def device(entry: Path) -> None:
    entry.unlink()
    entry.symlink_to("/dev/zero")


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 500, cut, huge, deep, many, pipe, no_file, device])
def test_a_damaged_entry_is_made_again(damage: bytes | Callable[[Path], None], folder: Path) -> None:
    cache.keep("room", b"key", ["long enough to be cut"])
    (entry,) = (folder / "room").iterdir()
    damage(entry) if callable(damage) else entry.write_bytes(damage)
    assert remember("room", b"key", lambda: "new") == "new"
    assert damage is no_file or remember("room", b"key", never) == "new"


@pytest.mark.parametrize("kept", [5, "text", [], [[[]]], {"other": 1}, b"bytes"])
def test_an_entry_of_another_shape_is_made_again(kept: object) -> None:
    cache.keep("room", b"key", kept)

    def named(plain: dict[str, str]) -> str:
        return plain["name"]

    assert cache.remember("room", b"key", lambda: {"name": "Dana"}, named) == "Dana"
    assert cache.remember("room", b"key", never, named) == "Dana"


def open_to_all(folder: Path) -> None:
    folder.chmod(0o777)


def the_groups(folder: Path) -> None:
    folder.chmod(0o770)
    if os.geteuid() == 0:
        os.chown(folder, -1, 4)


def above_open_to_all(folder: Path) -> None:
    folder.parent.chmod(0o777)


def room_open_to_all(folder: Path) -> None:
    (folder / "room").chmod(0o777)


def entry_open_to_all(folder: Path) -> None:
    next((folder / "room").iterdir()).chmod(0o666)


def linked_from_where_it_is_open(folder: Path) -> None:
    open_ = folder.with_name("open")
    open_.mkdir()
    open_.chmod(0o777)
    folder.rename(open_ / "cache")
    folder.symlink_to(open_ / "cache")


@pytest.mark.parametrize(
    "weaken",
    [
        open_to_all,
        the_groups,
        above_open_to_all,
        room_open_to_all,
        entry_open_to_all,
        linked_from_where_it_is_open,
    ],
)
def test_what_others_could_have_written_is_not_there(weaken: Callable[[Path], None], folder: Path) -> None:
    cache.keep("room", b"key", "kept")
    assert cache.recall("room", b"key") == "kept"
    weaken(folder)
    assert cache.recall("room", b"key") is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("whose", ["room/*", "room", "."])
def test_what_is_anothers_is_not_there(whose: str, folder: Path) -> None:
    cache.keep("room", b"key", "kept")
    for one in folder.glob(whose) if whose != "." else [folder]:
        os.chown(one, 12345, 12345)
    assert cache.recall("room", b"key") is None
    cache.keep("room", b"key", "new")
    assert cache.recall("room", b"key") == ("new" if whose == "room/*" else None)


def test_among_the_files_of_many_the_users_own_is_safe(folder: Path) -> None:
    for place in (folder.parent, folder):
        place.mkdir(exist_ok=True)
        place.chmod(0o1777)
    cache.keep("room", b"key", "kept")
    assert cache.recall("room", b"key") == "kept"


def test_no_code_but_compiled_templates_is_kept(tmp_path: Path) -> None:
    values = ("agent.name=Dana", "customer.name=Diane", "order=HW-659", "fault=it broke", "tracking=ABC456123")
    sets = [word for value in values for word in ("--set", value)]
    env = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(Path(cache.__file__).parents[1])}
    subprocess.run(
        [sys.executable, "-m", "replyctl", "compose", "damaged-item", "--no-input", *sets],
        check=True, capture_output=True, cwd=tmp_path, env=env,
    )  # fmt: skip
    rooms = {entry.parent.name: marshal.loads(entry.read_bytes()[4:]) for entry in (tmp_path / "cache").glob("*/*")}
    assert len(rooms) > 2
    assert {room for room, kept in rooms.items() if code_in(kept)} == {"templates"}


def code_in(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(code_in, (*value, *value.values())))
    if isinstance(value, (list, tuple, set, frozenset)):
        return any(map(code_in, value))
    return isinstance(value, CodeType)


@pytest.mark.parametrize("place", ["cache.py", "cli/ask/tty.py", "lint/rules/slang.py"])
def test_a_change_of_any_source_makes_all_anew(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "replyctl" / place
    source.parent.mkdir(parents=True)
    source.write_text("")
    (tmp_path / "replyctl" / "old.py").write_text("")
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "replyctl" / "cache.py"))
    cache.program.cache_clear()
    cache.keep("room", b"key", "kept")
    assert cache.recall("room", b"key") == "kept"
    os.utime(source, ns=(1, 1))  # an older one, as a checkout of another commit may bring
    cache.program.cache_clear()
    assert cache.recall("room", b"key") is None
    monkeypatch.undo()
    cache.program.cache_clear()


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "file" / "below"))
    assert remember("room", b"key", lambda: 1) == 1
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", "/dev/full")
    assert remember("room", b"key", lambda: 1) == 1


def test_what_cannot_be_kept_is_only_returned(folder: Path) -> None:
    thing = object()
    assert remember("room", b"key", lambda: thing) is thing
    assert not list(folder.rglob("*.*"))


def test_keys_of_one_checksum_are_not_taken_for_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "crc32", lambda _: 0)
    assert remember("room", b"one", lambda: 1) == 1
    assert remember("room", b"two", lambda: 2) == 2
    assert remember("room", b"two", never) == 2
    assert remember("room", b"one", lambda: 1) == 1


def test_a_room_does_not_grow_without_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 5)
    for number in range(20):
        cache.keep("room", bytes([number]), number)
    assert len(list((folder / "room").iterdir())) <= 6
    assert cache.recall("room", bytes([19])) == 19
