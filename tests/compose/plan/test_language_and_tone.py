from __future__ import annotations

from dataclasses import replace

import pytest
from making import SETTINGS, snippet

from replyctl.compose.plan.language_and_tone import language, tag_in, tone
from replyctl.errors import LanguageError, SnippetError, UsageError


@pytest.mark.parametrize(
    ("asked", "mail", "configured", "chosen"),
    [
        ("he", "zh", "en", "he"),
        (None, "zh", "he", "zh"),
        (None, None, "he", "he"),
        (None, None, "", "en"),
        (None, "fr", "he", "he"),
        (None, "zh-TW", "", "zh-TW"),
    ],
)
def test_a_language_is_asked_for_or_the_mails_or_configured(
    asked: str | None, mail: str | None, configured: str, chosen: str
) -> None:
    tag, missed = language([snippet()], asked, mail, replace(SETTINGS, language=configured))

    assert tag == chosen
    assert bool(missed) is (mail == "fr" and not asked)


def test_several_snippets_speak_one_language_or_none() -> None:
    english, chinese, both = (snippet(languages=codes) for codes in (("en",), ("zh",), ("zh", "en")))

    assert language([english, both], None, "zh", SETTINGS)[0] == "en"
    with pytest.raises(SnippetError, match="no language is common to"):
        language([english, chinese], None, None, SETTINGS)


def test_a_language_without_data_or_text_is_told_with_what_there_is() -> None:
    with pytest.raises(LanguageError):
        language([snippet()], "xx", None, SETTINGS)
    with pytest.raises(SnippetError) as told:
        tag_in(snippet(languages=("en", "he")), "zh")
    assert told.value.hint == "it has en, he"


@pytest.mark.parametrize(
    ("kinds", "asked", "configured", "chosen"),
    [
        (("answer",), "auto", "auto", "casual"),
        (("answer", "refusal"), "auto", "casual", "formal"),
        (("refusal",), "casual", "formal", "casual"),
        (("answer",), "auto", "formal", "formal"),
        (("answer",), "formal", "casual", "formal"),
        ((), "", "auto", "casual"),
    ],
)
def test_a_refusal_is_formal_unless_a_tone_is_asked_for(
    kinds: tuple[str, ...], asked: str, configured: str, chosen: str
) -> None:
    assert tone([snippet(kind=kind) for kind in kinds], asked, configured) == chosen


def test_a_tone_that_is_none_is_told() -> None:
    with pytest.raises(UsageError) as told:
        tone([], "loud", "auto")

    assert "casual, formal" in told.value.hint
