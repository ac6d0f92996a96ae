"""The pieces around the text: who introduces themselves, how it closes, what is left out."""

from dataclasses import replace
from typing import Any

import pytest
from making import FRAME, SETTINGS, snippet, start

from replyctl.config.settings import Agent, Company, Settings, Wording
from replyctl.errors import MissingValues, UsageError


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "My name is Dana Levi, and I work in Customer Support at HomeWorks."),
        ("zh", "我是 HomeWorks 的 Dana Levi（Customer Support）。"),
        ("he", "שמי Dana Levi, Customer Support ב-HomeWorks."),
    ],
)
def test_the_agent_introduces_themselves_on_first_contact_only(language: str, text: str) -> None:
    first = start(snippet(), language=language).reply().body
    again = start(snippet(), language=language, data={"case": {"first_contact": False}}).reply().body
    forced = start(snippet(), language=language, sets={"case.first_contact": "no"}, with_=["introduction"]).reply().body

    assert first.split("\n\n")[1] == text
    assert text not in again
    assert again.split("\n\n")[1] != "Your order is on its way."
    assert forced == first


@pytest.mark.parametrize(
    ("language", "agent", "company", "text"),
    [
        ("en", Agent(name="Dana"), "HomeWorks", "I am Dana from HomeWorks."),
        ("en", Agent(name="Dana"), "", "My name is Dana."),
        ("en", Agent(name="Dana", role="Returns Manager"), "HomeWorks", "I am Dana, Returns Manager at HomeWorks."),
        ("en", Agent(name="Dana", role="Business Customers"), "HomeWorks",
         "My name is Dana, and I work in Business Customers at HomeWorks."),
        ("he", Agent(name="דנה"), "HomeWorks", "אני דנה מ-HomeWorks."),
        ("he", Agent(name="דנה"), "", "שמי דנה."),
        ("he", Agent(name="דנה", role="מנהלת שירות"), "HomeWorks", "שמי דנה, מנהלת שירות ב-HomeWorks."),
        ("he", Agent(name="דנה", role="הנהלת חשבונות"), "HomeWorks", "אני דנה ממחלקת הנהלת החשבונות של HomeWorks."),
        ("he", Agent(name="דנה", role="מוקד חיפה"), "HomeWorks", "אני דנה ממוקד חיפה ב-HomeWorks."),
        ("he", Agent(name="דנה", role="שירות לקוחות"), "", "אני דנה משירות הלקוחות."),
    ],
)  # fmt: skip
def test_the_agent_is_introduced_in_a_whole_sentence_whatever_the_role_is(
    language: str, agent: Agent, company: str, text: str
) -> None:
    settings = Settings(agent=agent, company=Company(name=company))

    assert start(snippet(), settings=settings, language=language).reply().body.split("\n\n")[1] == text


def test_a_follow_up_that_nobody_wrote_for_thanks_for_no_reply() -> None:
    made = start(snippet(kind="followup"), sets={"case.first_contact": "no"})

    assert "I am following up on our earlier e-mails." in made.reply().body


@pytest.mark.parametrize("language", ["en", "zh", "he"])
@pytest.mark.parametrize("tone", ["casual", "formal"])
@pytest.mark.parametrize(
    "agent", [Agent(name="Dana"), Agent(name="Dana", role="Returns"), Agent(name="Dana", contact="03-5550100")]
)
@pytest.mark.parametrize("company", [Company(), Company(name="HomeWorks")])
def test_whatever_is_known_reads_whole(language: str, tone: str, agent: Agent, company: Company) -> None:
    text = start(snippet(), settings=Settings(agent=agent, company=company), language=language, tone=tone).reply().body

    assert not any(hole in text for hole in ("  ", " ,", " .", ",.", "None", "（）", " \n", ":.", "{"))
    known = [value for value in (agent.name, agent.role, company.name, agent.contact) if value]
    assert text.rstrip("\n").split("\n")[-len(known) :] == known


def test_the_layout_is_one_block_after_the_other() -> None:
    made = start(snippet(), sets={"customer.name": "Diane"})

    assert made.reply().body == (
        "Hi Diane,\n\nMy name is Dana Levi, and I work in Customer Support at HomeWorks.\n\nYour order is on its way.\n\n"
        "If there is anything else I can help with, "
        "just reply to this e-mail or reach me at help@homeworks.example.\n\n"
        "Thank you for choosing HomeWorks.\n\n"
        "Kind regards,\nDana Levi\nCustomer Support\nHomeWorks\nhelp@homeworks.example\n"
    )


@pytest.mark.parametrize("piece", FRAME)
def test_each_piece_can_be_left_out(piece: str) -> None:
    whole, without = (start(snippet(), without=left).reply().body for left in ((), (piece,)))

    assert len(without) < len(whole)
    assert "\n\n\n" not in without
    assert "Your order is on its way." in without


def test_without_a_frame_the_agents_name_is_not_needed() -> None:
    assert start(snippet(), settings=Settings(), without=FRAME).reply().body == "Your order is on its way.\n"
    with pytest.raises(MissingValues) as told:
        start(snippet(), settings=Settings()).reply()
    assert told.value.missing == ("agent.name",)
    assert "config set agent.name" in told.value.hint


def test_a_part_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UsageError) as told:
        start(snippet(), without=["greting"])
    assert "greeting" in told.value.hint


@pytest.mark.parametrize(
    ("signature", "last"),
    [("external", "Kind regards,"), ("The HomeWorks team\nhomeworks.example", "homeworks.example")],
)
def test_the_signature_is_the_configured_one(signature: str, last: str) -> None:
    settings = replace(SETTINGS, signature=signature)

    assert start(snippet(), settings=settings).reply().body.endswith(f"\n{last}\n")
    forced = start(snippet(), settings=replace(SETTINGS, signature="external"), with_=["signature"]).reply().body
    assert forced.endswith("help@homeworks.example\n")


def test_the_tone_is_formal_for_a_refusal_unless_somebody_says_otherwise() -> None:
    casual: dict[str, Any] = {"settings": replace(SETTINGS, tone={"en": "casual"})}

    assert start(snippet(kind="refusal"), **casual).plan.tone == "formal"
    assert start(snippet(kind="refusal"), tone="casual").plan.tone == "casual"
    assert start(snippet(), settings=replace(SETTINGS, tone="formal")).plan.tone == "formal"
    assert start(snippet()).plan.tone == "casual"


def test_the_teams_own_words_replace_ours() -> None:
    own = Wording(
        greeting="Ahoy {{ customer.given }},",
        closing="{% if tone == 'formal' %}Fair winds,{% else %}Cheers,{% endif %}",
    )
    settings = replace(SETTINGS, salutation={"en": own})

    named = start(snippet(), settings=settings, sets={"customer.name": "Diane"}).reply().body
    unknown = start(snippet(), settings=settings, tone="formal").reply().body

    assert named.startswith("Ahoy Diane,\n\nMy name is")
    assert "\n\nCheers,\nDana Levi" in named
    assert unknown.startswith("Dear Customer,\n")
    assert "Fair winds," in unknown
    assert start(snippet(), settings=settings, language="he").reply().body.startswith("שלום רב,")
