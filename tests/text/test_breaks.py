from __future__ import annotations

import pytest

from replyctl.text.breaks import broken
from replyctl.text.width import width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("No way to reach you: add a phone.", ["- No way to", "  reach you:", "  add a phone."]),
        ("您的台灯已经寄出，请查收。", ["- 您的台灯已经", "  寄出，请查", "  收。"]),
        ("ראו https://shop.example/help/returns", ["- ראו", "  https://shop.example/help/returns"]),
        ("", ["-"]),
    ],
)
def test_a_line_is_broken_between_words_or_chinese_characters_and_never_inside_a_link(
    text: str, lines: list[str]
) -> None:
    found = list(broken(text, 14, start="- ", hang="  "))

    assert found == lines
    assert all(width(line) <= 14 or "http" in line for line in found)
