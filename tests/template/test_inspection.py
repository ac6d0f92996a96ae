"""What is seen of a template before anything is rendered: what it names, where it is wrong, what was meant."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import TemplateSyntaxError

from replyctl.compose.values.printing import printer
from replyctl.errors import TemplateError
from replyctl.template import holds, render
from replyctl.template.inspection import inspected


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{{ parts.a }}", "without braces"),
        ("{% if a %}", "without braces"),
        ("a b", "not expected"),
        ("a = b", "'='"),
        ("a %}{% if b", "without braces"),
        ("", "a value is missing"),
    ],
)
def test_a_condition_is_one_expression(source: str, message: str) -> None:
    (mistake,) = inspected(source, expression=True).mistakes

    assert message in mistake.message


PIECES = st.sampled_from(
    [
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "if",
        "elif",
        "else",
        "endif",
        "for",
        "in",
        "endfor",
        "set",
        "raw",
        "endraw",
        "a",
        "b.c",
        "'d'",
        "1",
        "2.5",
        "(",
        ")",
        "[",
        "]",
        ",",
        "|",
        "upper",
        "join",
        "default(1)",
        "is",
        "defined",
        "not",
        "and",
        "or",
        "==",
        "=",
        "~",
        "+",
        "-",
        ".",
        ":",
        "loop.index",
        "customer.name",
        "agent.form(m='a',f='b',n='c')",
        "range(3)",
        "partial('x')",
        "{{a}}",
        "{%if(a)%}",
        "{%endif%}",
        "{%for(x)in(b)%}",
        "{%endfor%}",
        "\n",
        "x",
    ]
)


@given(st.lists(PIECES, max_size=14).map(" ".join), st.booleans())
@settings(max_examples=400, deadline=None, derandomize=True)
def test_what_is_seen_as_right_is_never_refused_as_a_template(source: str, expression: bool) -> None:
    seen = inspected(source, expression=expression)

    assert seen.mistakes or not isinstance(_failure(source, expression), TemplateSyntaxError | SyntaxError)
    assert all(0 <= use.at < len(source) for use in seen.uses)


def _failure(source: str, expression: bool) -> BaseException | None:
    """Why it cannot be rendered: nobody can know before whether its values fit."""
    try:
        if expression:
            holds(source, {"a": "1"}, printer("en"), where="x")
        else:
            render(source, {"a": "1"}, printer("en"), where="x", partial=str)
    except TemplateError as error:
        return error.__cause__
    return None


@given(st.text(alphabet="{}%#|()[]'\"=.,:~-+ \nabifor1", max_size=40))
@settings(max_examples=400, deadline=None, derandomize=True)
def test_whatever_the_text_its_mistakes_stand_within_it(source: str) -> None:
    assert all(0 <= one.at <= len(source) for one in inspected(source).mistakes)
    with suppress(TemplateError):
        render(source, {}, printer("en"), where="x")
