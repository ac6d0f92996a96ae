from __future__ import annotations

import pytest

from replyctl.compose.declared import Declared
from replyctl.errors import SnippetError
from replyctl.yamlfile import parse

HEAD = "text:\n  en:\n    subject: s\n    body: |\n      "


def looked_at(body: str, more: str = "", partials: dict[str, str] | None = None) -> list[tuple[str, str]]:
    look = Declared(parse(f"{HEAD}{body}\n{more}", "a.yaml", SnippetError))
    errors = [*look.templates(partials or {}), *look.unused()]
    return [(str(error), error.hint) for error in errors]


@pytest.mark.parametrize(
    ("body", "more", "said"),
    [
        ("{{ ordr }}", "fields: {order: {optional: true}}", "a.yaml:5:10: 'ordr' is not declared"),
        ("{{ parts.gfit }}", "parts: {gift: {}}", "a.yaml:5:10: 'parts.gfit' is not declared"),
        ("{{ customer.nmae }}", "", "a.yaml:5:10: 'customer.nmae' is not declared"),
        ("{{ agent.gender }}", "", "a.yaml:5:10: 'agent.gender' is not declared"),
        ("{{ links.help }}", "", "a.yaml:5:10: 'links.help' is not declared"),
        ("{{ 'a'|uper }}", "", "a.yaml:5:14: there is no filter or test 'uper'"),
        ("x {% if %}", "", "a.yaml:5:9: not a template"),
        ("x", "fields: {order: {}}", "a.yaml:6:10: the field 'order' is used nowhere"),
        ("x", "parts: {gift: {}}", "a.yaml:6:9: the part 'gift' is used nowhere"),
        ("{{ a }}", "fields: {a: {when: parts.no}}", "a.yaml:6:20: 'parts.no' is not declared"),
    ],
)
def test_what_does_not_fit_is_told_where_it_stands(body: str, more: str, said: str) -> None:
    assert any(message.startswith(said) for message, _ in looked_at(body, more)), looked_at(body, more)


@pytest.mark.parametrize(
    ("body", "more"),
    [
        ("{{ order }}", "fields: {order: {}}"),
        ("{% if parts.gift %}x{% endif %}", "parts: {gift: {}}"),
        ("{{ a }}", "fields: {a: {when: b}, b: {}}"),
        ("{{ customer.titled }} {{ customer.form(m='a', f='b', n='c') }}", ""),
        ("{{ links.help }}", "links: {help: https://shop.example}"),
        ("{{ partial(which) }}", "fields: {which: {}, other: {}}"),
    ],
)
def test_what_fits_passes(body: str, more: str) -> None:
    assert looked_at(body, more) == []


def test_that_a_field_is_checked_by_its_own_template_is_no_use_of_it() -> None:
    ((said, hint),) = looked_at("x", "fields: {a: {validate: '{{ a }}'}}")

    assert "the field 'a' is used nowhere" in said
    assert "{{ a }}" in hint


def test_a_partial_may_use_what_the_snippet_declares_and_nothing_else() -> None:
    body = "{{ partial('promise') }}"

    assert looked_at(body, "fields: {order: {}}", {"promise": "{{ order }}"}) == []
    ((said, _),) = looked_at(body, "", {"promise": "{{ order }}"})
    assert said == "a.yaml: the partial 'promise': 'order' is not declared"
