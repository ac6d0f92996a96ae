from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from replyctl.config import Grammar
from replyctl.grammar.proofreader import Proofreader

if TYPE_CHECKING:
    from pathlib import Path

NOBODY = "http://127.0.0.1:9"


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLYCTL_STATE_DIR", str(tmp_path / "state"))


def test_a_server_that_does_not_answer_is_a_notice_and_the_next_engine_checks() -> None:
    pytest.importorskip("harper", reason="harper-py has no wheel for this platform")
    reader = Proofreader(Grammar(languagetool_url=NOBODY), "auto")

    assert [one.suggestions[0] for one in reader.check("This is a sentense.", [], "en")] == ["sentence"]
    assert reader.incomplete
    (notice,) = reader.notices()
    assert notice.startswith(f"LanguageTool at {NOBODY}: ")


def test_each_notice_is_told_once() -> None:
    reader = Proofreader(Grammar(), "harper")
    reader.check("שלום דנה.", [], "he")
    assert len(reader.notices()) == 1
    reader.check("תודה רבה.", [], "he")

    assert reader.notices() == []
    assert reader.incomplete


@pytest.mark.parametrize(
    ("wanted", "language", "said"),
    [
        ("harper", "he", "no engine knows Hebrew"),
        ("harper", "zh", "Harper knows English, not 'zh'"),
        ("auto", "zh-Hant", "beyond a short list in 'zh'"),
        ("languagetool", "en", "no LanguageTool server runs"),
    ],
)
def test_what_was_not_checked_is_told_with_the_reason(wanted: str, language: str, said: str) -> None:
    reader = Proofreader(Grammar(), wanted)  # type: ignore[arg-type] # parametrised

    assert reader.check("Some text.", [], language) == []
    assert said in reader.notices()[0]


def test_a_rule_that_the_team_does_not_want_says_nothing() -> None:
    pytest.importorskip("harper", reason="harper-py has no wheel for this platform")
    text = "This is a sentense."
    (found,) = Proofreader(Grammar(), "harper").check(text, [], "en")

    assert Proofreader(Grammar(ignore=(found.rule,)), "harper").check(text, [], "en") == []


@pytest.mark.parametrize(("text", "language"), [("", "en"), (" \n", "en"), ("Xyz.", "und")])
def test_an_empty_text_and_one_in_no_known_language_need_no_notice(text: str, language: str) -> None:
    reader = Proofreader(Grammar(), "harper")

    assert reader.check(text, [], language) == []
    assert reader.notices() == []
    assert not reader.incomplete
