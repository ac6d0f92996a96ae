"""Han and other letters stand apart in one way, whatever a value brings."""

from __future__ import annotations

import pytest
from making import body

from replyctl.library.snippet import Field


@pytest.mark.parametrize(
    ("template", "typed", "prints"),
    [
        ("您的订单{{ a }}已发货。", "HW-1", "您的订单 HW-1 已发货。"),
        ("您的订单 {{ a }} 已发货。", "HW-1", "您的订单 HW-1 已发货。"),
        ("您的 {{ a }} 已发货。", "台灯", "您的台灯已发货。"),
        ("需要{{ a }}小时。", "48", "需要 48 小时。"),
        ("已完成{{ a }}，谢谢。", "50%", "已完成 50%，谢谢。"),
        ("“{{ a }}”已发货。", "Lamp", "“Lamp”已发货。"),
        ("关于{{ a }}的情况", "我的iPhone坏了", "关于我的iPhone坏了的情况"),
    ],
)
def test_a_value_in_other_letters_has_a_blank_on_both_sides(template: str, typed: str, prints: str) -> None:
    assert body(template, {"a": Field()}, sets={"a": typed}, language="zh") == prints


def test_a_language_with_breaks_between_words_is_left_alone() -> None:
    assert body("订单{{ a }}", {"a": Field()}, sets={"a": "HW-1"}, language="en") == "订单HW-1"
