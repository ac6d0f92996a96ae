from __future__ import annotations

import pytest

from replyctl.template.inspection import inspected


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("{{ order }} {{ parts['gift'] }} {{ a.b.c }}", ["order", "parts.gift", "a.b.c"]),
        ("{% set a = b %}{{ a }}{{ a.c }}", ["b", "b.c"]),
        ("{{ a }}{% set a = 1 %}", ["a"]),
        ("{% set a = a | upper %}{{ a }}{{ a.b }}", ["a", ".b"]),
        ("{% if b %}{% set a = 1 %}{% else %}{{ a }}{% endif %}{{ a }}", ["b", "a"]),
        ("{% if b %}{% elif c %}{% set a = 1 %}{% endif %}{{ a }}", ["b", "c"]),
        ("{% for a in b if a %}{{ a }}{{ loop.index }}{% set c = a %}{{ c }}{% endfor %}", ["b"]),
        ("{% for a in b %}{% endfor %}{{ a }}{{ loop.index }}", ["b", "a", "loop.index"]),
        ("{% for a in b %}{% else %}{{ a }}{% endfor %}", ["b", "a"]),
        ("{% for a, c in b %}{{ a }}{{ c }}{{ d }}{% endfor %}", ["b", "d"]),
        ("{% for a in b %}{{ c }}{% set c = a %}{% endfor %}", ["b", "c"]),
        ("{{ a.split()[0].upper() }}{{ (b or c).lower() }}", ["a.split", ".upper", "b", "c", ".lower"]),
        ("{{ range(3) | join(a) }}{{ partial(b) }}", ["a", "b"]),
        ("{{ a | default(b) }}{{ c if d is defined else e[f] }}", ["a", "b", "d", "c", "e", "f"]),
        ("{% raw %}{{ a }}{% endraw %}{# {{ b }} #}", []),
    ],
)
def test_names_are_those_that_have_their_value_from_outside(source: str, named: list[str]) -> None:
    seen = inspected(source)

    assert not seen.mistakes
    assert sorted(use.name for use in seen.uses) == sorted(named)


def test_a_name_is_told_where_its_first_character_stands() -> None:
    source = "Hi {{ a.b }} {%- if c is not defined and d|replace('x', e) %}\n{{ 'q' ~ f }}{% elif g == 1 %}{% endif %}"
    for use in inspected(source).uses:
        assert source.startswith(use.name, use.at)


def test_partials_are_named_in_so_many_words_or_by_a_choice() -> None:
    seen = inspected("{{ partial('a') }}{{ partial('b' if c else 'd') }}{{ partial(e) }}")

    assert sorted(use.name for use in seen.partials) == ["a", "b", "d"]
