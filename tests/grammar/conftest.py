"""The real LanguageTool on this computer, in a state folder of its own; without Java or Maven its tests are skipped."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))
from assemble import needed

from replyctl.grammar import java, server
from replyctl.grammar.languagetool import LanguageTool


@pytest.fixture(scope="session")
def jars() -> Path:
    """LanguageTool's folder."""
    return needed()


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A state folder of its own; a server in it is stopped at the end."""
    monkeypatch.setenv("REPLYCTL_STATE_DIR", str(tmp_path / "state"))
    yield tmp_path / "state"
    server.stop()


@pytest.fixture
def installed(state: Path, jars: Path) -> Path:
    """The same with LanguageTool in it."""
    java.take(jars)
    return state


@pytest.fixture(scope="session")
def running(jars: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[server.Server]:
    """One server for all tests that only ask it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPLYCTL_STATE_DIR", str(tmp_path_factory.mktemp("shared")))
        java.take(jars)
        found = server.start(("en-US", "en-GB", "zh-CN"))
        folder = os.environ["REPLYCTL_STATE_DIR"]
    yield found
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPLYCTL_STATE_DIR", folder)
        server.stop()


@pytest.fixture
def languagetool(running: server.Server) -> LanguageTool:
    """The engine, asking it."""
    return LanguageTool(running.url)
