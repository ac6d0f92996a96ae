"""What nobody filled in, in a text and as a value."""

from __future__ import annotations

import time

import pytest

from replyctl.language import available, load
from replyctl.reading import merge_tags
from replyctl.reading.holes import holes, unfilled

EXAMPLES = [
    example
    for table in (merge_tags.SURE, merge_tags.NAMED, merge_tags.TOLD, merge_tags.FORMS, merge_tags.CROSSES)
    for example in table
]


def found(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in holes(text, load(language))]


BESIDE = {"X": " days", "XX": " per day", "某某": "先生", "TODO": ":"}
"""What stands behind an example that is a hole only there."""
OF_ONE_LANGUAGE = {"X": "en", "某某": "zh"}


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_example_of_each_notation_is_a_hole_in_every_language(example: str) -> None:
    own = OF_ONE_LANGUAGE.get(example)

    for language in (own,) if own else available():
        assert found(f"It is {example}{BESIDE.get(example, '')}", language) == [example.removesuffix("月")]


@pytest.mark.parametrize(
    ("value", "hole"),
    [
        ("{{ contact.name }}", "{{ contact.name }}"),
        ("HW-{{ id }}", "{{ id }}"),
        ("[X] days", "[X]"),
        ("$X.XX", "$X.XX"),
        ("DD/MM/YYYY", "DD/MM/YYYY"),
        ("todo", "todo"),
        ("xxx", "xxx"),
        ("____", "____"),
        ("???", "???"),
        ("null", "null"),
        ("Insert name here", "Insert name here"),
        ('"[Name]"', '"[Name]"'),
        ("https://shop.example/{{ id }}", "{{ id }}"),
        ("在此处填写日期", "在此处填写日期"),
        ("הכנס כאן שם", "הכנס כאן שם"),
    ],
)
def test_a_value_that_holds_a_hole_is_told_by_it(value: str, hole: str) -> None:
    assert unfilled(value) == hole.strip('"') or unfilled(value) == hole


@pytest.mark.parametrize(
    "value",
    [
        "HW-659",
        "T-shirt, size XXL",
        "none",
        "Invoice",
        "Order number",
        "Robert [Bob] Miller",
        "Null",
        "the tab [Settings]",
        'your page shows "{{ product.title }}"',
        "`{{ name }}` in the code",
        "https://shop.example/a%20b%E4%BD%A0%E5%A5%BD",
        "100% cotton, 50% off",
        "客户服务",
        "מספר 5",
    ],
)
def test_a_value_that_only_looks_so_is_one(value: str) -> None:
    assert unfilled(value) == ""


@pytest.mark.parametrize(
    "name", ["First Name", "Customer name", "FNAME", "fname", "Name", "客户姓名", "שם הלקוח", "שם פרטי"]
)
def test_the_name_of_a_name_is_no_name(name: str) -> None:
    assert unfilled(name, name=True) == name


@pytest.mark.parametrize(
    "name", ["Null", "null", "None", "Ann Frey", "Ms. None Suzuki", "Malcolm X", "王丽", "שם טוב לוי"]
)
def test_a_name_that_only_looks_like_nothing_is_not_filled_in_again(name: str) -> None:
    assert unfilled(name, name=True) == ""


@pytest.mark.parametrize(
    "unit",
    [
        "XXXX ",
        "x",
        "{{",
        "[",
        "<<",
        "«",
        "_",
        "＿",
        "某",
        "×",
        "[name] ",
        "`[name]` ",
        "X-",
        "(insert ",
        "DD/",
        "TODO\n",
    ],
)
def test_time_grows_with_the_text(unit: str) -> None:
    def seconds(times: int) -> float:
        begin = time.process_time()
        found(unit * times, "en")
        return time.process_time() - begin

    short, long = (min(seconds(times) for _ in range(5)) for times in (500, 4_000))

    assert long < 8 * 4 * max(short, 0.001)
