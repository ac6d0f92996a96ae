"""Names in three scripts, and how a reply greets their bearers."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from replyctl.language import load
from replyctl.people.name import Name

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "name.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["typed"] for case in CASES])
def test_a_name_is_taken_apart_and_nothing_is_guessed(case: dict[str, Any]) -> None:
    name = Name.parse(case["typed"])

    found = {
        "title": name.title_key,
        "given": name.given,
        "family": name.family,
        "full": name.full,
        "gender": name.gender,
    }
    assert {key: value for key, value in found.items() if value} == {k: v for k, v in case.items() if k != "typed"}
    assert name.raw.casefold() == case["typed"].casefold()


@pytest.mark.parametrize(
    ("typed", "title"), [("Dana Levi, PhD", "PhD"), ("Mr. and Mrs. Smith", "Mr. and Mrs."), ("ד״ר לוי", "ד״ר")]
)
def test_a_title_is_kept_as_it_was_written(typed: str, title: str) -> None:
    assert Name.parse(typed).title == title


@pytest.mark.parametrize(
    ("name", "title", "key", "family"),
    [
        ("Dana Levi", "Dr.", "dr", "Levi"),
        ("Levi", "Prof. Dr.", "prof", "Levi"),
        ("王丽", "女士", "ms", "王"),
        ("Levi", 'ד"ר', "dr", "Levi"),
        ("Levi", "Warden", "", "Levi"),
        ("Dr. Dana Levi", "Ms.", "dr", "Levi"),
    ],
)
def test_a_title_may_come_apart_from_the_name(name: str, title: str, key: str, family: str) -> None:
    parsed = Name.parse(name, title)

    assert (parsed.title_key, parsed.family) == (key, family)


@pytest.mark.parametrize(
    ("typed", "title", "said"),
    [
        ("陳志遠醫師", "", "陳醫師"),
        ("林大夫", "", "林大夫"),
        ("周副教授", "", "周教授"),
        ("王太太", "", "王太太"),
        ("Claire Martin", "Mme", "Martin女士"),
        ("史密斯", "先生", "史密斯先生"),
        ("安安爷爷", "", "安安爷爷"),
        ("鈴木一郎", "様", ""),
        ("김민수", "씨", ""),
    ],
)
def test_chinese_says_the_customers_own_word_for_a_title(typed: str, title: str, said: str) -> None:
    chinese = load("zh").salutation

    assert chinese is not None
    assert Name.parse(typed, title, "zh").titled(chinese, "zh") == said
