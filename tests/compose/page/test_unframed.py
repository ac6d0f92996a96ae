"""A text that greets or signs off itself is framed once."""

from __future__ import annotations

import pytest
from making import snippet, start

from replyctl.compose.reply import Reply


def typed(text: str, language: str = "en", **keys: object) -> Reply:
    sets = {"customer.name": "Diane Smith", "subject": "Lamp", "text": text}
    return start(blank=True, sets=sets, language=language, **keys).reply()


TOLD = "the text has its own {}, so replyctl leaves its own out"


def test_a_pasted_letter_is_greeted_and_signed_once() -> None:
    reply = typed("Dear Diane,\n\nYour vase arrives on Friday.\n\nBest,\nDana")

    assert reply.body == (
        "Dear Diane,\n\nMy name is Dana Levi, and I work in Customer Support at HomeWorks.\n\n"
        "Your vase arrives on Friday.\n\n"
        "If there is anything else I can help with, just reply to this e-mail or reach me at help@homeworks.example.\n\n"
        "Best,\nDana\nCustomer Support\nHomeWorks\nhelp@homeworks.example\n"
    )
    assert reply.notices == (TOLD.format("greeting and sign-off"),)


@pytest.mark.parametrize(
    ("language", "text", "first", "told"),
    [
        ("en", "Hi Diane,\n\nyour vase is here.", "Hi Diane,\n\nyour vase is here.", "greeting"),
        ("en", "Hi Diane, your vase is here.", "Hi Diane, your vase is here.", "greeting"),
        ("en", "Diane,\n\nYour vase is here.", "Diane,\n\nMy name is", "greeting"),
        ("zh", "王女士，您好：\n\n花瓶到了。", "王女士，您好：\n\n我是", "greeting"),
        ("he", "שלום דיאן,\n\nהאגרטל הגיע.", "שלום דיאן,\n\nשמי", "greeting"),
        ("he", "האגרטל הגיע.\n\nבברכה,\nדנה", "שלום Diane,\n\nשמי", "sign-off"),
        ("zh", "花瓶到了。\n\n此致\n敬礼\n李娜", "Diane，您好：\n\n我是", "sign-off"),
    ],
)
def test_in_each_language_its_own_greeting_or_sign_off_counts(language: str, text: str, first: str, told: str) -> None:
    reply = typed(text, language)

    assert reply.body.startswith(first)
    assert reply.notices == (TOLD.format(told),)


def test_a_signature_of_more_than_the_name_is_left_as_it_is() -> None:
    assert typed("It is here.\n\nCheers,\nDana\nThe Lamp Desk\n03-5550100").body.endswith(
        "\n\nCheers,\nDana\nThe Lamp Desk\n03-5550100\n"
    )


@pytest.mark.parametrize(
    "text", ["It is here.", "Thank you for the photos.\n\nBest regards to your dog too.", "Hi Diane,"]
)
def test_what_is_no_letter_is_framed_as_ever(text: str) -> None:
    reply = typed(text)

    assert reply.body.startswith("Hi Diane,\n\nMy name is")
    assert reply.body.count("Kind regards,\nDana Levi") == 1
    assert not reply.notices


def test_a_snippet_that_greets_is_greeted_once_and_only_the_first_and_the_last_count() -> None:
    one = snippet("Hi {{ customer.name }},\n\nOne is here.\n\nBest,\nDana", name="one")
    two = snippet("Hello {{ customer.name }},\n\nTwo is here.\n\nKind regards,\nDana", name="two")

    body = start(one, two, sets={"customer.name": "Diane"}).reply().body

    assert body.startswith("Hi Diane,\n\nMy name is")
    assert "One is here.\n\nTwo is here.\n\nIf there" in body
    assert body.count("Hello") == body.count("Best,") == 0
    assert body.count("Kind regards,\nDana\nCustomer Support") == 1
