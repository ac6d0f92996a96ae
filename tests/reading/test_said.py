from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.reading import said
from replyctl.text.cut import cut


@pytest.mark.parametrize(
    ("code", "text", "thanks", "invites"),
    [
        ("en", "If it is late, reply to this e-mail, and I will cancel it.", False, True),
        ("en", "Thank you for your reply to our message.", True, False),
        ("en", "A short reply is enough.", False, True),
        ("en", "> please reply to this e-mail, thank you\n\nIt is here.", False, False),
        ("zh", "如果太晚，请回复这封邮件。", False, True),
        ("zh", "感谢您回复我们的邮件。", True, False),
        ("he", "אם זה מאוחר, אפשר להשיב למייל הזה.", False, True),
        ("he", "תודה על תשובתך להודעתנו.", True, False),
    ],
)
def test_thanks_and_the_word_how_to_answer_are_heard(code: str, text: str, thanks: bool, invites: bool) -> None:
    piece = cut(text, load(code))

    assert (said.thanks(piece), said.invites(piece)) == (thanks, invites)


@pytest.mark.parametrize(
    ("code", "text", "opens"),
    [
        ("en", "Hi Ann,\n\nI am sorry that the lamp broke. A new one is on its way.", True),
        ("en", "A new one is on its way. I am sorry that the lamp broke.", False),
        ("zh", "很抱歉，台灯坏了。新的今天寄出。", True),
        ("zh", "新的今天寄出。很抱歉，台灯坏了。", False),
        ("he", "אני מצטערת שהמנורה נשברה. חדשה נשלחת היום.", True),
        ("he", "חדשה נשלחת היום. אני מצטערת שהמנורה נשברה.", False),
    ],
)
def test_an_apology_at_the_start_is_heard(code: str, text: str, opens: bool) -> None:
    assert said.opens_with_apology(cut(text, load(code))) is opens
