from __future__ import annotations

import pytest

from replyctl.people.latin import is_initial, parts, turned


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Dana Levi", "Dana", "Levi"),
        ("Jan van der Berg", "Jan", "van der Berg"),
        ("van Gogh", "", "van Gogh"),
        ("de la Cruz", "", "de la Cruz"),
        ("dana levi", "dana", "levi"),
        ("J. Levi", "", "Levi"),
        ("J.R. Tolkien", "", "Tolkien"),
        ("Levi, Dana", "Dana", "Levi"),
        ("Dean Martin", "Dean", "Martin"),
        ("Mary Ann O'Neill", "Mary", "O'Neill"),
    ],
)
def test_a_name_has_a_given_and_a_family_part(name: str, given: str, family: str) -> None:
    assert parts(name) == (given, family)


@pytest.mark.parametrize(
    ("written", "said"), [("Levi, Dana", "Dana Levi"), ("van der Berg, Jan", "Jan van der Berg"), ("Dana", "Dana")]
)
def test_a_name_with_a_comma_is_said_the_other_way_round(written: str, said: str) -> None:
    assert turned(written) == said


@pytest.mark.parametrize(("word", "initial"), [("J", True), ("J.", True), ("J.R.", True), ("Jo", False), ("j", False)])
def test_nobody_is_called_by_an_initial(word: str, initial: bool) -> None:
    assert is_initial(word) is initial
