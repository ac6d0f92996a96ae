from __future__ import annotations

from typing import Any

from replyctl.language import load
from replyctl.text.cut import cut


def test_a_reply_is_told_into_its_parts(case: dict[str, Any]) -> None:
    piece = cut(case["text"], load(case["lang"]))
    zones = piece.zones
    found = {
        "greeting": piece.text[slice(*zones.greeting)],
        "closing": piece.text[slice(*zones.closing)],
        "signature": piece.text[zones.signature :],
        "items": [piece.text[slice(*item)].strip() for item in zones.items],
    }

    assert {name: part.strip() if isinstance(part, str) else part for name, part in found.items()} == {
        "greeting": case.get("greeting", ""),
        "closing": case.get("closing", ""),
        "signature": case.get("signature", ""),
        "items": case.get("items", []),
    }


def test_every_spot_is_in_one_zone() -> None:
    piece = cut("Hi Dana,\n\nTake these:\n- one\n\nThanks,\nNoa", load("en"))
    where = {word: piece.zone_of(piece.text.index(word)) for word in ("Hi", "Take", "one", "Thanks", "Noa")}

    assert where == {"Hi": "greeting", "Take": "body", "one": "list", "Thanks": "closing", "Noa": "signature"}
