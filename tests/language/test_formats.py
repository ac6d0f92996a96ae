from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.language.formats import Formats

LEAST = {
    "date": "full",
    "days": [["today"], ["tomorrow"]],
    "weekdays": [["monday", "mon"], ["tuesday"]],
    "currencies": {"€": "EUR"},
    "between": ", ",
    "last": " and ",
    "yes": ["yes", "y"],
    "no": ["no"],
}


def test_words_for_days_and_weekdays_are_known_by_their_number() -> None:
    formats = Formats.of(LEAST)

    assert formats.days == {"today": 0, "tomorrow": 1}
    assert formats.weekdays == {"monday": 0, "mon": 0, "tuesday": 1}
    assert formats.last_foreign == " and "


@pytest.mark.parametrize("key", sorted(LEAST))
def test_what_is_missing_is_named(key: str) -> None:
    with pytest.raises(KeyError, match=key):
        Formats.of({name: value for name, value in LEAST.items() if name != key})


@pytest.mark.parametrize(("code", "word", "day"), [("en", "friday", 4), ("zh", "周五", 4), ("he", "יום שישי", 4)])
def test_a_weekday_is_typed_in_each_language(code: str, word: str, day: int) -> None:
    salutation = load(code).salutation
    assert salutation is not None

    assert salutation.formats.weekdays[word] == day
