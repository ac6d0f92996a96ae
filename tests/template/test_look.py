"""What is seen of a template before anything is rendered: what it names, where it is wrong, what was meant."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import TemplateSyntaxError

from replyctl.compose.reading import printer
from replyctl.errors import TemplateError
from replyctl.template import holds, render
from replyctl.template.look import look

SLIPS = [  # the source with | before the spot, words of message and hint
    ("{% if a %}x{% |elseif b %}y{% endif %}", "no tag 'elseif'", "'elif'"),
    ("{% if a %}x{% |elsif b %}y{% endif %}", "no tag 'elsif'", "'elif'"),
    ("{% if a %}x{% else |if b %}y{% endif %}", "'else if'", "elif"),
    ("{% |unless a %}x{% endunless %}", "no tag 'unless'", "'if not …'"),
    ("{% for a in b %}{% |end %}", "no tag 'end'", "'endfor'"),
    ("{% for a in b %}{% |endif %}", "{% endif %} does not fit", "{% endfor %}"),
    ("a {% |endif %}", "nothing is open", ""),
    ("{% |order %}", "no tag 'order'", "{{ order }}"),
    ("a\n|{% if a %}{% for b in a %}{% endfor %}", "{% if %} is never closed", "{% endif %}"),
    ("a |{{ order\nb {{ order }}", "{{ is never closed", "}}"),
    ("a |{{ order } b", "{{ is never closed", "}}"),
    ("a |{% if a }}b{% endif %}", "{% is never closed", "%}"),
    ("a |{# b", "{# is never closed", "#}"),
    ("a |{% raw %} b", "{% raw %} is never closed", "{% endraw %}"),
    ("{{ |'a }}", "quotation mark is never closed", "'"),
    ("{% if a |= b %}{% endif %}", "'='", "write =="),
    ("{% if a |=== b %}{% endif %}", "'==='", "write =="),
    ("{% if a |&& b %}{% endif %}", "'&&'", "write and"),
    ("{% if a |<> b %}{% endif %}", "'<>'", "write !="),
    ("{% if |!a %}{% endif %}", "'!'", "write not"),
    ("{{ a ||| 'b' }}", "'||'", "default(…)"),
    ("{{ a | default|: 'b' }}", "':'", "default(…)"),
    ("{{ a |? b : c }}", "'?'", "if … else"),
    ("{{ partial(|“a”) }}", "'“'", 'straight quotation marks: "'),
    ("{{ a |$ }}", "'$' has no meaning", "in quotes"),
    ("{{ a |b }}", "'b' is not expected", "}} should follow"),
    ("{% if |%}{% endif %}", "a value is missing before %}", ""),
    ("a {{ |}}", "a value is missing before }}", ""),
    ("{% |include 'a' %}", "{% include %} is not for templates", "partial('name')"),
    ("{{ |a ** 2 }}", "** is not for templates", ""),
    ("{{ a | |uper }}", "no filter 'uper'", "'upper'"),
    ("{{ a | |upcase }}", "no filter 'upcase'", "'upper'"),
    ("{{ a | |fallback('b') }}", "no filter 'fallback'", "'default'"),
    ("{% if a is not |defned %}{% endif %}", "no test 'defned'", "'defined'"),
    ("{{ a | |replace('b') }}", "wrong arguments of 'replace'", "replace(old, new)"),
    ("{{ a | |truncate(size=3) }}", "wrong arguments of 'truncate'", "length"),
    ("{{ a.|split(1, 2, 3) }}", "wrong arguments of 'split'", "sep"),
    ("{{ |range() }}", "wrong arguments of 'range'", ""),
    ("{{ |partial() }}", "wrong arguments of 'partial'", "partial(name)"),
    ("{{ agent.|form('a', 'b', 'c') }}", "each by its name", "form(m=…, f=…, n=…)"),
    ("{{ agent.|form(m='a') }}", "without f and n", ""),
    ("{{ customer.|form(m='a', f='b', n='c', x='d') }}", "'x' is none of them", ""),
    ("{% for a in b %}{{ |loop.indx }}{% endfor %}", "'loop.indx' is not there", "'index'"),
    ("{% set |loop = 1 %}", "a meaning of its own", ""),
    ("{{ |1e999 }}", "too large", ""),
    (f"{{{{ |{'9' * 90} }}}}", "too large", ""),
    (f"{'{% if a %}' * 12}{{% |if a %}}", "nested too deeply", ""),
]


@pytest.mark.parametrize(("marked", "message", "hint"), SLIPS, ids=[marked[:40] for marked, _, _ in SLIPS])
def test_a_slip_is_told_where_it_stands_with_what_was_meant(marked: str, message: str, hint: str) -> None:
    at = marked.index("|{", 0, 3) if marked.startswith("|") else _spot(marked)
    (mistake,) = look(marked[:at] + marked[at + 1 :]).mistakes

    assert mistake.at == at
    assert message in mistake.message
    assert hint in mistake.hint


def _spot(marked: str) -> int:
    """The `|` that is no filter's and no sign of its own: the first with something other than a blank behind it."""
    return next(at for at, char in enumerate(marked) if char == "|" and marked[at + 1 : at + 2] not in {" ", ""})


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
    seen = look(source)

    assert not seen.mistakes
    assert sorted(use.name for use in seen.uses) == sorted(named)


def test_a_name_is_told_where_its_first_character_stands() -> None:
    source = "Hi {{ a.b }} {%- if c is not defined and d|replace('x', e) %}\n{{ 'q' ~ f }}{% elif g == 1 %}{% endif %}"
    for use in look(source).uses:
        assert source.startswith(use.name, use.at)


def test_partials_are_named_in_so_many_words_or_by_a_choice() -> None:
    seen = look("{{ partial('a') }}{{ partial('b' if c else 'd') }}{{ partial(e) }}")

    assert sorted(use.name for use in seen.partials) == ["a", "b", "d"]


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
    (mistake,) = look(source, expression=True).mistakes

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
    seen = look(source, expression=expression)

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
    assert all(0 <= one.at <= len(source) for one in look(source).mistakes)
    with suppress(TemplateError):
        render(source, {}, printer("en"), where="x")
