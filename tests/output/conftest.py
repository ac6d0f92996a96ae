"""Replies to write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from replyctl.compose.reply import Reply

Make = Callable[..., Reply]


@pytest.fixture(scope="session")
def make() -> Make:
    def reply(body: str = "Hello Diane,\n\nAll is well.\n", subject: str = "Order HW-659", **others: Any) -> Reply:  # noqa: ANN401 - any field of a reply
        customer = {"name": others.pop("name", "Diane"), "email": others.pop("email", "diane@customer.example")}
        agent = {"name": others.pop("agent", "Dana Levi"), "contact": others.pop("contact", "support@shop.example")}
        given: dict[str, Any] = {
            "language": "en",
            "direction": "ltr",
            "tone": "casual",
            "kind": "answer",
            "snippets": ("a",),
            "values": {},
            "approved": (),
            "attachments": (),
            "context": {"customer": customer, "agent": agent},
        }
        return Reply(subject=subject, body=body, **given | others)

    return reply
