from __future__ import annotations

from pathlib import Path

import pytest

from replyctl.errors import SnippetError
from replyctl.library.snippet_checks import check, check_name
from replyctl.yamlfile import parse


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("owner: ~", "1:8: '~' is not a value"),
        ("owner: null", "1:8: 'null' is not a value"),
        ('title: "a\\u202eb"', "1:8: an invisible character (U+202E)"),
        ('title: "a\\e[31mb"', "1:8: a control character (U+001B)"),
        ("fields: {order-date: {}}", "1:10: 'order-date' is not a name that templates can use"),
        ("fields: {customer: {}}", "1:10: 'customer' is a reserved name"),
        ("parts: {loop: {}}", "1:9: 'loop' is a reserved name"),
        ("text: {}", "1:1: there is no text in any language"),
        ("title: ' '", "1:8: 'title' is empty"),
        ("text: {he: {subject: ' ', body: x}}", "1:22: 'subject' is empty"),
        ('text: {en: {subject: "a\\nb", body: x}}', "1:22: the subject must be one line"),
        ("links: {help: ftp://shop.example}", "1:15: not a link"),
        ("links: {help: https://}", "1:15: not a link"),
        ("review_by: 2027-02-30", "1:12: '2027-02-30' is not a date"),
        ("review_by: 1.2.2027", "1:12: '1.2.2027' is not a date"),
        ("text: {en: a}\nexamples: {en: [{ordr: 1}]}\nfields: {order: {}}", "2:18: unknown key 'ordr'"),
        ("text: {en: a}\nexamples: {en: [{customer: Dana}]}", "2:28: 'customer' must be a mapping"),
        ("text: {en: a}\nexamples: {en: [{parts: {gift: true}}]}", "2:26: no part 'gift'"),
    ],
)
def test_what_types_cannot_say_is_told_where_it_stands(text: str, said: str) -> None:
    errors = [str(error) for error in check(parse(text, "a.yaml", SnippetError))]

    assert [one.removeprefix("a.yaml:") for one in errors] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "owner: 'null'",
        "links: {help: 'https://shop.example/a', mail: 'mailto:help@shop.example'}",
        "review_by: 2028-02-29",
        "fields: {order_date: {}}",
        "text: {en: a}\nexamples: {en: [{a: 1, customer: {name: 李}, parts: {b: true}}]}\nfields: {a: {}}\nparts: {b: {}}",
    ],
)
def test_what_makes_sense_passes(text: str) -> None:
    assert list(check(parse(text, "a.yaml", SnippetError))) == []


@pytest.mark.parametrize(
    ("stem", "hint"),
    [
        ("Order Delayed!", "rename it to order-delayed.yaml"),
        ("order_delayed", "order-delayed.yaml"),
        ("订单", "for example to order-delayed.yaml"),
    ],
)
def test_a_file_is_named_so_that_its_name_can_be_typed(stem: str, hint: str) -> None:
    with pytest.raises(SnippetError) as told:
        check_name(Path(f"/team/{stem}.yaml"))

    assert hint in told.value.hint
    check_name(Path("/team/order-2-delayed.yaml"))
