"""The values of every reply besides the snippet's fields: customer, agent, company, case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.errors import ValueRefused
from replyctl.library.snippet import Field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.language.salutation import Gender

GENDERED = ("customer.gender", "agent.gender")
NAMES = ("customer.name", "customer.given", "customer.family", "customer.preferred", "agent.name")
"""Values that name a person."""
WRITTEN_BY_CUSTOMER = ("case.incoming", "case.questions", "case.subject", "case.reply_subject")
_TEXT, _LONG, _FLAG = Field(), Field(type="multiline"), Field(type="bool")

KNOWN: Mapping[str, Field] = {
    "customer.name": _TEXT,
    "customer.title": _TEXT,
    "customer.given": _TEXT,
    "customer.family": _TEXT,
    "customer.preferred": _TEXT,
    "customer.gender": _TEXT,
    "customer.email": Field(type="email"),
    "agent.name": _TEXT,
    "agent.role": _TEXT,
    "agent.contact": _TEXT,
    "agent.gender": _TEXT,
    "company.name": _TEXT,
    "company.url": _TEXT,
    "case.order": _TEXT,
    "case.ticket": _TEXT,
    "case.subject": _TEXT,
    "case.reply_subject": _TEXT,
    "case.incoming": _LONG,
    "case.questions": Field(type="multi"),
    "case.received": _TEXT,
    "case.first_contact": _FLAG,
    "case.closed": _FLAG,
    "case.opted_in": _FLAG,
}
"""Fields by dotted name."""

ASKED = ("customer.name", "customer.email", "agent.name", "agent.role", "agent.contact", "company.name", "company.url")
"""Those that the agent is asked for; `questions` in each language's facts has the words."""

READ: Mapping[str, str] = {
    "name": "customer.name",
    "preferred": "customer.preferred",
    "title": "customer.title",
    "reply_to": "customer.email",
    "order": "case.order",
    "questions": "case.questions",
    "own_text": "case.incoming",
    "sent": "case.received",
    "subject": "case.subject",
    "reply_subject": "case.reply_subject",
}
"""Keys of `read -f json` and our names for them."""
PASSED = ("language", "angry", "auto", "attachments")
"""Keys of `read -f json` that are not used."""

_GENDERS: Mapping[str, Gender | None] = {
    "m": "m", "male": "m", "man": "m", "f": "f", "female": "f", "woman": "f", "n": None, "unknown": None,
}  # fmt: skip


def gender(text: str) -> Gender | None:
    """`m`, `f`, or None for `n`. ValueRefused."""
    try:
        return _GENDERS[text.casefold()]
    except KeyError:
        raise ValueRefused("write m, f, or n (unknown)") from None
