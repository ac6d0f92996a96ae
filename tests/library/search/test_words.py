from __future__ import annotations

import pytest

from replyctl.library.search.words import indexed, trigrams, words


@pytest.mark.parametrize(
    ("text", "looked_for", "stands_there"),
    [
        ("Résumé HW-659", "resume hw 659", "resume hw 659"),
        ("我的订单", "我的 的订 订单", "我的 的订 订单 单"),
        ("单", "单", "单"),
        ("ההחזר שלי", "ההחזר שלי", "ההחזר ההח החז חזר שלי"),
        ("…!", "", ""),
    ],
)
def test_words_are_looked_for_and_their_pieces_stand_in_the_index(
    text: str, looked_for: str, stands_there: str
) -> None:
    assert " ".join(words(text)) == looked_for
    assert indexed(text) == stands_there


def test_only_a_script_without_capitals_has_trigrams() -> None:
    assert trigrams("refund") == trigrams("éclair") == trigrams("של") == []
    assert trigrams("החזר") == ["החז", "חזר"]
