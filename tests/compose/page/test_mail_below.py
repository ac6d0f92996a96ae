from __future__ import annotations

import pytest
from making import snippet, start

from replyctl.language import load
from replyctl.mail.case import CustomerCase
from replyctl.mail.quote_tail import Tail
from replyctl.text.cut import cut

MAIL = CustomerCase(
    name="Diane Smith",
    reply_to="diane@mail.example",
    own_text="Hello,\n\nwhere is it?",
    sent="2026-11-24T09:00:00+02:00",
)


def below(language: str, **changes: str) -> str:
    made = start(snippet(), mail=MAIL._replace(**changes), quote=True, language=language).reply()
    return made.body.rpartition("homeworks.example\n\n")[2]


@pytest.mark.parametrize(
    ("language", "dated", "undated"),
    [
        ("en", "On Tuesday, 24 November 2026, Diane Smith wrote:", "Diane Smith wrote:"),
        ("zh", "2026 年 11 月 24 日星期二，Diane Smith 写道：", "Diane Smith 写道："),
        ("he", "בתאריך יום שלישי, 24 בנובמבר 2026, מאת Diane Smith:", "מאת Diane Smith:"),
    ],
)
def test_the_mail_stands_below_under_a_line_in_the_replys_language(language: str, dated: str, undated: str) -> None:
    assert below(language) == f"{dated}\n> Hello,\n>\n> where is it?\n"
    assert below(language, sent="").startswith(f"{undated}\n> Hello,")


@pytest.mark.parametrize("language", ["en", "zh", "he"])
def test_our_own_quote_is_read_as_one(language: str) -> None:
    body = start(snippet(), mail=MAIL, quote=True, language=language).reply().body

    assert "".join(Tail(body).own).endswith("help@homeworks.example")
    assert "where is it" not in " ".join(word for word in cut(body, load(language)).words)


def test_without_a_name_the_address_wrote_it() -> None:
    assert "diane@mail.example wrote:\n> Hello," in below("en", name="")


@pytest.mark.parametrize("start_", [{}, {"quote": True, "mail": CustomerCase(name="Diane")}])
def test_nothing_is_quoted_unasked_or_of_an_empty_mail(start_: dict[str, object]) -> None:
    made = start(snippet(), **{"mail": MAIL, **start_}).reply()

    assert ">" not in made.body


def test_in_traditional_chinese_the_line_is_too_and_what_was_written_stays() -> None:
    body = below("zh-Hant", name="陈志远", own_text="怎么还没到？")

    assert "，陈志远寫道：\n> 怎么还没到？" in body
