from __future__ import annotations

from pathlib import Path

import pytest

from replyctl.errors import OutputError
from replyctl.state import folder, private


def test_its_own_variable_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLYCTL_STATE_DIR", "/somewhere/else")

    assert folder() == Path("/somewhere/else")


def test_else_the_desktop_convention_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REPLYCTL_STATE_DIR", raising=False)
    monkeypatch.setattr("sys.platform", "linux")

    monkeypatch.setenv("XDG_STATE_HOME", "/state")
    assert folder() == Path("/state/replyctl")

    monkeypatch.setenv("XDG_STATE_HOME", "relative/is/ignored")
    monkeypatch.setenv("HOME", "/home/dana")
    assert folder() == Path("/home/dana/.local/state/replyctl")


def test_a_place_where_nothing_can_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(OutputError, match="cannot make the folder"):
        private(tmp_path / "file" / "state")
