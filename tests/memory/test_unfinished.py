from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from replyctl.memory import unfinished
from replyctl.memory.unfinished import Unfinished

STATE = Unfinished(snippets=("damaged-item",), answers={"order": "HW-659", "fault": "坏了"}, typed={"tracking": "אב"})


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLYCTL_STATE_DIR", str(tmp_path / "state"))


def _left(state: Unfinished) -> None:
    keeper = unfinished.begin()
    keeper.save(state)
    keeper.release()


def test_what_was_typed_comes_back_as_it_was() -> None:
    _left(STATE)

    found = unfinished.newest()

    assert found is not None
    assert found[1:] == (STATE, 0)


def test_of_several_the_newest_is_taken_and_the_others_are_counted() -> None:
    for name in ("first", "second", "third"):
        _left(Unfinished(snippets=(name,)))

    found = unfinished.newest()

    assert found is not None
    assert (found[1].snippets, found[2]) == (("third",), 2)


def test_a_reply_that_is_done_leaves_nothing_behind(tmp_path: Path) -> None:
    keeper = unfinished.begin()
    keeper.save(STATE)

    keeper.forget()

    assert unfinished.newest() is None
    assert list((tmp_path / "state" / "unfinished").iterdir()) == []


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    _left(STATE)

    entries = [tmp_path / "state", *(tmp_path / "state").rglob("*")]
    modes = {entry.is_dir(): stat.S_IMODE(entry.stat().st_mode) for entry in entries}

    assert modes == {True: 0o700, False: 0o600}


def test_a_reply_that_is_open_in_another_terminal_is_not_taken_over() -> None:
    _left(Unfinished(snippets=("left",)))
    keeper = unfinished.begin()
    keeper.save(Unfinished(snippets=("open",)))

    script = "from replyctl.memory import unfinished; print(unfinished.newest()[1].snippets[0])"
    root = str(Path(__file__).parents[2])
    elsewhere = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": root},
    )

    assert elsewhere.stdout == "left\n"
    keeper.release()


def test_a_damaged_file_is_passed_over(tmp_path: Path) -> None:
    _left(STATE)
    _left(Unfinished(snippets=("damaged",)))
    newest = max((tmp_path / "state" / "unfinished").iterdir())
    (newest / "state.json").write_bytes(b'{"snippets": ["da')

    found = unfinished.newest()

    assert found is not None
    assert found[1] == STATE


def test_only_so_many_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unfinished, "MOST", 3)

    for number in range(5):
        _left(Unfinished(snippets=(str(number),)))

    assert len(list((tmp_path / "state" / "unfinished").iterdir())) == 3
