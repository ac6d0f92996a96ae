from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from replyctl.compose.start import Start
from replyctl.memory import unfinished
from replyctl.memory.unfinished import Unfinished

ROOT = Path(__file__).parents[2]
STATE = Unfinished(
    start=Start(snippets=("damaged-item",)), answers={"order": "HW-659", "fault": "坏了"}, typed={"tracking": "אב"}
)


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLYCTL_STATE_DIR", str(tmp_path / "state"))


def _left(state: Unfinished) -> None:
    keeper = unfinished.begin()
    keeper.save(state)
    keeper.release()


def test_what_was_typed_comes_back_as_it_was() -> None:
    _left(STATE)

    found, unreadable = unfinished.newest()

    assert [state for _, state in found] == [STATE]
    assert unreadable == []


def test_of_several_the_newest_is_taken_and_the_others_are_counted() -> None:
    for name in ("first", "second", "third"):
        _left(Unfinished(start=Start(snippets=(name,))))

    found, _ = unfinished.newest()

    assert [state.start.snippets for _, state in found] == [("third",), ("second",), ("first",)]


def test_a_reply_that_is_done_leaves_nothing_behind(tmp_path: Path) -> None:
    keeper = unfinished.begin()
    keeper.save(STATE)

    keeper.forget()

    assert unfinished.newest() == ([], [])
    assert list((tmp_path / "state" / "unfinished").iterdir()) == []


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    _left(STATE)

    entries = [tmp_path / "state", *(tmp_path / "state").rglob("*")]
    modes = {entry.is_dir(): stat.S_IMODE(entry.stat().st_mode) for entry in entries}

    assert modes == {True: 0o700, False: 0o600}


def test_a_reply_that_is_open_in_another_terminal_is_not_taken_over() -> None:
    _left(Unfinished(start=Start(snippets=("left",))))
    keeper = unfinished.begin()
    keeper.save(Unfinished(start=Start(snippets=("open",))))

    script = "from replyctl.memory import unfinished; print(unfinished.newest()[0][0][1].start.snippets[0])"
    elsewhere = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )

    assert elsewhere.stdout == "left\n"
    keeper.release()


@pytest.mark.parametrize(
    "content",
    [
        b"", b'{"snippets": ["da', b"[]", b"5", b"\0\xff", b"[" * 100_000, b'{"snippets": "damaged-item"}',
        b'{"answers": {"order": 5}}', b'{"sets": ["order"]}', b'{"language": ["en"]}', b'{"body": {}}',
        b'{"typed": {"order": [[[]]]}}', b'{"libraries": [null]}', b'{"blank": "perhaps"}',
    ],
)  # fmt: skip
def test_a_damaged_file_is_passed_over_and_named(content: bytes, tmp_path: Path) -> None:
    _left(STATE)
    _left(Unfinished(start=Start(snippets=("damaged",))))
    newest = max((tmp_path / "state" / "unfinished").iterdir())
    (newest / "state.json").write_bytes(content)

    found, unreadable = unfinished.newest()

    assert [state for _, state in found] == [STATE]
    assert unreadable == [newest / "state.json"]


def test_what_the_first_version_left_is_gone_on_with(tmp_path: Path) -> None:
    _left(STATE)
    (folder,) = (tmp_path / "state" / "unfinished").iterdir()
    (folder / "state.json").write_bytes((Path(__file__).parent / "saved" / "unfinished-0.1.0.json").read_bytes())

    ((_, state),), _ = unfinished.newest()

    assert state.answers == {"customer.name": "Diane", "fault": "the lid is cracked"}
    assert (state.start.sets, state.typed) == ({"order": "HW-659"}, {"parts.replacement": "yes"})


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_what_is_anothers_is_passed_over(tmp_path: Path) -> None:
    _left(STATE)
    (folder,) = (tmp_path / "state" / "unfinished").iterdir()
    os.chown(folder, 12345, 12345)

    assert unfinished.newest() == ([], [folder / "state.json"])


def test_without_locks_nothing_is_kept_and_nothing_fails() -> None:
    script = (
        "import sys; sys.modules['fcntl'] = None\n"
        "from replyctl.errors import OutputError\n"
        "from replyctl.memory import unfinished\n"
        "print(unfinished.newest())\n"
        "try: unfinished.begin()\n"
        "except OutputError as told: print('told')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)

    assert done.stdout == "([], [])\ntold\n"


def test_only_so_many_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unfinished, "MOST", 3)

    for number in range(5):
        _left(Unfinished(start=Start(snippets=(str(number),))))

    assert len(list((tmp_path / "state" / "unfinished").iterdir())) == 3
