from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from replyctl.errors import DataError
from replyctl.lint.context import Attachment, Context


def test_a_whole_context_is_read() -> None:
    context = Context.of(
        {
            "language": "he",
            "customer": {"name": "Dana Levi", "title": "Dr", "email": "dana@shop.example"},
            "agent": "Noa",
            "company": {"name": "HomeWorks"},
            "order": 659,
            "intent": "refusal",
            "first_contact": False,
            "attachments": ["a.pdf", {"name": "b.pdf", "size": 2000}, {}],
            "received": "2026-11-20",
            "now": "2026-11-25T09:30",
        }
    )

    assert (context.customer.title, context.agent.name, context.company) == ("Dr", "Noa", "HomeWorks")
    assert (context.order, context.intent, context.first_contact) == ("659", "refusal", False)
    assert context.attachments == (Attachment("a.pdf"), Attachment("b.pdf", 2000), Attachment(""))
    assert context.received == datetime.fromisoformat("2026-11-20")
    assert context.now == datetime.fromisoformat("2026-11-25T09:30")


def test_what_is_not_known_is_not_taken_for_nothing() -> None:
    assert Context.of({}).attachments is None
    assert Context.of({"attachments": []}).attachments == ()
    assert Context.of({"customer": None, "now": None}) == Context()


def test_unknown_keys_are_passed_over_and_named() -> None:
    assert Context.of({"mood": 1, "customer": {"shoe": 2}}).unknown == ("customer.shoe", "mood")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"customer": 5}, "customer must be an object"),
        ({"customer": {"name": True}}, "customer.name must be text"),
        ({"closed": "no"}, "closed must be true or false"),
        ({"now": "tomorrow"}, "now must be an ISO date"),
        ({"now": "2026-02-30"}, "now must be an ISO date"),
        ({"intent": "complain"}, "no intent 'complain'"),
        ({"no_questions": "Is it?"}, "no_questions must be a list"),
        ({"attachments": "a.pdf"}, "attachments must be a list"),
        ({"attachments": [{"size": "2 MB"}]}, "attachments.size must be a number of bytes"),
    ],
)
def test_a_value_of_the_wrong_shape_is_told_by_its_key(data: dict[str, Any], said: str) -> None:
    with pytest.raises(DataError) as told:
        Context.of(data)

    assert said in told.value.message


@pytest.mark.parametrize(
    ("data", "names"),
    [
        ({"customer": "Dana Levi"}, ("Dana Levi", "Dana", "Levi")),
        ({"customer": "van der Berg, J."}, ("J. van der Berg", "Berg")),
        ({"agent": {"name": "Noa", "company": "HomeWorks"}}, ("Noa", "HomeWorks")),
        ({"customer": "李明"}, ("李明",)),
        ({"customer": "דנה לוי"}, ("דנה לוי",)),
    ],
)
def test_names_are_masked_whole_and_by_their_capitalised_words(data: dict[str, Any], names: tuple[str, ...]) -> None:
    assert Context.of(data).names() == names
