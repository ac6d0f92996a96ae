from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from replyctl.config import Grammar
from replyctl.grammar import proofreader
from replyctl.grammar.engine import EngineFailed, Finding
from replyctl.grammar.proofreader import Proofreader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from replyctl.text.masks import Mask

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
        ("harper", "he", "Harper knows English, not 'he'"),
        ("auto", "he", "LanguageTool does not know 'he'; Harper knows English, not 'he'"),
        ("harper", "zh", "Harper knows English, not 'zh'"),
        (
            "auto",
            "zh-Hant",
            "no running LanguageTool server knows 'zh'; `replyctl grammar start` starts LanguageTool",
        ),
        ("languagetool", "en", "no running LanguageTool server knows 'en'"),
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


ASKING = 8


class Fake:
    """An engine that fails, or answers, when all threads have asked it."""

    languages = ("en",)
    tells_language = False

    def __init__(self, label: str, *, fails: bool) -> None:
        self.label = label
        self.fails = fails
        self.asked = Barrier(ASKING)

    def warm(self) -> None: ...

    def check(self, text: str, _masks: Sequence[Mask], _language: str) -> list[Finding]:
        self.asked.wait(5)
        if self.fails:
            raise EngineFailed("it broke")
        return [Finding(0, len(text), "no", "R", "spelling")]


def test_threads_that_see_an_engine_fail_at_once_all_go_on_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(20):
        engines = [Fake("first", fails=True), Fake("second", fails=False)]
        monkeypatch.setattr(proofreader, "chosen", lambda *_, made=engines: iter(made))
        reader = Proofreader(Grammar(), "auto")
        with ThreadPoolExecutor(ASKING) as threads:
            found = list(threads.map(lambda number, to=reader: to.check(f"text {number}", [], "en"), range(ASKING)))

        assert [len(one) for one in found] == [1] * ASKING
        assert reader.notices() == ["first: it broke; spelling and grammar are checked without it"]
        engines[1].asked = Barrier(1)
        assert reader.check("later", [], "en")
