from __future__ import annotations

from typing import Any

import pytest

from replyctl.language import load
from replyctl.reading.greeted_titles import greeted_titles, known_title
from replyctl.text.cut import cut


def test_the_titles_of_a_greeting_have_one_key_in_all_languages(case: dict[str, Any]) -> None:
    piece = cut(case["text"], load(case["lang"]))

    assert sorted({title.key for title in greeted_titles(piece)}) == case["titles"]


@pytest.mark.parametrize(
    ("written", "code", "key"),
    [
        ("Dr", "en", "dr"),
        ("DR.", "en", "dr"),
        ("PhD", "en", "dr"),
        ('ד"ר', "he", "dr"),
        ("ד״ר", "en", "dr"),
        ("博士", "he", "dr"),
        ("Prof.", "zh", "prof"),
        ("Warden", "en", None),
    ],
)
def test_a_title_is_known_in_whatever_language_it_is_written(written: str, code: str, key: str | None) -> None:
    found = known_title(written, load(code))

    assert (found and found.key) == key
