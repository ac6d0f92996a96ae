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
