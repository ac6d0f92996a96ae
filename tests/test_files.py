from __future__ import annotations

import os
import signal
import stat
from pathlib import Path
from tempfile import TemporaryDirectory

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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the platform has no pipes with names")
def test_a_pipe_in_the_place_of_a_file_of_our_own_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "last.json")
    with pytest.raises(OutputError):
        write_atomic(tmp_path / "last.json", b"reply", 0o600)


def test_what_was_read_from_a_device_or_a_pipe_is_not_written_back_to_nobody() -> None:
    with pytest.raises(OutputError, match="is no file"):
        write_atomic(Path("/dev/null"), b"made of it", read=b"read")


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


def test_every_name_of_a_file_has_what_was_written(tmp_path: Path) -> None:
    path, other = tmp_path / "draft", tmp_path / "other name"
    path.write_bytes(b"a longer text than the new one")
    path.chmod(0o640)
    other.hardlink_to(path)
    write_atomic(path, b"new")
    write_atomic(other, b"and newer")

    assert path.read_bytes() == other.read_bytes() == b"and newer"
    assert path.samefile(other)
    assert mode(path) == 0o640
    assert sorted(tmp_path.iterdir()) == [path, other]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_file_of_several_names_is_whole_when_writing_it_breaks_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    path = tmp_path / "draft"
    path.write_bytes(b"old, and longer than the new one")
    (tmp_path / "other name").hardlink_to(path)
    failures = [error]

    def fails_once(descriptor: int) -> None:
        if failures and os.path.samestat(os.fstat(descriptor), path.stat()):
            raise failures.pop()

    monkeypatch.setattr(os, "fsync", fails_once)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old, and longer than the new one"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the platform kills nobody")
@pytest.mark.parametrize("half", [True, False])
def test_what_a_killed_process_was_writing_in_place_is_not_lost(tmp_path: Path, half: bool) -> None:
    path, other, old, new = tmp_path / "draft", tmp_path / "other name", b"old, and longer", b"the new one"
    path.write_bytes(old)
    other.hardlink_to(path)
    killed_in_place(path, new)
    path.write_bytes(new[:4] + old[4:] if half else new)  # where a kill may leave it
    if half:
        with pytest.raises(OutputError, match="may lack a part") as caught:
            write_atomic(path, b"newer")
        (saved,) = {*tmp_path.iterdir()} - {path, other}
        assert (str(saved) in caught.value.hint, saved.read_bytes(), mode(saved)) == (True, new, 0o600)
        assert other.read_bytes() == new[:4] + old[4:]
        saved.replace(path)

    write_atomic(path, b"newer")
    assert path.read_bytes() == b"newer"
    assert sorted(tmp_path.iterdir()) == [path, other]


def test_what_is_typed_while_the_disk_takes_its_time_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, other = tmp_path / "draft", tmp_path / "other name"
    path.write_bytes(b"read")
    other.hardlink_to(path)
    monkeypatch.setattr(os, "fsync", lambda _descriptor: other.write_bytes(b"read, and typed meanwhile"))
    with pytest.raises(OutputError, match="has changed since it was read"):
        write_atomic(path, b"made of it", read=b"read")

    assert path.read_bytes() == b"read, and typed meanwhile"
    assert sorted(tmp_path.iterdir()) == [path, other]


def killed_in_place(path: Path, data: bytes) -> None:
    """Write `data` to a file of several names, and die before the disk has confirmed it."""
    child = os.fork()
    if not child:

        def dies(descriptor: int) -> None:
            if os.path.samestat(os.fstat(descriptor), path.stat()):
                os.kill(os.getpid(), signal.SIGKILL)

        os.fsync = dies
        write_atomic(path, data)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("names", [1, 2])
def test_the_owner_stays(tmp_path: Path, names: int) -> None:
    path = tmp_path / "draft"
    path.write_bytes(b"old")
    path.chmod(0o640)
    os.chown(path, 1234, 4321)
    if names > 1:
        (tmp_path / "other name").hardlink_to(path)
    write_atomic(path, b"new", 0o600)

    found = path.stat()
    assert (found.st_uid, found.st_gid, mode(path), path.read_bytes()) == (1234, 4321, 0o640, b"new")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root becomes somebody else")
def test_who_may_write_another_ones_file_leaves_it_theirs() -> None:
    with TemporaryDirectory() as shared:
        Path(shared).chmod(0o777)
        path = Path(shared, "draft")
        path.write_bytes(b"old")
        path.chmod(0o666)
        os.seteuid(1234)
        try:
            write_atomic(path, b"new")
        finally:
            os.seteuid(0)

        assert (path.stat().st_uid, mode(path), path.read_bytes()) == (0, 0o666, b"new")
        assert list(Path(shared).iterdir()) == [path]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="the platform has no extended attributes here")
def test_attributes_stay(tmp_path: Path) -> None:
    path = tmp_path / "draft"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.note", b"kept")
    except OSError:
        pytest.skip("the file system has no extended attributes")
    write_atomic(path, b"new")

    assert (os.getxattr(path, "user.note"), path.read_bytes()) == (b"kept", b"new")


@pytest.mark.parametrize("meanwhile", [b"typed meanwhile", b"", None])
def test_what_has_changed_since_it_was_read_is_left(tmp_path: Path, meanwhile: bytes | None) -> None:
    path = tmp_path / "draft"
    path.write_bytes(b"read")
    if meanwhile is None:
        path.unlink()
    else:
        path.write_bytes(meanwhile)
    with pytest.raises(OutputError, match="has changed since it was read"):
        write_atomic(path, b"made of it", read=b"read")

    assert (path.read_bytes() if path.exists() else None) == meanwhile
    assert len(list(tmp_path.iterdir())) == (meanwhile is not None)
    path.write_bytes(b"read")
    write_atomic(path, b"made of it", read=b"read")
    assert path.read_bytes() == b"made of it"


@pytest.mark.parametrize(
    ("name", "hint"), [("gone/a.txt", "there is no folder "), ("/proc/a.txt", "no file can be made in /proc")]
)
def test_where_no_file_can_be_made_the_reason_is_told(tmp_path: Path, name: str, hint: str) -> None:
    with pytest.raises(OutputError) as told:
        write_atomic(tmp_path / name, b"new")

    assert told.value.hint.startswith(hint)
