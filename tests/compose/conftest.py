"""Lets the tests of this room import what they make replies with."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def cache_apart(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """One cache for the session, away from the user's own."""
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path_factory.getbasetemp() / "cache"))
