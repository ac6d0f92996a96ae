"""The shipped snippets, rendered with their examples: not one finding in any language that an engine covers."""

from __future__ import annotations

from datetime import datetime
from itertools import cycle
from typing import Any

import pytest

from replyctl.cli import reply_lint
from replyctl.compose.composition import Composition
from replyctl.compose.start import Start
from replyctl.config.settings import Agent, Company, Settings
from replyctl.grammar.engine import Engine
from replyctl.grammar.harper import Harper
from replyctl.grammar.languagetool import LanguageTool
from replyctl.library.find import Library
from replyctl.lint.proof import Proof

NOW = datetime.fromisoformat("2026-11-25T10:00:00+02:00")
SETTINGS = Settings(
    agent=Agent(name="Dana Levi", role="Customer Support", contact="help@homeworks.example"),
    company=Company(name="HomeWorks", url="https://www.homeworks.example"),
)
LIBRARY = Library.open([])
TONES: tuple[Any, ...] = ("casual", "formal")


def findings(engine: Engine | None, language: str) -> list[str]:
    found = []
    for snippet in LIBRARY.all():
        for example, tone in zip(snippet.examples.get(language, ()), cycle(TONES), strict=False):
            start = Start(snippets=(snippet.name,), data=example, language=language, tone=tone)
            made = Composition.start(start, [snippet], SETTINGS, now=NOW, library=LIBRARY)
            problems = reply_lint.problems(made.reply(), SETTINGS, Proof(engine))
            found += [
                f"{snippet.name}: {one.text} {one.message}" for one in problems if one.rule in {"spelling", "grammar"}
            ]
    return found


def test_harper_finds_nothing() -> None:
    pytest.importorskip("harper", reason="harper-py has no wheel for this platform")

    assert findings(Harper(), "en") == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_languagetool_finds_nothing(languagetool: LanguageTool, language: str) -> None:
    assert findings(languagetool, language) == []


@pytest.mark.parametrize("language", ["en", "zh", "he"])
def test_the_short_lists_find_nothing(language: str) -> None:
    assert findings(None, language) == []
