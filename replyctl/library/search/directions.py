"""The directions of asks in the index: made when a customer's text is first compared with a snippet, and kept there."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from replyctl.library.search.asks import Direction, standing_for

TABLE = """
CREATE TABLE directions (
    row INTEGER, script TEXT, place INTEGER, asks INTEGER, fragments BLOB, held BLOB, weights BLOB,
    PRIMARY KEY (row, script, place)
);
"""
_READ = "SELECT row, asks, fragments, held, weights FROM directions WHERE script = ? AND row IN "
_WRITE = "INSERT OR IGNORE INTO directions VALUES (?, ?, ?, ?, ?, ?, ?)"
_NONE = Direction.of(())
"""Kept for a snippet that has nothing in a script, so that it is not looked for again."""


def directions(
    database: sqlite3.Connection, snippets: Mapping[int, Mapping[str, Any]], writing: str
) -> list[tuple[int, Direction]]:
    """By row, the directions of the `snippets` (their plain data by row) in one script."""
    rows = database.execute(f"{_READ}({', '.join('?' * len(snippets))})", (writing, *snippets)).fetchall()
    found = [
        (row, Direction(asks, array("I", fragments), held, array("f", weights)))
        for row, asks, fragments, held, weights in rows
    ]
    missing = snippets.keys() - {row for row, _ in found}
    made = [(row, place, one) for row in sorted(missing) for place, one in enumerate(_made(snippets[row], writing))]
    if made:
        with suppress(sqlite3.OperationalError):  # another process writes: they are made again the next time
            _keep(database, made, writing)
    return [(row, one) for row, one in (*found, *((row, one) for row, _, one in made)) if one.asks]


def _made(plain: Mapping[str, Any], writing: str) -> list[Direction]:
    return [Direction.of(texts) for texts in standing_for(plain, writing)] or [_NONE]


def _keep(database: sqlite3.Connection, made: list[tuple[int, int, Direction]], writing: str) -> None:
    kept = [
        (row, writing, place, one.asks, one.fragments.tobytes(), one.held, one.weights.tobytes())
        for row, place, one in made
    ]
    database.execute("BEGIN IMMEDIATE")
    with database:
        database.executemany(_WRITE, kept)
