"""The index in the cache folder: changed files only, several processes, and damage."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from replyctl.library.find import Library
from replyctl.library.search import index
from replyctl.library.search.rank import Search

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "title: {title}\nkind: answer\ntext: {{en: {{subject: s, body: b}}}}\n"


@pytest.fixture(autouse=True)
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / "search"


@pytest.fixture(autouse=True)
def write(tmp_path: Path) -> Callable[[str, str], None]:
    def put(name: str, title: str) -> None:
        file = tmp_path / "team" / "snippets" / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TEXT.format(title=title), "utf-8")

    put("first", "Vase")
    put("second", "Lamp")
    return put


def found(folder: Path, query: str) -> list[str]:
    return [hit.name for hit in Search.of(Library.open([folder], shipped=False)).typed(query)]


def test_only_what_changed_is_indexed_again_and_what_is_gone_is_gone(
    tmp_path: Path, cached: Path, write: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(tmp_path / "team", "lamp") == ["second"]
    inserted: list[str] = []
    insert = index._insert
    monkeypatch.setattr(index, "_insert", lambda *given: (inserted.append(given[1]), insert(*given)))
    write("second", "Mirror")
    write("third", "Chair")
    (tmp_path / "team" / "snippets" / "first.yaml").unlink()

    assert found(tmp_path / "team", "lamp") == []
    assert found(tmp_path / "team", "mirror") == ["second"]
    assert found(tmp_path / "team", "") == ["second", "third"]
    assert sorted(inserted) == ["second", "third"]
    (file,) = cached.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", [b"no database", None])
def test_a_damaged_file_is_made_again(
    damage: bytes | None, tmp_path: Path, cached: Path, write: Callable[[str, str], None]
) -> None:
    write("third", "Chair")
    found(tmp_path / "team", "vase")
    (file,) = cached.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage or whole[:100] + bytes(len(whole) - 100))

    assert found(tmp_path / "team", "vase") == ["first"]
    assert found(tmp_path / "team", "chair") == ["third"]


def test_damage_while_it_is_open_changes_no_answer(tmp_path: Path, write: Callable[[str, str], None]) -> None:
    write("third", "Chair")
    search = Search.of(Library.open([tmp_path / "team"], shipped=False))
    search.index.database.execute("DROP TABLE snippets")

    assert [hit.name for hit in search.typed("vase")] == ["first"]


def test_where_nothing_can_be_kept_or_another_process_holds_the_file_it_is_made_in_memory(
    tmp_path: Path, cached: Path, write: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "WAIT", 0.05)
    found(tmp_path / "team", "vase")
    (file,) = cached.iterdir()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    write("third", "Chair")
    assert found(tmp_path / "team", "chair") == ["third"]
    other.close()

    file.chmod(0o666)
    assert found(tmp_path / "team", "chair") == ["third"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o666
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", "/proc/nowhere")
    assert found(tmp_path / "team", "chair") == ["third"]


def _searched(folder: Path, numbers: range, failed: list[str]) -> None:
    for number in numbers:
        (folder / "snippets" / f"new-{number}.yaml").write_text(TEXT.format(title=f"Chair {number}"), "utf-8")
        # The other one, if it had listed the files before this was there, takes it out of the index again until the next look.
        if not any(f"new-{number}" in found(folder, "chair") for _ in range(3)):
            failed.append(str(number))
    os._exit(bool(failed))


def test_two_processes_that_change_it_at_once_both_find_what_they_look_for(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    both = [context.Process(target=_searched, args=(tmp_path / "team", range(at, at + 8), [])) for at in (0, 100)]
    for one in both:
        one.start()
    for one in both:
        one.join(300)

    assert [one.exitcode for one in both] == [0, 0]
    assert len(found(tmp_path / "team", "chair")) == 16
