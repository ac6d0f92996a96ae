"""The index of a library's words: one SQLite file in the cache folder, in which only changed snippets are read again.

Several processes may use it at once: a change is one transaction. Where there is no such file, or it is damaged or
somebody else's, the index is made in memory.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from replyctl.library.search import index_file
from replyctl.library.search.directions import TABLE
from replyctl.library.search.words import RUN, folded, indexed, unspaced

COLUMNS = {"name": 8.0, "title": 6.0, "tags": 4.0, "asks": 3.0, "body": 1.0}
"""What is indexed of a snippet, and how much a word in it weighs."""
_HALF = 4.0
"""The weight that makes a word half as prominent as it can be."""
_LENGTH = 0.5
"""How much the length of a text counts."""
_STORY = re.compile(r"[.!?。！？]\s*+[^\s.!?。！？].*[.!?。！？]\s*+[^\s.!?。！？]")
"""Three sentences: of a whole mail single words tell nothing, and it is only compared as a whole."""
WAIT = 2.0
"""Seconds to wait for another process; then the index is made in memory."""
_TABLES = f"""
CREATE TABLE files (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, stamp TEXT, {", ".join(f"{one}_words" for one in COLUMNS)}
);
CREATE TABLE vocabulary (word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE snippets USING fts5(
    {", ".join(COLUMNS)}, tokenize = 'porter unicode61 remove_diacritics 2', prefix = '1 2 3', detail = column
);
{TABLE}"""


class Searched(NamedTuple):
    """A snippet to index."""

    stamp: object
    """Changes with its file."""
    plain: Mapping[str, Any]
    """As `dataclasses.asdict` gives it."""


@dataclass(frozen=True)  # no slots: it caches what it reads
class Index:
    """An open index that knows all snippets."""

    database: sqlite3.Connection
    names: Mapping[int, str]
    """The snippets by row."""

    @classmethod
    def of(cls, key: Sequence[str], sources: Mapping[str, Searched]) -> Index:
        """The index of the snippets `sources`, by name; `key` are the folders of their libraries."""
        if path := index_file.file_for(key):
            with suppress(sqlite3.Error, OSError):
                try:
                    return cls._current(path, sources)
                except sqlite3.OperationalError:  # another process has it for too long, or the disk is full
                    raise
                except sqlite3.DatabaseError:  # it is damaged
                    return cls._current(index_file.emptied(path), sources)
        return cls.in_memory(sources)

    @classmethod
    def in_memory(cls, sources: Mapping[str, Searched]) -> Index:
        """An index that nothing outside can damage."""
        return cls._current(":memory:", sources)

    @classmethod
    def _current(cls, path: Path | str, sources: Mapping[str, Searched]) -> Index:
        database = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
        try:
            database.execute("PRAGMA temp_store = MEMORY")
            database.execute("PRAGMA synchronous = OFF")  # what a crash damages is made again
            made = cls(database, _up_to_date(database, sources))
            made.load()
        except BaseException:
            database.close()
            raise
        return made

    def load(self) -> None:
        """Read what every search needs, before the first key and not at it."""
        _ = self._shares, self.vocabulary

    def prominence(self, expression: str) -> dict[int, float]:
        """By row, from 0 to 1, how prominent a word (an FTS5 expression) is in each snippet that has it.

        As in BM25F, without counting how often it stands in a column: FTS5's own BM25 takes 50 times as long.
        """
        weights: dict[int, float] = {}
        for column, shares in self._shares.items():
            match = (f"{{{column}}} : {expression}",)
            for (row,) in self.database.execute("SELECT rowid FROM snippets WHERE snippets MATCH ?", match):
                weights[row] = weights.get(row, 0.0) + shares.get(row, 0.0)
        return {row: weight / (weight + _HALF) for row, weight in weights.items()}

    def holds_more(self, expression: str, most: int) -> bool:
        """Whether more than `most` snippets have a word."""
        found = "SELECT 1 FROM snippets WHERE snippets MATCH ? LIMIT ?"
        return len(self.database.execute(found, (expression, most + 1)).fetchall()) > most

    @cached_property
    def _shares(self) -> dict[str, dict[int, float]]:
        """By column and row, what one word of it weighs: the less, the more words there are beside it."""
        read = f"SELECT id, {', '.join(f'{one}_words' for one in COLUMNS)} FROM files"  # noqa: S608 - ours
        rows = self.database.execute(read).fetchall()
        shares = {}
        for place, (column, weight) in enumerate(COLUMNS.items(), 1):
            usual = sum(row[place] for row in rows) / max(len(rows), 1) or 1
            shares[column] = {row[0]: weight / (1 - _LENGTH + _LENGTH * row[place] / usual) for row in rows}
        return shares

    @cached_property
    def vocabulary(self) -> list[str]:
        """The words of names, titles, tags and asks, sorted."""
        return [word for (word,) in self.database.execute("SELECT word FROM vocabulary ORDER BY word")]


def _up_to_date(database: sqlite3.Connection, sources: Mapping[str, Searched]) -> dict[int, str]:
    """Bring the index up to date with `sources`. Returns the name in each row."""
    stamps = {name: str(source.stamp) for name, source in sources.items()}
    if (found := _known(database)) is not None and {name: stamp for _, name, stamp in found} == stamps:
        return {row: name for row, name, _ in found}
    database.execute("BEGIN IMMEDIATE")
    with database:
        if (found := _known(database)) is None:
            for statement in filter(str.strip, _TABLES.split(";\n")):
                database.execute(statement)
        old = [row for row, name, stamp in found or () if stamps.get(name) != stamp]
        for table, column in (("files", "id"), ("snippets", "rowid"), ("directions", "row")):
            database.executemany(f"DELETE FROM {table} WHERE {column} = ?", [(row,) for row in old])  # noqa: S608 - ours
        kept = {name for row, name, stamp in found or () if stamps.get(name) == stamp}
        for name in stamps.keys() - kept:
            _insert(database, name, stamps[name], sources[name].plain)
        return {row: name for row, name, _ in _known(database) or ()}


def _known(database: sqlite3.Connection) -> list[tuple[int, str, str]] | None:
    """Row, name and stamp of each snippet; None if the file is new."""
    if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'snippets'").fetchone():
        return None
    return list(database.execute("SELECT id, name, stamp FROM files"))


def _insert(database: sqlite3.Connection, name: str, stamp: str, plain: Mapping[str, Any]) -> None:
    texts = _texts(plain)
    texts_as_indexed = [indexed(texts[column]) for column in COLUMNS]
    marks = ", ".join("?" * len(COLUMNS))
    counts = [text.count(" ") + bool(text) for text in texts_as_indexed]
    put = f"INSERT INTO files VALUES (NULL, ?, ?, {marks})"  # noqa: S608 - ours
    row = database.execute(put, (name, stamp, *counts)).lastrowid
    put = f"INSERT INTO snippets (rowid, {', '.join(COLUMNS)}) VALUES (?, {marks})"  # noqa: S608 - ours
    database.execute(put, (row, *texts_as_indexed))
    heads = {word for column in COLUMNS if column != "body" for word in RUN.findall(folded(texts[column]))}
    database.executemany(
        "INSERT OR IGNORE INTO vocabulary VALUES (?)", [(word,) for word in heads if not unspaced(word)]
    )


def _texts(plain: Mapping[str, Any]) -> dict[str, str]:
    """The texts by column, in all languages."""
    bodies = [f"{text['subject']}\n{text['body']}" for text in plain["text"].values()]
    return {
        "name": plain["name"],
        "title": "\n".join(_each(plain["title"])),
        "tags": "\n".join(plain["tags"]),
        "asks": "\n".join(ask for ask in asked(plain) if not _STORY.search(ask)),
        "body": "\n".join(bodies),
    }


def asked(plain: Mapping[str, Any]) -> list[str]:
    """How customers put it, in all languages."""
    asks = plain["asks"]
    return asks if isinstance(asks, list) else [ask for one in asks.values() for ask in one]


def _each(text: str | Mapping[str, str]) -> Iterable[str]:
    return (text,) if isinstance(text, str) else text.values()
