from __future__ import annotations

import pytest

from replyctl.lint.context import Context
from replyctl.lint.draft import Draft
from replyctl.lint.given_draft import GivenDraft


@pytest.mark.parametrize(
    ("text", "body", "subject"),
    [
        ("Hi Dana,\n\nIt ships.", "Hi Dana,\n\nIt ships.", None),
        ("Subject: Your lamp\nTo: dana@shop.example\n\nHi,", "Hi,", "Your lamp"),
        ("To: dana@shop.example\n\nHi,", "Hi,", ""),
        ("Subject:\n\nHi,", "Hi,", ""),
        ("\ufeffSUBJECT: 您的台灯\r\n\r\n您好：", "您好：", "您的台灯"),
        ("Subject: המנורה שלך\n\nשלום,", "שלום,", "המנורה שלך"),
        ("Subject: Your\n lamp\n\nHi,", "Hi,", "Your\n lamp"),
        ("Subject: Your lamp", "", "Your lamp"),
        ("X-Priority: 1\n\nHi,", "Hi,", ""),
        ("Note: it ships.\n\nHi,", "Note: it ships.\n\nHi,", None),
        ("", "", None),
    ],
)
def test_a_header_block_is_told_from_a_text(text: str, body: str, subject: str | None) -> None:
    source = GivenDraft.of(text)

    assert text[slice(*source.body)] == body
    assert (None if source.subject is None else text[slice(*source.subject)]) == subject


@pytest.mark.parametrize(
    ("body", "code"),
    [("Hi Dana, the lamp ships today.", "en"), ("您好，台灯今天发货。", "zh"), ("שלום דנה, המנורה נשלחה.", "he")],
)
def test_a_draft_is_read_in_its_own_language_unless_one_is_given(body: str, code: str) -> None:
    assert Draft(body).language.code == code
    assert Draft(body, None, Context.of({"language": "en"})).language.code == "en"


@pytest.mark.parametrize(
    ("body", "language", "tag"),
    [
        ("您好，\n\n訂單已經寄出。", "zh", "zh-Hant"),
        ("您好，\n\n订单已经寄出。", "zh", "zh"),
        ("您好：", "zh-TW", "zh-Hant"),
        ("您好：", "zh-CN", "zh"),
        ("您好，陳先生的订单已经寄出。", None, "zh"),
        ("Hi Diane,\n\nYour order ships.", None, "en"),
    ],
)
def test_a_drafts_tag_tells_the_script(body: str, language: str | None, tag: str) -> None:
    assert Draft(body, context=Context(language=language)).tag == tag


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Hi Dana,\n\nIt ships today.\n\n> When does it ship?\n\nKind regards,\nNoa Bar", 7),
        ("您好：\n\n已发货。", 5),
        ("שלום דנה,\n\nנשלח היום.", 4),
    ],
)
def test_the_authors_own_words_are_counted(body: str, words: int) -> None:
    assert Draft(body).own_words == words


def test_a_refusal_is_one_by_its_intent_or_else_by_its_words() -> None:
    refusing = "Hi Dana,\n\nUnfortunately we are unable to refund the lamp."

    assert Draft(refusing).is_refusal
    assert not Draft(refusing, None, Context.of({"intent": "answer"})).is_refusal
    assert Draft("Hi Dana,\n\nIt ships.", None, Context.of({"intent": "refusal"})).is_refusal


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("Hi Dana,\n\nIt ships.", True),
        ("Hi there,\n\nIt ships.", False),
        ("李女士，您好：\n\n已发货。", True),
        ("לקוח יקר,\n\nנשלח.", False),
    ],
)
def test_a_greeting_calls_by_name_or_does_not(body: str, named: bool) -> None:
    assert Draft(body).addresses_by_name is named


def test_the_customers_questions_are_read_in_the_customers_language() -> None:
    draft = Draft("Hi Li,\n\nIt costs 49.90 EUR.", None, Context.of({"incoming": "你好，多少钱？", "language": "en"}))

    assert [one.status for one in draft.answers] == ["answered"]
    assert Draft("Hi Li,").answers == []


def test_secrets_of_the_reply_and_of_the_customers_mail_are_known() -> None:
    context = Context.of({"incoming": "The password is Maple77river.", "language": "en"})

    secrets = Draft("Card 4111111111111111 it is.", None, context).secrets

    assert secrets.hide("4111111111111111, Maple77river, HW-659") == "••••••••••••1111, ••••••••••••, HW-659"
