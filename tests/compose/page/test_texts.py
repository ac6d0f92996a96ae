"""Texts put together know of each other: what was thanked for, how to answer, what was promised."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from making import FRAME, SETTINGS, snippet, start

from replyctl.compose.composition import Composition
from replyctl.compose.reply import Reply
from replyctl.compose.start import Start
from replyctl.library.find import Library
from replyctl.library.snippet import Snippet

OPENER = "{% if case.opens %}Thanks for the photos. {% endif %}"
SHIPPED = Library.open([])


def test_a_text_that_is_not_the_first_has_an_opener_of_its_own() -> None:
    one, two = (snippet(f"{OPENER}{name} is here.", name=name) for name in ("One", "Two"))

    assert start(one, two, without=FRAME).reply().body == "Thanks for the photos. One is here.\n\nTwo is here.\n"


def test_a_text_sees_whether_it_was_thanked_and_whether_the_mail_can_be_answered() -> None:
    seen = snippet("{{ case.thanked }} {{ case.invited }}", name="seen")

    def after(text: str) -> str:
        return start(snippet(text, name="one"), seen, without=FRAME).reply().body.rpartition("\n\n")[2].strip()

    assert start(seen, without=FRAME).reply().body == "no no\n"
    assert after("It is here.") == "no no"
    assert after("Thank you for the photos.") == "yes no"
    assert after("Please reply to this e-mail.") == "no yes"


@pytest.mark.parametrize(
    ("language", "thanks", "reopening"),
    [
        ("en", "Thank you for the photos.", "Thank you for getting back to us."),
        ("zh", "感谢您发来的照片。", "感谢您的回复。"),
        ("he", "תודה על התמונות.", "תודה על התשובה להודעה שלנו."),
    ],
)
def test_a_second_mail_thanks_once(language: str, thanks: str, reopening: str) -> None:
    def body(text: str) -> str:
        made = start(snippet(text), language=language, data={"case": {"first_contact": False}})
        return made.reply().body

    word = thanks[:2] if language == "zh" else thanks.split(maxsplit=1)[0]
    assert reopening in body("HW-1.")
    assert reopening not in body(thanks)
    assert body("HW-1.").count(word) == body(thanks).count(word) == 1


@pytest.mark.parametrize(
    ("language", "answer", "offer"),
    [
        ("en", "reply to this e-mail", "anything else I can help with"),
        ("zh", "回复这封邮件", "还有其他问题"),
        ("he", "להשיב למייל הזה", "אשמח לעזור גם בכל עניין אחר"),
    ],
)
def test_how_to_answer_is_said_once_and_help_is_offered_all_the_same(language: str, answer: str, offer: str) -> None:
    said = {"en": f"If it is late, {answer}.", "zh": f"如果太晚，请{answer}。", "he": f"אם זה מאוחר, אפשר {answer}."}
    body = start(snippet(said[language]), language=language).reply().body

    assert body.count(answer) == 1
    assert offer in body


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        ("The money will be in your account within 48 hours.", "The refund will arrive by Monday, 30 November 2026.", True),
        ("The money will be there within 48 hours.", "Your refund arrives within 48 hours.", False),
        ("The money will be there within 48 hours.", "Your parcel will arrive on Monday.", False),
        ("The money will be there within 48 hours.", "If it is late, I will refund it within one week.", False),
        ("The refund of last week took 48 hours.", "The money will be there on Monday.", False),
    ],
)  # fmt: skip
def test_two_texts_that_promise_the_same_thing_for_two_times_are_told(one: str, two: str, told: bool) -> None:
    reply = start(snippet(one, name="one"), snippet(two, name="two"), without=FRAME).reply()

    assert any("one and two promise differently" in notice for notice in reply.notices) is told


def together(one: Snippet, two: Snippet, language: str) -> Reply:
    examples: tuple[dict[str, Any], dict[str, Any]] = (two.examples[language][0], one.examples[language][0])
    data = {**examples[0], **examples[1], "agent": {}}
    data["parts"] = {**examples[0].get("parts", {}), **examples[1].get("parts", {})}
    begun = Start(snippets=(one.name, two.name), data=data, language=language)
    now = datetime.fromisoformat("2027-11-08T10:00:00+02:00")
    return Composition.start(begun, [one, two], SETTINGS, now=now, library=SHIPPED).reply()


@pytest.mark.parametrize("language", ["en", "zh", "he"])
def test_a_damaged_item_and_an_approved_refund_promise_the_money_for_one_day(language: str) -> None:
    reply = together(SHIPPED.get("damaged-item"), SHIPPED.get("refund-approved"), language)

    assert reply.notices == ()
    assert "48" not in reply.body
