"""The subject of the answer."""

from __future__ import annotations

import pytest

from replyctl.mail.reply_subject import reply_subject


@pytest.mark.parametrize(
    ("subject", "answer"),
    [
        ("Where is it?", "Re: Where is it?"),
        ("Re: RE: Aw: AW[2]: Fwd: Where?", "Re: Where?"),
        ("回复：答复: 订单", "Re: 订单"),
        ("השב: הזמנה", "Re: הזמנה"),
        ("Re: [Ticket#12] Re: x", "Re: [Ticket#12] x"),
        ("Order: broken", "Re: Order: broken"),
        ("", "Re:"),
    ],
)
def test_one_prefix_is_left(subject: str, answer: str) -> None:
    assert reply_subject(subject) == answer
