from __future__ import annotations

import json

import pytest

from replyctl.desk.own_salutation import own_salutation
from replyctl.errors import SnippetError
from replyctl.library.find import Library
from replyctl.yamlfile import parse


def found(tag: str, body: str) -> list[str]:
    tree = parse(json.dumps({"text": {tag: {"body": body}}}), "a.yaml", SnippetError)
    return [one.message for one in own_salutation(tree)]


@pytest.mark.parametrize(
    ("tag", "body", "told"),
    [
        ("en", "Hi {{ customer.name }},\n\nYour order is late.", ["a greeting in the body"]),
        (
            "en",
            "{% if tone == 'formal' %}Dear{% else %}Hi{% endif %} there,\n\nIt is late.",
            ["a greeting in the body"],
        ),
        ("en", "It is late.\n\nBest regards,\nDana", ["a sign-off in the body"]),
        ("en", "It is late.\n\n{{ agent.name }}", ["a signature in the body"]),
        ("zh", "您好：\n\n订单晚了。", ["a greeting in the body"]),
        ("he", "שלום רב,\n\nההזמנה מתעכבת.\n\nבברכה,\nדנה", ["a greeting in the body", "a sign-off in the body"]),
        ("zh", "您的订单 {{ order }} 已约好上门安装：\n\n请留意。", []),
        ("en", "Hello Fresh is late.\n\nThank you for waiting.", []),
        ("en", "Your order {{ order }}, as promised:\n\nIt is late.", []),
        ("xx", "Hi {{ customer.name }},", []),
    ],
)
def test_what_the_salutation_writes_is_found_in_a_body(tag: str, body: str, told: list[str]) -> None:
    assert found(tag, body) == told


def test_no_shipped_body_salutes() -> None:
    bodies = [(tag, text.body) for snippet in Library.open([]).all() for tag, text in snippet.text.items()]

    assert [body for tag, body in bodies if found(tag, body)] == []
