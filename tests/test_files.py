from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from replyctl.errors import OutputError
from replyctl.files import write_atomic


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_gets_the_mode_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    path = tmp_path / "reply"
    write_atomic(path, b"one", 0o600)
    assert (path.read_bytes(), mode(path)) == (b"one", 0o600)
    path.chmod(0o640)
    write_atomic(path, b"two", 0o600)
    assert (path.read_bytes(), mode(path)) == (b"two", 0o640)
    assert list(tmp_path.iterdir()) == [path]


def test_without_a_mode_the_umask_has_it(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomic(tmp_path / "reply", b"")
    finally:
        os.umask(before)
    assert mode(tmp_path / "reply") == 0o640


def test_a_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    write_atomic(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_device_is_written_to_and_stays_one() -> None:
    write_atomic(Path("/dev/null"), b"reply")
    assert Path("/dev/null").is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told() -> None:
    with pytest.raises(OutputError, match="No space left"):
        write_atomic(Path("/dev/full"), b"reply")


def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "reply"
    path.write_text("old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        write_atomic(path, b"new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_or_no_folder_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write_atomic(tmp_path, b"")
    assert caught.value.hint
    with pytest.raises(OutputError) as caught:
        write_atomic(tmp_path / "none" / "reply", b"")
    assert "no folder" in caught.value.hint
