"""What templates may do, and what they may not."""

import builtins
import time

import pytest
from making import FRAME, body, snippet, start

from replyctl.errors import TemplateError
from replyctl.library.snippet import Field, Part

LONG = "{% set a = 'aaaaaaaa' %}" + "{% set a = a ~ a %}" * 14
"""A text of 131,072 characters."""
ESCAPES = {  # published ways out of Jinja's sandbox, or around it
    "the class of a text": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "the class by subscript": "{{ ''['__class__'] }}",
    "a name put together": "{{ ''['__cl' ~ 'ass__'] }}",
    "the attr filter": "{{ ''|attr('__class__') }}",
    "the globals of cycler": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "the globals of joiner": "{{ joiner.__init__.__globals__ }}",
    "the globals of namespace": "{{ namespace.__init__.__globals__ }}",
    "the globals of lipsum": "{{ lipsum.__globals__['os'] }}",
    "the template itself": "{{ self._TemplateReference__context }}",
    "the context of a block": "{% block b %}{{ self }}{% endblock %}",
    "format": "{{ '{0.__class__}'.format('') }}",
    "format by reference": "{% set f = ''.format %}{{ f() }}",
    "format_map": "{{ '{a.__class__}'.format_map({'a': ''}) }}",
    "the format filter": "{{ '%s'|format('') }}",
    "format through map (CVE-2024-56326)": "{{ ['{0.__class__}']|map('format', '')|list }}",
    "attributes through map": "{{ ['']|map(attribute='__class__')|list }}",
    "attr through map (CVE-2025-27516)": "{{ ['']|map('attr', 'format')|list }}",
    "xmlattr (CVE-2024-22195)": "{{ {'a b': 1}|xmlattr }}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import 'x' as y %}",
    "from import": "{% from 'x' import y %}",
    "extends": "{% extends 'x' %}",
    "macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "call": "{% call range(3) %}{% endcall %}",
    "a recursive loop": "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "the code of a method": "{{ ''.upper.__func__ }}",
    "the code of a form": "{{ agent.form.__call__.__globals__ }}",
    "the values of a namespace": "{{ agent.values.update }}",
    "the environment of range": "{{ range.__self__ }}",
    "a star argument": "{{ range(*[9, 10]) }}",
    "a named star argument": "{{ agent.form(**links) }}",
    "the module of a loop": "{% for x in [1] %}{{ loop.__class__ }}{% endfor %}",
    "the filter of an unknown name": "{{ ''|nothing }}",
    "a partial by path": "{{ partial('../../etc/passwd') }}",
}
INJECTED = {  # code in what Jinja could take for the name of a template
    "behind double quotes": '{{ 1 if case.closed }}") or made("x") or ("',
    "behind single quotes": "{{ 1 if case.closed }}') or made('x') or ('",
    "within a text": '{{ "a" if case.closed }} " + str(made("x")) + "',
    "behind a filter": '{% if case.closed %}{{ 1|date }}{% endif %}") or made("x") or ("',
}
BOMBS = {
    "range": "{{ range(10 ** 9) }}",
    "a long range": "{% for x in range(1000000000) %}x{% endfor %}",
    "nested loops": "{% for a in range(1000) %}" * 4 + "x" + "{% endfor %}" * 4,
    "silent nested loops": "{% for a in range(1000) %}" * 2 + "{% if b == a %}{% endif %}" + "{% endfor %}" * 2,
    "many nested loops": "{% for a in range(9) %}" * 30 + "{% endfor %}" * 30,
    "repetition": "{{ 'a' * 1000000000 }}",
    "repetition of a list": "{{ [1] * 1000000000 }}",
    "powers": "{{ 9 ** 9 ** 9 ** 9 }}",
    "factors": "{{ 999999999999 * 999999999999 * 999999999999 }}",
    "doubling": "{% set a = 'aaaaaaaa' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
    "doubling by plus": "{% set a = 'aaaaaaaa' %}" + "{% set a = a + a %}" * 40 + "{{ a }}",
    "doubling lists": "{% set a = [1] %}" + "{% set a = [a, a] %}" * 40 + "{{ a }}",
    "replacing": "{% set a = 'aaaaaaaaaa' %}" + "{% set a = a|replace('a', a) %}" * 9 + "{{ a }}",
    "replacing nothing": "{{ 'aaaa'|replace('', 'b') }}",
    "center": "{{ 'a'|center(1000000000) }}",
    "the method center": "{{ 'a'.center(1000000000) }}",
    "ljust": "{{ 'a'.ljust(1000000000) }}",
    "zfill": "{{ 'a'.zfill(1000000000) }}",
    "expandtabs": "{{ '\t'.expandtabs(1000000000) }}",
    "a wide indent": "{{ 'a\n'|indent(1000000000) }}",
    "percent": "{{ '%1000000000d' % 1 }}",
    "join": "{% set a = 'a' %}" + "{% set a = range(1000)|join(a) %}" * 3 + "{{ a }}",
    "join of many": f"{LONG}{{{{ [{'a, ' * 100}]|join(a) }}}}",
    "join of words": LONG.replace("aaaaaaaa", "aaaaaaa ") + "{{ a.split()|join(a) }}",
    "a list of long texts": f"{LONG}{{{{ [{'a, ' * 100}] }}}}",
    "much put together": f"{LONG}{{{{ {' ~ '.join('a' * 100)} }}}}",
    "rounding up": "{{ 1|round(1000000000) }}",
    "rounding down": "{{ 1|round(-1000000000) }}",
    "a format that is even": "{{ '%20000000000d' is even }}",
    "a format that is odd": "{% if ('%' ~ '9999999999d') is odd %}{% endif %}",
    "stripping": f"{LONG}{{{{ a.strip(a ~ 'b') }}}}",
    "much stripping": f"{LONG}{{% for i in range(1000) %}}{{% if a.strip('bcdefgh') %}}{{% endif %}}{{% endfor %}}",
    "comparing": f"{LONG}{{% for i in range(1000) %}}{'{% if a ~ 1 == a ~ 1 %}{% endif %}' * 90}{{% endfor %}}",
    "seeking": f"{LONG}{{% for i in range(1000) %}}{'{% if i ~ 1 in a %}{% endif %}' * 90}{{% endfor %}}",
    "keeping": LONG + "".join(f"{{% set b{number} = a|upper %}}" for number in range(300)),
    "slicing": LONG + "".join(f"{{% set b{number} = a[1:] %}}" for number in range(300)),
    "replacing again and again": LONG + "{% set a = a|replace('a', 'b')|replace('b', 'a') %}" * 300,
    "branches": f"{{% if tone %}}{'{% elif tone %}' * 8000}{{% endif %}}",
    "fewer branches": f"{{% if tone %}}{'{% elif tone %}' * 400}{{% endif %}}",
    "tags": "{{ tone }}" * 5000,
    "a long tag": f"{{{{ [{'1, ' * 9000}] }}}}",
    "not": f"{{{{ {'not ' * 9000}tone }}}}",
    "nested blocks": "{% if tone %}" * 60 + "{% endif %}" * 60,
    "infinity": "{{ 1e999 }}",
    "what is no number": "{{ 1e999 - 1e999 }}",
    "a number of sixteens": f"{{{{ 0x{'f' * 90_000} }}}}",
    "digits": f"{{{{ '{'9' * 90_000}'|int }}}}",
    "fewer digits": f"{{{{ '{'9' * 4000}'|int }}}}",
    "lipsum": "{{ lipsum(n=100000) }}",
    "deep brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "many filters": "{{ 'a'" + "|upper" * 5000 + " }}",
    "a long template": "a" * 200_000,
    "a large number": "{{ " + "9" * 90_000 + " }}",
    "much output": "{% for a in range(1000) %}" + "a" * 1000 + "{% endfor %}",
}


