"""What stands beside a file while it is written, and what a killed process leaves."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from replyctl import cache
from replyctl.files import write_atomic
from replyctl.temporary import replacing

ROOT = Path(__file__).parents[1]
WRITER = """
import sys, time
from pathlib import Path
from replyctl.temporary import replacing
with replacing(Path(sys.argv[1]), 0o600) as file:
    file.write(b"half of it")
    file.flush()
    print("writing", flush=True)
    sys.stdin.read()
"""


class Writer:
    """A process in the middle of writing."""

    def __init__(self, target: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
        )
        assert self.process.stdout
        assert self.process.stdout.readline() == b"writing\n"

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()

    def finish(self) -> None:
        self.process.communicate()
        assert self.process.returncode == 0


@pytest.mark.parametrize("name", ["reply.txt", "回复.txt", "x" * 255])
def test_what_a_killed_process_left_goes_with_the_next_write(name: str, tmp_path: Path) -> None:
    target = tmp_path / name
    for _ in range(2):
        Writer(target).kill()
    assert len(list(tmp_path.iterdir())) == 1

    write_atomic(target, b"whole")

    assert list(tmp_path.iterdir()) == [target]
    assert target.read_bytes() == b"whole"


def test_the_cache_clears_up_after_a_killed_process_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "cache"))
    cache.keep("room", b"key", 1)
    (entry,) = (tmp_path / "cache" / "room").iterdir()
    Writer(entry).kill()

    cache.keep("room", b"key", 2)

    assert list(entry.parent.iterdir()) == [entry]
    assert cache.recall("room", b"key") == 2


def test_what_a_living_process_writes_is_let_be(tmp_path: Path) -> None:
    target = tmp_path / "reply.txt"
    writers = [Writer(target), Writer(target)]

    write_atomic(target, b"whole")

    assert target.read_bytes() == b"whole"
    assert len(list(tmp_path.iterdir())) == 3
    for writer in writers:
        writer.finish()
    assert list(tmp_path.iterdir()) == [target]
    assert target.read_bytes() == b"half of it"


def test_a_link_that_was_planted_is_not_written_through(tmp_path: Path) -> None:
    target, elsewhere = tmp_path / "reply.txt", tmp_path / "elsewhere"
    elsewhere.write_bytes(b"theirs")
    Writer(target).kill()
    (left,) = tmp_path.glob(".replyctl*")
    left.unlink()
    left.symlink_to(elsewhere)

    write_atomic(target, b"whole")

    assert elsewhere.read_bytes() == b"theirs"
    assert target.read_bytes() == b"whole"


def test_a_block_that_fails_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "reply.txt"
    target.write_bytes(b"old")

    def interrupted() -> None:
        with replacing(target, 0o600) as file:
            file.write(b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert list(tmp_path.iterdir()) == [target]
    assert target.read_bytes() == b"old"


def test_where_nothing_can_be_locked_it_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(os.strerror(37))

    monkeypatch.setattr(fcntl, "flock", none)
    write_atomic(tmp_path / "reply.txt", b"one")
    write_atomic(tmp_path / "reply.txt", b"two")

    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"two"]
