from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from replyctl.report.json import Json, dumps
from replyctl.report.protocol import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.report.checked import Checked


def test_a_run_is_one_array_with_drafts_and_errors_in_order(check: Callable[..., Checked]) -> None:
    report = Json(Style())
    printed = [report.head, report.draft(check("Hi,\n\nthx\n\nRegards,")), report.error({"path": "b", "error": "gone"})]
    array = json.loads("".join(printed) + report.tail)

    assert [sorted(one) for one in array] == [["language", "path", "problems"], ["error", "path"]]
    assert array[0]["problems"][0]["text"] == "thx"


def test_a_run_without_drafts_is_an_empty_array() -> None:
    report = Json(Style())

    assert json.loads(report.head + report.tail) == []


@pytest.mark.parametrize("char", ["\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u2028", "\ud800"])
def test_what_a_terminal_obeys_or_utf8_cannot_hold_is_escaped(char: str) -> None:
    printed = dumps({"text": f"a{char}b"})

    assert char not in printed
    assert json.loads(printed) == {"text": f"a{char}b"}


@pytest.mark.parametrize("text", ["שלום", "您好", "café 🙂", "\u200f"])
def test_words_of_every_language_stay_readable(text: str) -> None:
    assert text in dumps({"text": text})
