"""Placeholders of other systems: see also cases/templates.yaml."""

from __future__ import annotations

import pytest

from replyctl.library.foreign import advice, find, ours, system


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("ticket.requester.first_name", "customer.given"),
        ("ticket.requester.lastname", "customer.family"),
        ("ticket.requester.name", "customer.name"),
        ("ticket.name", "customer.name"),
        ("ticket.assignee.name", "agent.name"),
        ("current_user.first_name", "agent.name"),
        ("user.email", "agent.contact"),
        ("recipient.email", "customer.email"),
        ("ticket.id", "case.ticket"),
        ("conversation.number", "case.ticket"),
        ("ticket.title", "case.subject"),
        ("ticket.brand.name", "company.name"),
        ("helpdesk_name", "company.name"),
        ("ORDER_ID", "case.order"),
        ("FNAME", "customer.given"),
        ("customerName", "customer.name"),
        ("customer", "customer.name"),
        ("ticket.organization.name", ""),
        ("ticket.status", ""),
        ("customer.phone", ""),
    ],
)
def test_a_name_of_another_system_is_what_it_is_here(name: str, own: str) -> None:
    assert ours(name) == own


def test_a_name_belongs_to_the_system_that_has_the_longest_piece_of_it() -> None:
    assert system("ticket.requester.first_name") == "Zendesk"
    assert system("ticket.requester.firstname") == "Freshdesk"
    assert system("ticket.requester.tags") == "Zendesk or Freshdesk"
    assert system("order") == ""


def test_what_has_no_name_here_can_be_asked() -> None:
    assert "phone: {ask: …}" in advice("customer.phone")
    assert "partial('promise')" in advice("dc.promise")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a *|FNAME|* b", ["*|FNAME|*"]),
        ("{{#if a}}b{{else}}c{{/if}}", ["{{#if a}}", "{{else}}", "{{/if}}"]),
        ("{{{name}}} {{ name }}", ["{{{name}}}"]),
        ("{% raw %}${name}{% endraw %}{# %name% #}{{ '${name}' }}", []),
        ("${name} ${HOME} %PATH% %{http_code} [[1]] {0} {}", ["${name}"]),
        ("{{ name } %customer%", ["%customer%"]),
        ("Hi <%= @name %>, <% customer.name -%> 5 <% 6", ["<%= @name %>", "<% customer.name -%>"]),
        ("Hi {!Contact.FirstName}, {! no", ["{!Contact.FirstName}"]),
        ("%%first_name%% %first_name%% %%PATH%% 5%%", ["%%first_name%%"]),
        ("{% if customer.name %}{{ customer.name }}{% endif %}", []),
        ("שלום {name}，您好 «customer»", ["{name}", "«customer»"]),
    ],
)
def test_each_is_found_from_its_first_character_to_its_last(text: str, spans: list[str]) -> None:
    assert [text[one.start : one.end] for one in find(text)] == spans


def test_braces_around_a_field_are_meant_for_it() -> None:
    assert not find("{parcel}")
    assert find("{parcel}", ["parcel"])[0].mistake.hint.startswith("write {{ parcel }}")


def test_what_is_meant_as_it_stands_can_be_printed() -> None:
    (one,) = find("Write ${name} there.")
    shown = one.mistake.hint.partition("as it is, write ")[2]

    assert shown == '{{ "${name}" }}'
    assert not find(f"Write {shown} there.")
