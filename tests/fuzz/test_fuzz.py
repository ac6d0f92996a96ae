"""A small run of every kind, the same each time, and what once broke; `python -m tests.fuzz` goes on from here."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
import yaml

pytest.importorskip("fcntl", reason="the harness forks")
sys.path.insert(0, str(Path(__file__).parents[2]))
from replyctl.cli import linter
from tests.fuzz import answers, command, drafts, files, incoming, kills, shown, values
from tests.fuzz.case import Case
from tests.fuzz.tally import Broken, Tally, TooSlow, limited

CASES = Path(__file__).parent / "cases"
KINDS = {"answers": answers, "drafts": drafts, "files": files, "mails": incoming, "values": values}
SEED = 7
HANGS = 5.0
"""Seconds of processor time that only what never ends takes."""
SQUARES = 3.0
"""Seconds of processor time that the cases need only where time grows with the square of the text."""


@pytest.mark.parametrize(
    ("kind", "count"), [("drafts", 100), ("files", 40), ("mails", 40), ("answers", 30), ("values", 30)]
)
def test_whatever_comes_in_nothing_breaks(kind: str, count: int) -> None:
    tally = Tally(kind, KINDS[kind].check, HANGS)
    tally.run(KINDS[kind].cases(Random(SEED)), count)  # noqa: S311 - the same each time

    assert tally.faults == {}, str(tally)


def test_a_program_killed_at_any_change_leaves_every_file_whole_and_runs_again() -> None:
    tally = Tally("kills", kills.check)
    tally.run(iter(kills.at_changes()), len(kills.at_changes()))

    assert tally.faults == {}, str(tally)
    assert tally.seen["killed"] > tally.number / 2


@pytest.mark.parametrize(
    ("kind", "case"),
    [
        pytest.param(path.stem, Case.read(data), id=f"{path.stem}-{data['was']}")
        for path in sorted(CASES.glob("*.yaml"))
        for data in yaml.safe_load(path.read_text("utf-8"))
    ],
)
def test_what_once_broke_stays_mended(kind: str, case: Case) -> None:
    assert Tally(kind, KINDS[kind].check, SQUARES).broken(case) == ""


def test_a_case_reads_back_as_it_was_printed() -> None:
    case = Case("start" + "again " * 900 + "end\ud800", {"context": {"name": "x" * 5000, "list": [1, None, "é"]}})

    assert len(str(case)) < 300
    assert Case.read(yaml.safe_load(str(case))) == case


def _raise() -> int:
    raise ValueError


def _never_end() -> int:
    while True:
        pass


def _grow() -> int:
    return len(b"x" * (1 << 30))


def _connect() -> int:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", 9))


def _start_a_process() -> int:
    return os.system("true")  # noqa: S605 - it must be seen, not run safely


def _write_elsewhere() -> int:
    with suppress(OSError):
        Path("/replyctl-fuzz-nowhere/file").write_text("", "utf-8")
    return 0


@pytest.mark.parametrize(
    ("deed", "seen"),
    [
        (_raise, "traceback: ValueError"),
        (_never_end, "over 3 s"),
        (_grow, "traceback: MemoryError"),
        (_connect, "reached out: socket.connect"),
        (_start_a_process, "reached out: os.system"),
        (_write_elsewhere, "reached out: open"),
        (lambda: 7, "exit code 7"),
    ],
)
def test_the_harness_sees_what_a_command_must_not_do(deed: Callable[[], int], seen: str) -> None:
    def before() -> None:
        linter.Linter.all = lambda _: deed()  # type: ignore[method-assign] # in the child alone

    with command.home() as home, pytest.raises(Broken, match=seen):
        command.check(command.run(("lint", "-"), home, stdin=b"Hi", before=before))


@pytest.mark.parametrize(
    "text", ["\x1b[31m", "a\x07", "\x9b1m", "\u202e", "\u2066", "\u2028", "\r", "\ud800", "\u2068open"]
)
def test_the_harness_sees_what_a_terminal_obeys(text: str) -> None:
    with pytest.raises(Broken):
        shown.check(text, "a report")


def test_a_pattern_that_never_ends_is_interrupted() -> None:
    import re

    with pytest.raises(TooSlow), limited(0.2):
        re.match("(a+)+$", "a" * 60 + "!")
