from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.language.formats import Formats


def test_words_for_days_and_weekdays_are_known_by_their_number() -> None:
    days = {
        "days": [["today"], ["tomorrow"]],
        "weekdays": [["monday", "mon"], ["tuesday"]],
    }
    printed = {"date": "full", "currencies": {"€": "EUR"}, "between": ", ", "last": " and ", "last_foreign": ""}
    formats = Formats.of({**days, **printed, "yes": ["yes", "y"], "no": ["no"]})

    assert formats.days == {"today": 0, "tomorrow": 1}
    assert formats.weekdays == {"monday": 0, "mon": 0, "tuesday": 1}
    assert formats.last_foreign == " and "


@pytest.mark.parametrize(("code", "word", "day"), [("en", "friday", 4), ("zh", "周五", 4), ("he", "יום שישי", 4)])
def test_a_weekday_is_typed_in_each_language(code: str, word: str, day: int) -> None:
    salutation = load(code).salutation
    assert salutation is not None

    assert salutation.formats.weekdays[word] == day
