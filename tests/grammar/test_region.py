from __future__ import annotations

import pytest

from replyctl.grammar.engine import Finding
from replyctl.grammar.masked import Masked
from replyctl.grammar.region import REGIONS, in_region, regions

TEXT = "The colour of the sentense is fine."
KNOWN = {"en-US": {"color"}, "en-GB": {"colour"}, "en-AU": {"colour"}}


def check(dialect: str) -> list[Finding]:
    """An engine that knows one region's spelling, and no "sentense" in any."""
    found = [("colour", ("color",))] if "colour" not in KNOWN[dialect] else []
    found.append(("sentense", ("sentence",)))
    return [
        Finding(TEXT.index(word), TEXT.index(word) + len(word), "?", "R", "spelling", better) for word, better in found
    ]


@pytest.mark.parametrize(
    ("dialect", "words"),
    [("", ["sentense"]), ("en-GB", ["sentense"]), ("en-US", ["colour", "sentense"]), ("en-AU", ["sentense"])],
)
def test_what_is_right_in_one_region_is_wrong_only_where_another_is_written(dialect: str, words: list[str]) -> None:
    found = in_region(dialect, Masked(TEXT, []), check)

    assert [TEXT[one.start : one.end] for one in found] == words


def test_a_text_without_an_unknown_word_is_asked_about_once() -> None:
    asked: list[str] = []

    def grammar(dialect: str) -> list[Finding]:
        asked.append(dialect)
        return [Finding(0, 3, "?", "R", "grammar", ("A",))]

    assert len(in_region("", Masked(TEXT, []), grammar)) == 1
    assert len(asked) == 1


def test_without_a_dialect_all_regions_are_right() -> None:
    assert regions("") == REGIONS
    assert regions("en-AU") == ("en-AU",)
