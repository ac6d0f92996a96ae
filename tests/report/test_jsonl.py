from __future__ import annotations

import json
from typing import TYPE_CHECKING

from replyctl.report.jsonl import Jsonl
from replyctl.report.protocol import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.report.checked import Checked


def test_a_line_a_draft_whatever_the_draft_holds(check: Callable[..., Checked]) -> None:
    report = Jsonl(Style())
    printed = report.draft(check("Hi,\n\nthx\u2028\x85\n\nRegards,", name="a\nb.txt")) + report.error({"error": "gone"})
    rows = [json.loads(line) for line in printed.splitlines()]

    assert printed.count("\n") == len(rows) == 2
    assert rows[0]["path"] == "a\nb.txt"
    assert rows[1] == {"error": "gone"}
    assert (report.head, report.tail) == ("", "")
