"""What a language value may be, whoever wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from replyctl.errors import LanguageError
from replyctl.language import known, load


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("he_IL", "he-IL"),
        ("zh-hant", "zh-Hant"),
        ("ZH_HANT_tw", "zh-Hant-TW"),
        ("en-US-oxendict", "en-US-oxendict"),
        ("und", "und"),
    ],
)
def test_a_tag_has_one_spelling(written: str, spelt: str) -> None:
    assert known(written) == spelt
    assert load(written).code == spelt.partition("-")[0]


@pytest.mark.parametrize(
    "written",
    [
        "", " en", "en ", "fr", "e", "english", "en-", "en--US", "-en", "en-x", "en US", "en.yaml", "en\n", "en\0", "еn",
        "../language/en", "./en", "en/../he", "en-../x", "en-US/../x", "/dev/zero", "~/x", "C:\\x", "en" * 100, "x" * 10_000_000,
    ],
)  # fmt: skip
def test_what_is_no_tag_or_of_no_language_of_ours_is_refused(written: str) -> None:
    for read in (known, load):
        with pytest.raises(LanguageError) as told:
            read(written)
        assert len(str(told.value)) < 100


def test_a_path_to_a_file_that_is_there_is_no_language(tmp_path: Path) -> None:
    (tmp_path / "xx.yaml").write_text("code: xx\n")
    for written in (str(tmp_path / "xx"), "xx"):
        with pytest.raises(LanguageError):
            load(written)
