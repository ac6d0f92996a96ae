from __future__ import annotations

import pytest

from replyctl.config.keys import typed
from replyctl.errors import UsageError


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
        ("libraries", "~/team, /srv/all,", ["~/team", "/srv/all"]),
        ("lint.vocabulary", "SmartLatch, 智能锁", ["SmartLatch", "智能锁"]),
        ("lint.severity.slang", "error", "error"),
        ("lint.options.exclamation.max", "2", 2),
        ("lint.options.exclamation.max", "02", "02"),
        ("look_up.order", "shop order '{order}' --json", ["shop", "order", "{order}", "--json"]),
    ],
)
def test_what_is_typed_is_read_as_its_setting_needs_it(key: str, text: str, value: object) -> None:
    assert typed(key, text) == value


@pytest.mark.parametrize(
    ("key", "said", "hint"),
    [
        ("agent.nmae", "unknown setting 'agent.nmae'", "agent.name"),
        ("agent.name.first", "unknown setting 'agent.name.first'", ""),
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