@pytest.mark.parametrize("source", ESCAPES.values(), ids=ESCAPES)
def test_the_sandbox_holds(source: str) -> None:
    with pytest.raises(TemplateError):
        body(source)


@pytest.mark.parametrize("source", INJECTED.values(), ids=INJECTED)
def test_what_stands_in_a_text_never_becomes_code(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtins, "made", lambda _: pytest.fail("it ran"), raising=False)

    assert body(source).endswith(source.rpartition("}}")[2].rpartition("%}")[2].strip())


@pytest.mark.parametrize("source", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_in_no_time(source: str) -> None:
    began = time.monotonic()

    with pytest.raises(TemplateError):
        body(source)

    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "condition", ["''.__class__", "range(10 ** 9)", "partial('x')", "''|attr('x')", "x %}{% include 'y' %}{% if x"]
)
def test_conditions_and_validations_run_in_the_same_sandbox(condition: str) -> None:
    with pytest.raises(TemplateError):
        start(snippet("{{ a }}", fields={"a": Field(when=condition)}), sets={"a": "1"}).reply()
    with pytest.raises(TemplateError):
        start(snippet("{{ a }}", fields={"a": Field(validate=f"{{{{ {condition} }}}}")}), sets={"a": "1"}).reply()


def test_an_undeclared_name_is_told_with_the_snippet() -> None:
    with pytest.raises(TemplateError, match=r"test \(en, body\).*'oder' is not declared"):
        body("{{ oder }}")
    with pytest.raises(TemplateError, match=r"'links\.help' is not declared"):
        body("{{ links.help }}")


