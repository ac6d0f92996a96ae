from __future__ import annotations

import os
from pathlib import Path

import pytest

from replyctl.errors import DataError
from replyctl.grammar import java


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLYCTL_STATE_DIR", str(tmp_path / "state"))


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Java that JAVA_HOME names."""
    program = tmp_path / "jdk" / "bin" / "java"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "jdk"))
    return program


@pytest.mark.parametrize("jar", ["languagetool-server.jar", "languagetool-server-6.6.jar"])
def test_an_unpacked_languagetool_is_remembered(tmp_path: Path, runtime: Path, jar: str) -> None:
    folder = tmp_path / "unpacked"
    folder.mkdir()
    (folder / jar).touch()
    java.take(folder)

    assert java.place() == folder
    command = java.command(8081, Path("config"))
    assert command[0] == str(runtime)
    assert str(folder) in command[command.index("-cp") + 1]
    assert command[-4:] == ["--port", "8081", "--config", "config"]
    assert "--public" not in command  # this computer only


def test_a_folder_without_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError) as told:
        java.take(tmp_path)

    assert "languagetool-server.jar" in told.value.hint


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_folder_that_others_can_change_is_refused_and_not_used_later(tmp_path: Path) -> None:
    folder = tmp_path / "unpacked"
    folder.mkdir()
    (folder / "languagetool-server.jar").touch()
    java.take(folder)
    folder.chmod(0o777)

    assert java.place() is None
    with pytest.raises(DataError, match="others could change") as told:
        java.take(folder)
    assert "chmod go-w" in told.value.hint


def test_one_that_was_taken_away_is_no_longer_installed(tmp_path: Path) -> None:
    (tmp_path / "unpacked").mkdir()
    (tmp_path / "unpacked" / "languagetool-server.jar").touch()
    java.take(tmp_path / "unpacked")
    (tmp_path / "unpacked" / "languagetool-server.jar").unlink()

    assert java.place() is None


@pytest.mark.usefixtures("runtime")
def test_what_is_not_installed_cannot_be_kept() -> None:
    with pytest.raises(DataError) as told:
        java.keeper(("en-US",))

    assert "grammar install" in told.value.hint


def test_without_java_there_is_nothing_to_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))

    with pytest.raises(DataError, match="Java 17"):
        java.java()
