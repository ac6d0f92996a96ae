"""Who else could have written a file."""

from __future__ import annotations

import grp
import os
import pwd
from pathlib import Path
from types import SimpleNamespace

import pytest

from replyctl import ownership


def test_a_link_in_a_safe_place_to_an_unsafe_one_is_unsafe(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    (tmp_path / "open" / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "open" / "file")
    assert ownership.weak_spot(tmp_path) is None
    assert ownership.weak_spot(tmp_path / "link") == str(tmp_path / "open")
    assert ownership.weak_spot(tmp_path / "open" / "not" / "there") == str(tmp_path / "open")


def test_the_systems_own_is_safe_and_so_is_a_place_among_the_files_of_many(tmp_path: Path) -> None:
    assert ownership.weak_spot(Path("/usr/bin/env")) is None
    tmp_path.chmod(0o1777)
    assert ownership.weak_spot(tmp_path / "mine") is None
    assert ownership.weak_spot(tmp_path) == str(tmp_path)


def the_users_group(monkeypatch: pytest.MonkeyPatch, user: int, group: int, *members: str) -> None:
    monkeypatch.setattr(pwd, "getpwuid", lambda _: SimpleNamespace(pw_name="dana", pw_uid=user, pw_gid=user))
    monkeypatch.setattr(grp, "getgrgid", lambda _: SimpleNamespace(gr_name="dana", gr_gid=group, gr_mem=[*members]))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_a_group_is_others_unless_it_is_the_users_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    folder.chmod(0o775)
    assert ownership.weak_spot(folder) == str(folder)  # of group 0, in which containers start any user
    os.chown(folder, -1, 1234)
    assert ownership.weak_spot(folder) == str(folder)
    the_users_group(monkeypatch, 1234, 1234)
    assert ownership.weak_spot(folder) is None
    the_users_group(monkeypatch, 1234, 1234, "dana", "mallory")
    assert ownership.weak_spot(folder) == str(folder)
    the_users_group(monkeypatch, 1234, 1234)
    folder.chmod(0o777)
    assert ownership.weak_spot(folder) == str(folder)


def test_what_is_kept_is_a_plain_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"kept")
    assert ownership.kept(path) == b"kept"
    path.chmod(0o666)
    with pytest.raises(PermissionError):
        ownership.kept(path)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(PermissionError):
        ownership.kept(path)
    path.unlink()
    path.symlink_to("/dev/zero")
    with pytest.raises(PermissionError):
        ownership.kept(path)
    for nothing in (None, tmp_path / "none"):
        with pytest.raises(FileNotFoundError):
            ownership.kept(nothing)
