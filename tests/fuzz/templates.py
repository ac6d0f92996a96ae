"""Templates as a foreign library could hold them: expressions put together at random, bombs, shipped bodies made worse."""

from __future__ import annotations

from random import Random

from tests.fuzz import seeds
from tests.fuzz.mutate import MOST, mutated

BOMBS = (
    "{{ 1 | round(-1000000000) }}", "{{ 1 | round(1000000000) }}", '{% if "%20000000000d" is even %}{% endif %}', '{{ "%1000000000s" % 1 }}',
    '{{ "x" * 1000000000 }}', "{{ [0] * 1000000000 }}", "{{ 9 ** 9 ** 9 }}", "{{ 2 ** 100000 }}", "{{ 1e999 }}", "{{ -1e999 }}", "{{ 1 // 0 }}", "{{ 1 % 0 }}",
    "{{ 1" + "0" * 5000 + " }}", "{{ range(1000000000) | length }}", "{{ range(0, 100000000000000000000, 7) | last }}", "{{ range(1, 9, 0) }}",
    "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}x{% endfor %}{% endfor %}{% endfor %}",
    "{% set s = 'x' %}{% for a in range(1000) %}{% set s = s + s %}{{ s }}{% endfor %}",
    "{% set ns = namespace(s='x') %}{% for a in range(99) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}{{ ns.s }}",
    "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "{% include 'x' %}", "{% import 'x' as y %}",
    "{% extends 'x' %}", "{% block a %}{{ self.a() }}{% endblock %}", "{% call x() %}{% endcall %}", "{% filter upper %}x{% endfilter %}", "{% raw %}{{", "{% do 1 %}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ customer.__class__ }}", "{{ customer['__class__'] }}", "{{ agent.form.__globals__ }}",
    "{{ agent.form.__init__.__globals__['os'].system('id') }}", "{{ range.__self__ }}", "{{ ''|attr('__class__') }}", "{{ 'x'.format(1) }}", "{{ 'x'.format_map({}) }}",
    "{{ '%s' | format(customer) }}", "{{ 'a' | join(customer) }}", "{{ lipsum() }}", "{{ cycler(1) }}", "{{ config }}", "{{ self._TemplateReference__context }}",
    "{{ partial('shared') }}", "{{ partial('../../etc/passwd') }}", "{{ partial(partial) }}", "{{ partial('') }}", "{{ partial(1e308) }}",
    "{{ (" * 300 + "1" + ") }}" * 300, "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "{{ " + "not " * 5000 + "1 }}", "{{ " + "-" * 5000 + "1 }}",
    "{{ " + "[" * 3000 + "]" * 3000 + " }}", "{% if 1 %}" * 2000 + "{% endif %}" * 2000, "{% if x %}" + "{% elif x %}" * 8000 + "{% endif %}",
    "{{ x" + ".x" * 5000 + " }}", "{{ x" + "[0]" * 5000 + " }}", "{{ x" + "|upper" * 5000 + " }}", "{{ x" + " + x" * 5000 + " }}", "{{ x" + " ~ x" * 5000 + " }}",
    "{{ x" + " and x" * 5000 + " }}", "{{ x" + " if x else x" * 3000 + " }}", "{{ x" + " < x" * 5000 + " }}", "{{ {" + "'a': " * 2000 + "1" + "}" * 2000 + " }}",
    "{% set a = 'x' %}" * 3000, "{% set " + ", ".join(f"a{number}" for number in range(2000)) + " = x %}", "{% for " + "a, " * 2000 + "b in x %}{% endfor %}",
    "{{ x }}" * 5000, "{# " * 5000, "{{" * 5000, "{%" * 5000, "}}" * 5000, "{{ '" + "\\" * 5000 + "' }}", "{{ '" + "x" * 50000 + "' }}", "{{ x | truncate(-1) }}",
    "{{ x | indent(1000000000) }}", "{{ x | replace('', 'xxxxxxxxxx') }}", "{{ x.split('') }}", "{{ 'x' | first | last | first }}", "{{ x | int(default=[]) }}",
    "{{ x | date('%' * 1000) }}", "{{ x | money('XXX') }}", "{{ 1 | default(1, 2, 3) }}", "{{ x | nothing }}", "{{ x is nothing }}", "{{ x in customer }}", "{{ x[1:2:0] }}",
    "{{ x }}\n{{ y", "{% if %}", "{% for %}", "{% set %}", "{{ }}", "{{ . }}", "{{ 0x }}", "{{ '\\ud800' }}", "{{ '\\x1b[31m' }}", "{{ '\\u202e' }}", "\x1b[31m{{ x }}",
)  # fmt: skip
ATOMS = (
    "x", "y", "z", "order", "customer", "customer.name", "agent", "agent.form", "company.name", "links", "links.help", "parts.p", "case.order", "loop.index",
    "1", "0", "-1", "1.5", "1e308", "''", "'x'", "'שלום'", "'%s'", "'\\n'", "[]", "[1, 'a']", "(1, 2)", "{'a': 1}", "true", "none", "range(3)", "range(1000)", "partial('shared')",
)  # fmt: skip
FILTERS = (
    "capitalize", "date", "default", "first", "indent", "int", "join", "last", "length", "lower", "money", "replace", "round", "title", "trim", "truncate", "upper",
)  # fmt: skip
OPERATORS = (
    "+",
    "-",
    "*",
    "/",
    "//",
    "%",
    "**",
    "~",
    "==",
    "<",
    "in",
    "and",
    "or",
    "if x else",
    "is",
    "is not",
    ",",
    ".",
    "|",
)


def template(random: Random) -> str:
    """One text."""
    chance = random.random()
    if chance < 0.35:
        return random.choice(BOMBS)
    if chance < 0.6:
        return mutated(random.choice(seeds.templates()), random, random.choice(BOMBS))[:MOST]
    if chance < 0.7:
        return mutated(random.choice(BOMBS), random, random.choice(BOMBS))
    return "".join(_piece(random) for _ in range(random.randint(1, 5)))


def expression(random: Random, depth: int = 3) -> str:
    """An expression that mostly parses."""
    if not depth or random.random() < 0.25:
        return random.choice(ATOMS)
    inner = [expression(random, depth - 1) for _ in range(3)]
    return random.choice(
        (
            f"({inner[0]} {random.choice(OPERATORS)} {inner[1]})",
            f"{inner[0]} | {random.choice(FILTERS)}",
            f"{inner[0]} | {random.choice(FILTERS)}({inner[1]})",
            f"{inner[0]} | {random.choice(FILTERS)}({inner[1]}, {inner[2]})",
            f"{inner[0]}({inner[1]})",
            f"{inner[0]}[{inner[1]}]",
            f"{inner[0]}.{random.choice(('upper', 'split', 'strip', 'form', 'name', 'x', 'format', '__class__'))}({inner[1]})",
            f"[{', '.join(inner)}]",
            f"agent.form(m={inner[0]}, f={inner[1]}, n={inner[2]})",
        )
    )


def _piece(random: Random) -> str:
    one = expression(random)
    inner = "" if random.random() < 0.3 else _piece(random)
    return random.choice(
        (
            f"{{{{ {one} }}}}",
            f"{{{{ {one} }}}} words\n",
            f"{{% if {one} %}}{inner}{{% else %}}x{{% endif %}}",
            f"{{% for z in {one} %}}{inner}{{{{ z }}}}{{% endfor %}}",
            f"{{% set z = {one} %}}{{{{ z }}}}",
            f"words {inner}\n",
        )
    )
