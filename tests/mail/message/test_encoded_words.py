"""Header values as people read them."""

from __future__ import annotations

import pytest

from replyctl.mail.message.encoded_words import value


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("plain", "plain"),
        ("=?utf-8?q?caf=C3=A9?= au lait", "café au lait"),
        ("=?utf-8?b?15Q=?=\n =?utf-8?b?15bXnteg15Q=?=", "הזמנה"),
        ("=?utf-8?b?1w==?= =?utf-8?b?lA==?=", "ה"),
        ("=?gb2312?B?tqm1pc7KzOI=?=", "订单问题"),
        ("=?utf-8?q?Hi=0D=0ABcc:_evil@x?=", "Hi Bcc: evil@x"),
        ("=?utf-8?q?=1B[2Jx=E2=80=AE?=", "x"),
        ("=?utf-8?b?!!!?=", ""),
        ("=?utf-8?x?abc?=", "=?utf-8?x?abc?="),
        ("caf\udcc3\udca9", "café"),
        ("\udcf9\udcec\udce5\udced \udce0\udce9\udcf4\udce4", "שלום איפה"),
    ],
)
def test_a_value_is_one_line_without_controls(raw: str, read: str) -> None:
    assert value(raw) == read
