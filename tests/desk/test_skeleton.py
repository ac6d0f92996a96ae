from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from replyctl import config
from replyctl.desk.checker import check_snippet
from replyctl.desk.golden import Stage
from replyctl.desk.skeleton import KINDS, Outline, fields_of, skeleton, slug
from replyctl.errors import ValueRefused
from replyctl.library.layer import Layer
from replyctl.library.snippet import Kind


@pytest.mark.parametrize(
    "outline",
    [
        Outline("Order delayed"),
        Outline('Order: delayed, # or "not"', "complaint", ("en", "zh", "he"), (("due", "date"), ("a_b", "multiline"))),
        Outline("no", "refusal", ("he",), ()),
        Outline("null"),
        Outline("ההזמנה מתעכבת", fields=(("price", "money"), ("many", "int"))),
    ],
)  # fmt: skip
def test_whatever_it_is_made_of_there_is_nothing_to_say_about_it(outline: Outline) -> None:
    content = skeleton(outline).encode()

    found, notice = check_snippet(Path("a.yaml"), content, (Layer.shipped(),), Stage.of(config.Settings()))

    assert found == []
    assert notice.startswith("no example in ")  # its comments show how to write one


def test_fields_are_read_as_they_are_typed() -> None:
    assert fields_of("order, due : date,what,") == (("order", "order"), ("due", "date"), ("what", "text"))
    for text in ("two words", "customer", "due: dat", "how: choice"):
        with pytest.raises(ValueRefused):
            fields_of(text)


def test_a_title_gives_a_name_where_it_has_letters_for_one() -> None:
    assert slug("Order #5 delayed!") == "order-5-delayed"
    assert slug("订单") == ""


def test_the_kinds_are_those_of_a_snippet() -> None:
    assert get_args(Kind) == KINDS
