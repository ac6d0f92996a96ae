from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from replyctl import config
from replyctl.desk.checker import check_snippet
from replyctl.desk.golden import Stage
from replyctl.desk.skeleton import KINDS, Outline, fields_of, skeleton, slug
from replyctl.desk.targets import Target
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
def test_whatever_it_is_made_of_only_its_text_is_still_to_be_written(outline: Outline) -> None:
    content = skeleton(outline)
    target = Target(Path("a.yaml"), (Layer.shipped(),))

    def found(text: str) -> list[tuple[str, str]]:
        problems, notice = check_snippet(target, text.encode(), Stage.of(config.Settings()))
        assert notice.startswith("no example in ")  # its comments show how to write one
        return [(one.rule, one.text) for _, one in problems]

    assert found(content) == [("placeholder", "TODO")] * len(outline.languages)
    assert found(content.replace("TODO: ", "")) == []


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
