"""Which names there are: see also cases/templates.yaml."""

from __future__ import annotations

import pytest

from replyctl.library.declared_names import DeclaredNames
from replyctl.template.used_names import Use

NAMES = DeclaredNames.of(
    {
        "fields": {"order": {"type": "order"}, "due": {"type": "date"}, "fault": None},
        "parts": {"call": {}},
        "links": {"help": "https://example.com"},
    }
)


@pytest.mark.parametrize(
    "use",
    [
        Use("order", 0, "printed"),
        Use("fault.upper", 0, "called"),
        Use("parts.call", 0),
        Use("links.help", 0),
        Use("customer", 0),
        Use("customer.titled", 0),
        Use("agent.form", 0, "called"),
        Use("tone", 0),
        Use(".upper", 0, "called"),
        Use(".name", 0),
        Use(".call", 0),
    ],
    ids=lambda use: use.name,
)
def test_what_there_is_may_be_named(use: Use) -> None:
    assert NAMES.wrong(use) is None


@pytest.mark.parametrize(
    ("use", "message", "hint"),
    [
        (Use("ordr", 3), "'ordr' is not declared", "did you mean 'order'?"),
        (Use("call", 3), "'call' is not declared", "did you mean 'parts.call'?"),
        (Use("help", 3), "'help' is not declared", "did you mean 'links.help'?"),
        (Use("parts.order", 3), "'parts.order' is not declared", "did you mean 'order'?"),
        (Use("part.call", 3), "'part.call' is not declared", "did you mean 'parts.call'?"),
        (Use("custmer.name", 3), "'custmer.name' is not declared", "did you mean 'customer.name'?"),
        (Use("partal", 3, "called"), "'partal' is not declared", "did you mean 'partial'?"),
        (Use("form", 3, "called"), "'form' is not declared", "did you mean 'customer.form'?"),
        (Use("first_name", 3), "'first_name' is not declared", "customer.given"),
        (Use("xyzzy", 3), "'xyzzy' is not declared", "declare it under 'fields'"),
        (Use("parts.xyzzy", 3), "'parts.xyzzy' is not declared", "declare 'xyzzy' under 'parts'"),
        (Use("case.xyzzy", 3), "'case.xyzzy' is not declared", "known: case.order, "),
        (Use("agent.gender", 3), "'agent.gender' is not declared", "agent.form(m=…, f=…, n=…)"),
        (Use("due.day", 3), "'due.day' does not exist", ""),
        (Use("order.lenght", 3), "'order.lenght' does not exist", ""),
        (Use("order.upper", 3), "'order.upper' must be called", "write order.upper()"),
        (Use(".upper", 3, "printed"), "'.upper' must be called", "write .upper()"),
        (Use(".lowr", 3, "called"), "no value has an attribute 'lowr'", "did you mean 'lower'?"),
        (Use("customer", 3, "printed"), "'customer' holds several values", "customer.name"),
        (Use("agent.form", 3), "'agent.form' must be called", "agent.form(m=…, f=…, n=…)"),
        (Use("order", 3, "called"), "'order' cannot be called", "write order"),
        (Use("contact.name", 3), "'contact.name' is a placeholder of Chatwoot", "customer.name"),
    ],
)
def test_what_there_is_not_is_told_with_what_was_meant(use: Use, message: str, hint: str) -> None:
    wrong = NAMES.wrong(use)

    assert wrong is not None
    assert wrong.at == 3
    assert wrong.message.startswith(message)
    assert hint in wrong.hint


@pytest.mark.parametrize("data", [{}, {"fields": [], "parts": "x"}, {"fields": {"a": "b"}, "links": None}])
def test_of_a_file_that_holds_anything_what_can_be_read_is_known(data: dict[str, object]) -> None:
    assert DeclaredNames.of(data).wrong(Use("customer.name", 0)) is None
