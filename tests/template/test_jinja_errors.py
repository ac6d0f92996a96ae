"""Slips of syntax and of names that a template itself shows, each with its spot and with what was meant."""

from __future__ import annotations

import pytest

from replyctl.template.inspection import inspected

SLIPS = [  # the source with | before the spot, words of message and hint
    ("{% if a %}x{% |elseif b %}y{% endif %}", "unknown tag 'elseif'", "'elif'"),
    ("{% if a %}x{% |elsif b %}y{% endif %}", "unknown tag 'elsif'", "'elif'"),
    ("{% if a %}x{% else |if b %}y{% endif %}", "'else if'", "elif"),
    ("{% |unless a %}x{% endunless %}", "unknown tag 'unless'", "'if not …'"),
    ("{% for a in b %}{% |end %}", "unknown tag 'end'", "'endfor'"),
    ("{% for a in b %}{% |endif %}", "{% endif %} does not fit", "{% endfor %}"),
    ("a {% |endif %}", "no tag is open", ""),
    ("{% |order %}", "unknown tag 'order'", "{{ order }}"),
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
    ("{{ a |b }}", "'b' is not expected", "}} should come here"),
    ("{% if |%}{% endif %}", "a value is missing before %}", ""),
    ("a {{ |}}", "a value is missing before }}", ""),
    ("{% |include 'a' %}", "{% include %} is not allowed in templates", "partial('name')"),
    ("{{ |a ** 2 }}", "** is not allowed in templates", ""),
    ("{{ a | |uper }}", "unknown filter 'uper'", "'upper'"),
    ("{{ a | |upcase }}", "unknown filter 'upcase'", "'upper'"),
    ("{{ a | |fallback('b') }}", "unknown filter 'fallback'", "'default'"),
    ("{% if a is not |defned %}{% endif %}", "unknown test 'defned'", "'defined'"),
    ("{{ a | |replace('b') }}", "wrong arguments for 'replace'", "replace(old, new)"),
    ("{{ a | |truncate(size=3) }}", "wrong arguments for 'truncate'", "length"),
    ("{{ a.|split(1, 2, 3) }}", "wrong arguments for 'split'", "sep"),
    ("{{ |range() }}", "wrong arguments for 'range'", ""),
    ("{{ |partial() }}", "wrong arguments for 'partial'", "partial(name)"),
    ("{{ agent.|form('a', 'b', 'c') }}", "without names", "form(m=…, f=…, n=…)"),
    ("{{ agent.|form(m='a') }}", "f and n missing", ""),
    ("{{ customer.|form(m='a', f='b', n='c', x='d') }}", "'x' is unknown", ""),
    ("{% for a in b %}{{ |loop.indx }}{% endfor %}", "'loop.indx' does not exist", "'index'"),
    ("{% set |loop = 1 %}", "a reserved name", ""),
    ("{{ |1e999 }}", "too large", ""),
    (f"{{{{ |{'9' * 90} }}}}", "too large", ""),
    (f"{'{% if a %}' * 12}{{% |if a %}}", "nested too deeply", ""),
]


@pytest.mark.parametrize(("marked", "message", "hint"), SLIPS, ids=[marked[:40] for marked, _, _ in SLIPS])
def test_a_slip_is_told_where_it_stands_with_what_was_meant(marked: str, message: str, hint: str) -> None:
    at = marked.index("|{", 0, 3) if marked.startswith("|") else _spot(marked)
    (mistake,) = inspected(marked[:at] + marked[at + 1 :]).mistakes

    assert mistake.at == at
    assert message in mistake.message
    assert hint in mistake.hint


def _spot(marked: str) -> int:
    """The `|` that is no filter's and no sign of its own: the first with something other than a blank behind it."""
    return next(at for at, char in enumerate(marked) if char == "|" and marked[at + 1 : at + 2] not in {" ", ""})