def test_an_error_names_line_and_column() -> None:
    with pytest.raises(TemplateError) as told:
        body("one\ntwo {{ 'a' - 1 }}\n")
    assert told.value.place
    assert told.value.place[1:] == (2, 8, "two {{ 'a' - 1 }}")
    with pytest.raises(TemplateError) as told:
        body("one\ntwo\n  {% if %}")
    assert told.value.place
    assert told.value.place[1:] == (3, 9, "  {% if %}")


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("{{ links.help }}", "https://homeworks.example/help"),
        ("{% for x in range(3) %}{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}", "1, 2, 3"),
        ("{% set a = 'x' ~ (1 + 2) %}{{ a }}", "x3"),
        ("{{ 'a\nb'|replace('\n', '\n> ') }}", "a\n> b"),
        ("{{ ('one two three' | trim).splitlines() | first | truncate(10, false, '…', 0) }}", "one two…"),
        ("{{ 'yes' if case.first_contact and not case.closed else 'no' }}", "yes"),
        ("{{ company.url|default('none') }}", "none"),
        ("{{ 'DANA'|lower|capitalize }} {{ 'x'.upper() }} {{ [1, 2, 3]|length }}", "Dana X 3"),
        ("{{ agent.name.split()[0] }}", "Dana"),
        ("{{ 'yes' if case.closed }}no", "no"),
    ],
)
def test_what_snippets_need_works(source: str, printed: str) -> None:
    made = start(snippet(source, links={"help": "https://homeworks.example/help"}), without=FRAME)

    assert made.reply().body == f"{printed}\n"


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("a  \n\n\n\nb\n\n", "a\n\nb"),
        ("a\n{% if parts.extra %}extra{% endif %}\nb", "a\nb"),
        ("a\n\n{% if parts.extra %}extra{% endif %}\n\nb", "a\n\nb"),
        ("a\n\n{% if parts.extra %}\nextra\n{% endif %}\n\nb", "a\n\nb"),
        ("a\n{% if not parts.extra %}\nextra\n{% endif %}\nb", "a\nextra\nb"),
        ("a {% if parts.extra %}extra {% endif %}b", "a b"),
        ("a\n{# a note #}\nb", "a\nb"),
        ("a\n{{ note }}\nb", "a\nb"),
        ("a\n{%- if parts.extra %} extra{% endif %}\nb", "a\nb"),
    ],
)
def test_what_prints_nothing_leaves_no_gap(source: str, printed: str) -> None:
    assert body(source, {"note": Field(optional=True)}, {"extra": Part()}) == printed


def test_what_came_unchanged_is_known_to_the_character() -> None:
    fields = {"order": Field(type="order"), "note": Field(type="multiline", optional=True)}
    source = (
        'I am {{ agent.form(m="x", f="sorry", n="z") }} for {{ order }}.  \n\n\n'
        '{% if note %}It says: {{ note|upper }}{% endif %} \n\nBye {{ "now" }}.'
    )
    made = start(
        snippet(source, fields=fields),
        sets={"order": "HW-1", "note": "a\n\nb", "agent.gender": "f"},
        without=FRAME,
    )

    reply = made.reply()

    assert reply.body == "I am sorry for HW-1.\n\nIt says: A\n\nB\n\nBye now.\n"
    assert [reply.body[start:end] for start, end in reply.approved] == [
        "I am sorry for ",
        ".\n\nIt says: ",
        "\n\nBye ",
        ".",
    ]


def test_marks_in_a_template_or_a_value_mean_nothing() -> None:
    assert body("a\ufdd0b{{ note }}\ufdd1\ufdd2", {"note": Field()}, sets={"note": "x\ufdd1\ufdd0y"}) == "abxy"


def test_a_form_with_a_value_in_it_is_not_approved() -> None:
    made = start(
        snippet("{{ agent.form(m=why, f=why, n=why) }}", fields={"why": Field()}), sets={"why": "typed"}, without=FRAME
    )

    assert made.reply().approved == ()
