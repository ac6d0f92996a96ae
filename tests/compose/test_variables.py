from __future__ import annotations

import pytest

from replyctl.compose.variables import variables
from replyctl.errors import TemplateError


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("It ships.", []),
        ("{{ order }}\n{{ order }}", ["order", "order"]),
        ("{{ customer.name }} {{ links['help'] }}", ["customer.name", "links.help"]),
        ("{% if parts.gift and not case.closed %}x{% endif %}", ["parts.gift", "case.closed"]),
        ("{% set a = b %}{{ a }}", ["b"]),
        ("{% for x in items %}{{ x }}{{ loop.index }}{% endfor %}", ["items"]),
        ("{% for x in range(3) %}{{ x }}{% endfor %}", []),
        ("{{ agent.form(m=a, f='b', n='c') }}", ["agent.form", "a"]),
        ("{{ items | join(between) }}", ["items", "between"]),
    ],
)
def test_a_template_names_what_it_needs(source: str, names: list[str]) -> None:
    assert sorted(use.name for use in variables(source).variables) == sorted(names)


def test_each_word_has_its_line() -> None:
    found = variables("one\n{{ a }}\n{{ b|nosuch }}\n{% if c is nosuch %}{% endif %}")

    assert [(use.name, use.line) for use in found.variables] == [("a", 2), ("b", 3), ("c", 4)]
    assert [(use.name, use.line) for use in found.unknown] == [("nosuch", 3), ("nosuch", 4)]
    assert "join" in found.filters
    assert not any(name.startswith("_") for name in found.filters)


@pytest.mark.parametrize(
    ("source", "partials", "by_variable"),
    [
        ("{{ partial('promise') }} {{ partial('promise') }}", ("promise",), False),
        ("{{ partial(which) }}", (), True),
        ("{{ partial() }}", (), True),
    ],
)
def test_partials_are_named_in_so_many_words_or_by_a_variable(
    source: str, partials: tuple[str, ...], by_variable: bool
) -> None:
    found = variables(source)

    assert (found.partials, found.any_partial) == (partials, by_variable)


def test_what_is_no_template_is_told() -> None:
    with pytest.raises(TemplateError):
        variables("{% if %}")
