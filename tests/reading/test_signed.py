"""The name that a mail is signed with."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading.signed import signed
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("en", "Where is it?\n\nThanks,\nTed", ("Ted",)),
        ("en", "Where is my order? I have waited for two weeks now.\n\n- Ted", ("Ted",)),
        ("en", "Where is it?", ()),
        ("en", "Hi,\nplease tell me where my order from last week is", ()),
        ("he", "איפה ההזמנה שלי?\n\nתודה,\nמוישה", ("מוישה",)),
        ("zh", "你好，东西坏了。\n\n小美", ("小美",)),
    ],
)
def test_a_signature_is_a_short_last_line(code: str, text: str, names: tuple[str, ...]) -> None:
    assert signed(cut(text, load(code))) == names
