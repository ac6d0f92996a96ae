from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from making import NOW, snippet, start

from replyctl.compose.page.lint_context import context_of
from replyctl.compose.values.read_values import read_all
from replyctl.library.attached_file import AttachedFile
from replyctl.library.snippet import Field
from replyctl.lint.context import Context


def known(data: dict[str, Any] | None = None, **keys: Any) -> dict[str, Any]:  # noqa: ANN401 - what a composition takes
    made = start(snippet("{{ order }}", fields={"order": Field(type="order")}), data=data or {}, **keys)
    return dict(context_of(made.plan, read_all(made.plan)))


def test_lint_knows_what_compose_knows_and_takes_all_of_it() -> None:
    context = known(
        {
            "customer": {"name": "Dr. Dana Levi", "email": "dana@shop.example"},
            "order": "HW-1",
            "own_text": "Where is it?",
        }
    )

    assert context["customer"] == {"name": "Dana Levi", "title": "Dr.", "email": "dana@shop.example"}
    assert context["agent"]["name"] == "Dana Levi"
    assert (context["order"], context["incoming"], context["now"]) == ("HW-1", "Where is it?", NOW.isoformat())
    assert Context.of(context).unknown == ()


def test_what_is_not_known_is_left_out() -> None:
    context = known()

    assert not {"customer", "order", "incoming", "closed", "received"} & set(context)
    assert context["attachments"] == []
    assert context["language"] == "en"


@pytest.mark.parametrize(
    ("customer", "gender"),
    [({"name": "Ms. Levi"}, "f"), ({"name": "Dana Levi"}, None), ({"name": "דנה", "gender": "m"}, "m")],
)
def test_a_gender_is_known_by_a_title_or_where_somebody_says_it(customer: dict[str, str], gender: str | None) -> None:
    assert known({"customer": customer})["customer"].get("gender") == gender


def test_a_refusal_among_several_snippets_makes_the_reply_one() -> None:
    made = start(snippet(name="one"), snippet(name="two", kind="refusal"))

    assert context_of(made.plan, read_all(made.plan))["intent"] == "refusal"
    attached = replace(made.plan, attachments=(AttachedFile("a.pdf"), AttachedFile("b.pdf", "/b.pdf", 9)))
    files = context_of(attached, read_all(made.plan))["attachments"]
    assert files == [{"name": "a.pdf"}, {"name": "b.pdf", "size": 9}]
