"""The server in the background: one for all, and whatever happens to it, commands go on."""

from __future__ import annotations

import fcntl
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from replyctl.config import Grammar
from replyctl.errors import DataError
from replyctl.grammar import java, server
from replyctl.grammar.engine import EngineFailed
from replyctl.grammar.languagetool import LanguageTool
from replyctl.grammar.proofreader import Proofreader

TRIES = 5
LONG = "This is a sentense, and it is one of many. " * 400


def until(condition: object, seconds: float = 20) -> None:
    deadline = monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert monotonic() < deadline, "it never came"
        sleep(0.05)


def finds(one: server.Server) -> bool:
    """Whether it answers in time and rightly: on a busy computer the first answers of a new one take too long."""
    try:
        return bool(LanguageTool(one.url).check("A sentense.", [], "en"))
    except EngineFailed:
        return False


@pytest.mark.usefixtures("installed")
def test_it_is_started_once_used_and_stopped() -> None:
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(lambda _: server.start(), range(2))

    assert one == other == server.running()
    assert server.start() == one
    assert (server.home() / "server.json").stat().st_mode & 0o777 == 0o600
    assert any(finds(one) for _ in range(TRIES))
    assert server.stop()
    assert server.running() is None
    assert not server.stop()


@pytest.mark.usefixtures("installed")
def test_killed_in_mid_check_it_is_a_notice_and_a_restart_heals_it() -> None:
    found = server.start()
    reader = Proofreader(Grammar(), "languagetool")
    Thread(target=lambda: (sleep(0.3), os.kill(found.pid, signal.SIGKILL)), daemon=True).start()

    assert reader.check(LONG, [], "en") == [] or reader.check(LONG + "More.", [], "en") == []

    assert reader.incomplete
    assert len(reader.notices()) >= 1
    until(lambda: server.running() is None)
    again = server.start()
    assert again.pid != found.pid
    assert any(finds(again) for _ in range(TRIES))


@pytest.mark.usefixtures("installed")
def test_a_server_that_lost_its_keeper_is_known_and_can_be_stopped() -> None:
    found = server.start()
    os.kill(found.keeper, signal.SIGKILL)
    until(lambda: not server.held("keeper.lock"))

    assert server.running() == found
    assert server.stop()
    assert server.running() is None


@pytest.mark.usefixtures("installed")
def test_when_idle_it_stops_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLYCTL_GRAMMAR_IDLE", "1")
    server.start()

    until(lambda: server.running() is None)
    until(lambda: not server.held("server.lock"))


def test_what_a_dead_one_left_is_cleared_away(state: Path) -> None:
    (state / "languagetool").mkdir(parents=True)
    (state / "languagetool" / "server.json").write_text(f'{{"pid": {os.getpid()}, "keeper": 1, "port": 80}}')
    (state / "languagetool" / "server.lock").touch()

    assert server.running() is None
    assert not (state / "languagetool" / "server.json").exists()


@pytest.mark.parametrize(
    "content",
    [
        "", "{", "[]", '{"pid": 1}', "null", "[" * 100_000, '{"pid": "7", "keeper": 7, "port": 80}',
        '{"pid": 7, "keeper": 7, "port": true}', '{"pid": 7, "keeper": 7, "port": 65536}',
        '{"pid": -1, "keeper": 7, "port": 80}', '{"pid": 7, "keeper": 0, "port": 80}',
    ],
)  # fmt: skip
def test_a_broken_note_of_it_is_none(state: Path, content: str) -> None:
    (state / "languagetool").mkdir(parents=True)
    (state / "languagetool" / "server.json").write_text(content)
    with (state / "languagetool" / "server.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        assert server.running() is None


@pytest.mark.usefixtures("state")
def test_a_folder_without_languagetool_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="LanguageTool is not in this folder"):
        java.take(tmp_path)


@pytest.mark.usefixtures("state")
def test_without_java_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.delenv("JAVA_HOME", raising=False)

    with pytest.raises(DataError, match="Java 17"):
        server.start()


@pytest.mark.usefixtures("installed")
def test_a_java_that_fails_is_told_with_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = tmp_path / "bin" / "java"
    fake.parent.mkdir()
    fake.write_text("#!/bin/sh\necho UnsupportedClassVersionError >&2\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))

    with pytest.raises(server.GrammarError, match="UnsupportedClassVersionError"):
        server.start()
