"""The reply as an object."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from replyctl.compose.reply import Reply
from replyctl.library.attached_file import AttachedFile
from replyctl.library.field_types.value import Value
from replyctl.lint.problem import Problem, Severity
from replyctl.output import FORMATS

Make = Callable[..., Reply]


def test_every_field_is_there_with_where_it_came_from(make: Make) -> None:
    values = {
        "order": Value("HW-659", "set"),
        "due": Value(date(2026, 12, 1), "asked"),
        "parts.replacement": Value(True, "default"),
        "needed": Value(("photo", "חשבונית"), "data"),
    }
    problem = Problem("bare-thanks", Severity.SUGGESTION, "for what?")
    thread = {"cc": ("tom@mail.example",), "references": ("<one@mail.example>",)}
    files = (AttachedFile("a.pdf", "/a.pdf", 9),)
    shown = FORMATS["json"](make(values=values, attachments=files, **thread), problems=[problem])
    assert "חשבונית" in shown
    assert json.loads(shown) == {
        "subject": "Order HW-659",
        "body": "Hello Diane,\n\nAll is well.\n",
        "to": "diane@customer.example",
        "cc": ["tom@mail.example"],
        "references": ["<one@mail.example>"],
        "language": "en",
        "direction": "ltr",
        "tone": "casual",
        "kind": "answer",
        "snippets": ["a"],
        "values": {
            "order": {"value": "HW-659", "origin": "set"},
            "due": {"value": "2026-12-01", "origin": "asked"},
            "parts.replacement": {"value": True, "origin": "default"},
            "needed": {"value": ["photo", "חשבונית"], "origin": "data"},
        },
        "problems": [problem.as_dict()],
        "attachments": [{"name": "a.pdf", "size": 9}],
    }
