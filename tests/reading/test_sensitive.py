from __future__ import annotations

from typing import Any

from replyctl.language import load
from replyctl.reading.sensitive import sensitive
from replyctl.text.cut import cut


def test_what_must_not_stand_in_a_mail_is_found_and_named(case: dict[str, Any]) -> None:
    piece = cut(case["text"], load(case["lang"]))

    assert [[piece.text[start:end], what] for start, end, what in sensitive(piece)] == case["found"]
