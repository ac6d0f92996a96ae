"""Whether words of a text name somebody who is known."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.people.name import Name
from replyctl.reading.named import compared, stands_in


def test_words_in_another_script_are_not_compared() -> None:
    found = compared(["Diane", "Jones", "דנה"], Name.parse("Diane Smith"), load("en"), [])

    assert found == (["Diane", "Smith"], ["Diane", "Jones"], ["Jones"])


@pytest.mark.parametrize(
    ("text", "found"), [(["Dana", "here"], True), (["Noa", "here"], False), (["נועה"], None), ([], None)]
)
def test_a_name_stands_in_a_text_by_one_of_its_parts(text: list[str], found: bool | None) -> None:
    assert stands_in("Dana Levi", text, load("en")) is found
