"""Sixty mails written and labelled by people who had seen only what `read` prints: how many it reads as they do.

A floor, field by field: the labels that it misses are told in tests/quality/README.md.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from replyctl.mail.message.intake import messages
from replyctl.mail.read import read

FOLDER = Path(__file__).parent / "first_look"
MAILS = 60
FLOOR = {
    **dict.fromkeys(("name", "preferred", "title", "reply_to", "order", "language", "own_text"), 60),
    **dict.fromkeys(("angry", "auto", "sent", "subject", "attachments"), 60),
    "questions": 57,
    "reply_subject": 56,
}
"""Of each field, how many of the mails' labels are met."""


@cache
def read_and_labelled() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """What is read of each mail, and its label."""
    labels = {path.parent: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*/labels.json"))}
    return [(_read(folder / label["file"]), label) for folder, labelled in labels.items() for label in labelled]


def _read(path: Path) -> dict[str, Any]:
    (raw,) = messages(path.read_bytes().splitlines(keepends=True))
    return read(raw).as_dict()


def plain(value: object) -> object:
    """For comparison: without blanks and directional marks, and with one nothing."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    return re.sub(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+", "", value) if isinstance(value, str) else value


@pytest.mark.parametrize("field", FLOOR)
def test_a_field_is_read_as_a_person_labelled_it(field: str) -> None:
    pairs = [(plain(found[field]), plain(label[field])) for found, label in read_and_labelled()]

    assert len(pairs) == MAILS
    assert sum(found == wanted for found, wanted in pairs) >= FLOOR[field]
