from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from replyctl.config.keys import typed, value
from replyctl.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("agent.name", " Dana  Levi ", "Dana Levi"),
        ("agent.name", "דנה לוי", "דנה לוי"),
        ("agent.name", "\x1b[31mDana", "Dana"),
        ("language", "zh-Hant", "zh-Hant"),
        ("signature", "Dana\n+972 3 555 0100\n", "Dana\n+972 3 555 0100"),
        ("salutation.he.closing", "תודה,\nדנה", "תודה,\nדנה"),
        ("tone", "formal", "formal"),
        ("tone.he", "formal", "formal"),
        ("keep_days", "7", 7),
        ("libraries", "~/team, /srv/all,", ["~/team", "/srv/all"]),
        ("lint.vocabulary", "SmartLatch, 智能锁", ["SmartLatch", "智能锁"]),
        ("lint.severity.slang", "error", "error"),
        ("lint.options.exclamation.max", "2", 2),
        ("lint.options.exclamation.max", "02", "02"),
        ("agent.name", "{en: Dana Levi, he: 'דנה לוי'}", {"en": "Dana Levi", "he": "דנה לוי"}),
        ("agent.name", "{{ name }}", "{{ name }}"),
        ("agent.role.he", "שירות", "שירות"),
        ("tone", "{he: formal}", {"he": "formal"}),
        ("libraries", "[~/team, '/srv/a, b']", ["~/team", "/srv/a, b"]),
        ("order_patterns", r"HW-\d{3,5}", [r"HW-\d{3,5}"]),
        ("order_patterns", r"[A-Z]{2}-\d+", [r"[A-Z]{2}-\d+"]),
        ("order_patterns", r"['HW-\d{3,5}', '[A-Z]+']", [r"HW-\d{3,5}", "[A-Z]+"]),
        ("lint.severity", "{slang: error}", {"slang": "error"}),
        ("lint.options.x.words", "[1, two]", [1, "two"]),
        ("lint.vocabulary.reject.client", "customer", "customer"),
        ("look_up.order", "shop order '{order}' --json", ["shop", "order", "{order}", "--json"]),
    ],
)
def test_what_is_typed_is_read_as_its_setting_needs_it(key: str, text: str, value: object) -> None:
    assert typed(key, text) == value


@pytest.mark.parametrize(
    ("key", "said", "hint"),
    [
        ("agent.nmae", "unknown setting 'agent.nmae'", "agent.name"),
        ("agent.contact.first", "unknown setting 'agent.contact.first'", ""),
        ("", "unknown setting ''", ""),
        ("agent", "'agent' holds several settings", "set agent.name"),
        ("salutation.he", "'salutation.he' holds several settings", "set salutation.he.greeting"),
        ("look_up", "'look_up' holds several settings", "set look_up.NAME"),
        ("look_up.order", "not a command", ""),
    ],
)
def test_a_key_that_is_none_or_holds_more_is_told(key: str, said: str, hint: str) -> None:
    with pytest.raises(UsageError) as told:
        typed(key, "it's")

    assert said in told.value.message
    assert hint in told.value.hint


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("agent.name", "Dana"),
        ("agent", {"name": "Dana", "role": {"he": "שירות"}}),
        ("agent.role.he", "שירות"),
        ("agent.role.zh", None),
        ("lint.options.exclamation.max", 2),
        ("salutation.he.closing", "תודה,"),
        ("libraries", None),
        ("tone", "auto"),
    ],
)
def test_a_value_is_found_below_a_section_and_inside_a_mapping(
    key: str, found: object, user: Callable[[str], Path]
) -> None:
    user(
        "agent: {name: Dana, role: {he: שירות}}\nlint: {options: {exclamation: {max: 2}}}\n"
        "salutation: {he: {closing: 'תודה,'}}\n"
    )
    assert (value(key) or None) == found


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("libraries", "[a, b", "never closed"),
        ("tone", "{he: formal", "never closed"),
    ],
)
def test_brackets_that_are_no_yaml_are_told(key: str, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        typed(key, text)
