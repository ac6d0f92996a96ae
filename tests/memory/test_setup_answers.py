from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from replyctl.memory import setup_answers
from replyctl.memory.setup_answers import SetupAnswers

if TYPE_CHECKING:
    from pathlib import Path

STATE = SetupAnswers(answers={"agent.name": "דנה", "agent.role": ""}, typed={"company.name": "Home"})


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REPLYCTL_STATE_DIR", str(tmp_path / "state"))
    return tmp_path / "state"


def test_what_was_typed_comes_back_as_it_was_until_it_is_forgotten() -> None:
    setup_answers.save(STATE)
    assert setup_answers.load() == STATE
    setup_answers.forget()
    assert setup_answers.load() == SetupAnswers()


@pytest.mark.parametrize("content", [b"", b"[]", b'{"answers": 5}', b"\0\xff", b'{"typed": {"agent.name": [1]}}'])
def test_a_damaged_file_is_none(content: bytes, state: Path) -> None:
    setup_answers.save(STATE)
    (state / "setup.json").write_bytes(content)

    assert setup_answers.load() == SetupAnswers()
