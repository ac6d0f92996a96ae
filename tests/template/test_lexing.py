from __future__ import annotations

import pytest
from jinja2.exceptions import TemplateSyntaxError

from replyctl.template.environment import environment
from replyctl.template.lexing import unclosed


@pytest.mark.parametrize(
    "source",
    [
        "one {{ two }}\n {%- if three -%} \n four{# five #}{% endif %}",
        "{% raw %}{{ a }}{% endraw %} {{ 'b' ~ \"c\" }}",
        "订单 {{ א }}",
        "",
    ],
)
def test_each_token_tells_where_it_begins(source: str) -> None:
    for at, _, text in environment().lexer.tokeniter(source, None):
        assert source.startswith(text, at - 1)


def test_line_ends_of_any_system_are_one_character() -> None:
    found = [at for at, kind, _ in environment().lexer.tokeniter("a\r\nb\r{{ c }}", None) if kind == "variable_begin"]

    assert found == [5]


@pytest.mark.parametrize(
    ("source", "at", "said"),
    [
        ("{{ a }}" * 501, 3501, "more than 500 tags"),
        (f"{{{{ {'a ' * 300}}}}}", 252, "too long"),
        (f"{{{{ {'[' * 13}", 16, "nested too deeply"),
        ("{% if a %}" * 13, 124, "nested too deeply"),
        ("{{ 1_000_000_000_000_000_000 }}", 4, "too large"),
        ("{{ a ? b }}", 6, "unexpected char"),
    ],
)
def test_what_is_too_much_or_no_token_is_told_where_it_begins(source: str, at: int, said: str) -> None:
    with pytest.raises(TemplateSyntaxError, match=said) as told:
        list(environment().lexer.tokeniter(source, None))

    assert told.value.lineno == at


def test_open_blocks_are_known_the_innermost_last() -> None:
    source = "{% if a %}{% for b in c %}{% endfor %}{% for d in e %}{% if f %}{% endif %}"

    assert [word for _, _, word in unclosed(environment().lexer.tokeniter(source, None))] == ["if", "for"]
