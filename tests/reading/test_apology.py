from __future__ import annotations

from typing import Any

from replyctl.language import load
from replyctl.reading.apology import apologies
from replyctl.text.cut import cut


def test_an_apology_is_heard_and_judged_by_what_it_names(case: dict[str, Any]) -> None:
    found = apologies(cut(case["text"], load(case["lang"])))

    assert ["specific" if apology.specific else "vague" for apology in found] == case["apologies"]
