"""What a shell offers for the word that is being typed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from replyctl.cli.main import main
from replyctl.cli.streams import Streams

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def home(own_folders: Path) -> Path:
    return own_folders


def offered(line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What bash is told for a line; the word at its end is being typed."""
    words = f"replyctl {line}".split(" ")
    monkeypatch.setenv("_REPLYCTL_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", " ".join(words))
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    with pytest.raises(SystemExit):
        main([], Streams(io.BytesIO(), io.BytesIO(), io.BytesIO(), False, False, False))
    return capsys.readouterr().out.split()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("compose --lang ", ["en", "he", "zh"]),
        ("compose damaged-item --set o", ["order="]),
        ("compose damaged-item --set parts.", ["parts.replacement=", "parts.review=", "parts.keeps="]),
        ("compose --blank --set te", ["text="]),
        ("compose nosuch --set customer.n", ["customer.name="]),
        ("compose damaged-item --with r", ["replacement", "review"]),
        ("compose --without s", ["signature"]),
        ("lint --select vague-", ["vague-apology", "vague-time"]),
        ("lint --ignore slang,apo", ["slang,apology"]),
        ("rules vague-t", ["vague-time"]),
        ("config set agent.n", ["agent.name"]),
        ("config unset keep", ["keep_days"]),
        ("compose damaged-item -f e", ["eml"]),
        ("compose --tone f", ["formal"]),
    ],
)
def test_words_are_offered_that_fit(
    line: str, words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert offered(line, monkeypatch, capsys) == words
