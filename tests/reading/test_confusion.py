"""Words taken for others: each told once, and a verb that disagrees only where a clause begins."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.confusion import confused
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Your parcel were lost.", ["_ was"]),
        ("The label of your parcel were lost.", []),
        ("They're concern-free.", []),
        ("It could of been sent.", ["could have been"]),
    ],
)
def test_what_is_confused_is_told_once(text: str, better: list[str]) -> None:
    assert [hit.value for hit in confused(cut(f"Hi Joan,\n\n{text}", load("en")))] == better
