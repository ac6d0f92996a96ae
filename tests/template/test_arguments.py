"""The filters, tests and functions of a template are known, and take what they are given."""

from __future__ import annotations

import pytest

from replyctl.template.inspection import inspected


@pytest.mark.parametrize(
    ("source", "at", "message", "hint"),
    [
        ("{{ a|titlecase }}", 5, "unknown filter 'titlecase'", "use 'title'"),
        ("{{ a|uper }}", 5, "unknown filter 'uper'", "did you mean 'upper'"),
        ("{{ a|replace('b') }}", 5, "wrong arguments for 'replace'", "write replace("),
        ("{% if a is not defned %}{% endif %}", 15, "unknown test 'defned'", "did you mean 'defined'"),
        ("{{ partial() }}", 3, "wrong arguments for 'partial'", "write partial(name)"),
        ("{{ agent.form(m='a', f='b') }}", 9, "n missing", "write form(m=…, f=…, n=…)"),
        ("{{ agent.form('a') }}", 9, "without names", "write form("),
        ("{{ agent.form(m='a', f='b', x='c') }}", 9, "'x' is unknown", "write form("),
    ],
)
def test_what_is_unknown_or_does_not_fit_is_told_with_what_would(source: str, at: int, message: str, hint: str) -> None:
    (mistake,) = inspected(source).mistakes

    assert mistake.at == at
    assert message in mistake.message
    assert hint in mistake.hint


@pytest.mark.parametrize(
    "source", ["{{ a|replace('b', 'c') }}", "{{ agent.form(m='a', f='b', n='c') }}", "{{ partial('x') }}"]
)
def test_what_fits_is_no_mistake(source: str) -> None:
    assert not inspected(source).mistakes
