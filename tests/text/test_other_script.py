"""Traditional Chinese is read as Simplified in the same places, and told from it by its characters."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replyctl.language import load
from replyctl.text.other_script import is_asked_for, is_other, read, written

ZH = load("zh")
HAN = st.text(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF) | st.sampled_from("，。\n a隨身碟網路計程車資料")
)


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("請看著", "请看着"),
        ("著名的商品乾淨", "著名的商品干净"),
        ("請瞭解後天的頭髮", "请了解后天的头发"),
        ("簡訊會發到您的手機，請聯絡我們", "短信会发到您的手机，请联系我们"),
        ("請把資料與文件寄回，並查詢進度", "请把资料与文件寄回，并查询进度"),
        ("隨身碟裡的網路設定", "随身碟里的网路设定"),
        ("這裏有別的説明", "这里有别的说明"),
    ],
)
def test_words_of_the_other_script_are_read_where_they_stand(traditional: str, simplified: str) -> None:
    assert read(traditional, ZH) == simplified


@given(HAN)
def test_what_is_read_is_as_long_as_what_was_written(text: str) -> None:
    assert len(read(text, ZH)) == len(text)


@pytest.mark.parametrize(
    "text", ["您好", "李喆先生的订单已发货", "Dear Diane", "שלום", "请看《繁體字》一书的说明和订单"]
)
def test_a_text_in_the_first_script_is_known(text: str) -> None:
    assert not is_other(text, ZH)


@pytest.mark.parametrize("text", ["毋須補差額", "馬上", "我哋會喺星期五送到", "請問您的订单編號是"])
def test_a_text_in_the_other_script_is_known(text: str) -> None:
    assert is_other(text, ZH)


@pytest.mark.parametrize(
    ("tag", "asked"), [("zh-TW", True), ("zh-hk", True), ("zh_Hant", True), ("zh-Hant-MO", True), ("zh", False)]
)
def test_a_tag_asks_for_the_other_script_by_its_name_or_by_a_region(tag: str, *, asked: bool) -> None:
    assert is_asked_for(tag, ZH) == asked


def test_a_language_without_another_script_is_left_alone() -> None:
    assert read("儘快", load("en")) == "儘快"
    assert written("已经", load("en")) == "已经"
    assert not is_asked_for("en-TW", load("en"))


def test_the_converter_is_loaded_for_the_other_script_only() -> None:
    program = (
        "import sys; from replyctl.language import load; from replyctl.text.other_script import read; "
        "read('您好，李喆先生：订单已经发货。', load('zh')); print('opencc' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
