from __future__ import annotations

from typing import Any

import pytest

from replyctl.language import load
from replyctl.people.titles import apart, look_up, others, without_titles

TABLES = [table for code in ("en", "zh", "he") if (table := load(code).salutation)]


def test_titles_come_off_before_behind_and_from_a_name(case: dict[str, Any]) -> None:
    own = load(case["lang"]).salutation
    titles, bare = without_titles(case["text"], [own, *TABLES] if own else TABLES)

    assert [[written, known and known.key] for written, known in titles] == case["titles"]
    assert bare == case["bare"]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Dr.", "dr"),
        ("Prof. Dr.", "prof"),
        ("PhD", "dr"),
        ('ד"ר', "dr"),
        ("女士", "ms"),
        ("Warden", None),
        ("Mr. and Mrs.", None),
        ("מר וגב'", None),
    ],
)
def test_a_title_in_a_place_of_its_own_is_known_or_kept(title: str, key: str | None) -> None:
    ((written, known),) = apart(title, TABLES)

    assert written == title
    assert (known and known.key) == key


def test_what_only_stands_behind_a_name_is_no_title_before_it() -> None:
    assert look_up("PhD", TABLES) is None
    assert look_up("PhD", TABLES, behind=True) is not None


def test_the_tables_of_other_languages_leave_out_the_names_own() -> None:
    assert len(list(others(["en"]))) == len(TABLES) - 1
