"""The directions kept in the index: made once, gone with their snippet, and never in the way."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from replyctl.library.find import Library
from replyctl.library.search import asks
from replyctl.library.search.rank import Search

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "title: T\nkind: answer\nasks: [{ask}]\ntext: {{en: {{subject: s, body: b}}}}\n"


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "snippets").mkdir()
    (tmp_path / "snippets" / "first.yaml").write_text(TEXT.format(ask="the vase is broken"), "utf-8")
    (tmp_path / "snippets" / "second.yaml").write_text(TEXT.format(ask="the lamp is late"), "utf-8")
    return tmp_path


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The asks that were looked at."""
    looked: list[str] = []
    fragments = asks.in_first_script
    monkeypatch.setattr(asks, "in_first_script", lambda text: (looked.append(text), fragments(text))[1])
    return looked


def first(team: Path, text: str) -> str:
    return Search.of(Library.open([team], shipped=False)).fitting(text)[0].name


def test_asks_are_looked_at_once_and_again_where_the_snippet_changed(team: Path, made: list[str]) -> None:
    assert first(team, "a broken vase") == "first"
    assert {"the vase is broken", "the lamp is late"} < set(made)
    made.clear()

    assert first(team, "a late lamp") == "second"
    assert made == []

    (team / "snippets" / "second.yaml").write_text(TEXT.format(ask="the mirror is late"), "utf-8")
    assert first(team, "a late mirror") == "second"
    assert set(made) == {"the mirror is late", "T"}


def test_a_script_that_no_ask_is_in_is_looked_for_once(team: Path, made: list[str]) -> None:
    search = Search.of(Library.open([team], shipped=False))

    assert search.fitting("花瓶碎了") == []
    assert search.fitting("花瓶碎了") == []
    assert made == []


def test_a_file_that_another_process_writes_to_changes_no_answer(team: Path) -> None:
    search = Search.of(Library.open([team], shipped=False))
    (file,) = (team / "cache" / "search").iterdir()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    assert search.fitting("a broken vase")[0].name == "first"
    other.rollback()
    other.close()


def test_damage_while_it_is_open_changes_no_answer(team: Path, write_over: Callable[[Path], None]) -> None:
    search = Search.of(Library.open([team], shipped=False))
    (file,) = (team / "cache" / "search").iterdir()
    write_over(file)

    assert search.fitting("a broken vase")[0].name == "first"


@pytest.fixture
def write_over() -> Callable[[Path], None]:
    def put(file: Path) -> None:
        file.write_bytes(b"x" * file.stat().st_size)

    return put
