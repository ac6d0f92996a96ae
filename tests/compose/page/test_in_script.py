"""Traditional Chinese: the snippet's own text, else the converted one, and nothing Simplified but names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from making import FRAME, SETTINGS, snippet, start

from replyctl.config.settings import Agent, Company
from replyctl.library.snippet import Field, Snippet, Text

SHOP = replace(SETTINGS, agent=Agent(name="李丽", role="客服主管"), company=Company(name="好家"))


def texts(**bodies: str) -> Snippet:
    made = {tag.replace("_", "-"): Text(subject=body, body=body) for tag, body in bodies.items()}
    return replace(snippet(fields={"a": Field(optional=True)}), text=made)


@pytest.mark.parametrize(
    ("language", "prints"),
    [
        ("zh", "软件的问题，请回复。"),
        ("zh-CN", "软件的问题，请回复。"),
        ("zh-Hant", "軟體的問題，請回覆。"),
        ("zh-TW", "軟體的問題，請回覆。"),
        ("zh-Hant-HK", "軟件的問題，請回覆。"),
        ("zh-HK", "軟件的問題，請回覆。"),
    ],
)
def test_each_region_reads_its_own_script_and_words(language: str, prints: str) -> None:
    made = start(texts(zh="软件的问题，请回复。"), language=language, without=FRAME)

    assert (made.reply().subject, made.reply().body) == (prints, f"{prints}\n")
    assert [notice for notice in made.plan.notices if "converted" in notice] == (
        [f"there is no text in {language}: the one in zh is converted by a dictionary"] if prints != "软件的问题，请回复。" else []
    )  # fmt: skip


@pytest.mark.parametrize(
    ("simplified", "taiwan", "hong_kong"),
    [
        ("会在两个工作日内核对并答复您", "會在兩個工作日內核對並答覆您", "會在兩個工作日內核對並答覆您"),
        ("我们的核心对手", "我們的核心對手", "我們的核心對手"),
        ("新台灯和这台设备", "新檯燈和這台裝置", "新台燈和這台設備"),
        ("请查看工单", "請查看案件", "請查看工單"),
        ("查看物流进度", "查詢物流進度", "查看物流進度"),
        ("隐私政策和聊天记录", "隱私權政策和聊天紀錄", "隱私政策和聊天記錄"),
        ("上门安装", "到府安裝", "到府安裝"),
        ("每年上门两次", "每年到府兩次", "每年上門兩次"),
    ],
)
def test_a_converted_text_has_the_words_of_shops_in_its_region(simplified: str, taiwan: str, hong_kong: str) -> None:
    for language, prints in (("zh-TW", taiwan), ("zh-Hant", taiwan), ("zh-HK", hong_kong)):
        made = start(texts(zh=f"{simplified}。"), language=language, without=FRAME)
        assert made.reply().body == f"{prints}。\n", language


@pytest.mark.parametrize(
    ("language", "closing"), [("zh", "此致\n敬礼！"), ("zh-TW", "敬祝\n順心！"), ("zh-HK", "此致\n敬禮！")]
)
def test_a_formal_reply_closes_as_people_there_write(language: str, closing: str) -> None:
    assert f"\n\n{closing}\n\n" in start(texts(zh="订单已发货。"), language=language, tone="formal").reply().body


@pytest.mark.parametrize("language", ["zh-TW", "zh-HK", "zh-Hant"])
def test_a_text_of_its_own_is_taken_as_it_is_and_nothing_is_told(language: str) -> None:
    made = start(texts(zh="软件", zh_Hant="電腦程式：{{ a }}"), language=language, without=FRAME, sets={"a": "开不了"})

    assert made.reply().body == "電腦程式：開不了\n"
    assert not made.plan.notices


def test_frame_and_values_follow_and_names_stay_as_people_write_them() -> None:
    made = start(
        texts(zh="关于{{ a }}的问题"), language="zh-TW", settings=SHOP, sets={"a": "软件", "customer.name": "陈丽女士"}
    )

    lines = made.reply().body.splitlines()
    assert lines[0] == "陈女士，您好："
    assert lines[2] == "我是好家客服主管李丽。"
    assert "關於軟體的問題" in lines
    assert "感謝您選擇好家。" in lines
    assert lines[-3:] == ["李丽", "客服主管", "好家"]


def test_what_the_customer_wrote_in_that_script_stays_as_it_is() -> None:
    made = start(texts(zh="您问：{{ a }}"), language="zh-TW", without=FRAME, sets={"a": "「檯燈」開不了嗎？"})

    assert made.reply().body == "您問：「檯燈」開不了嗎？\n"
