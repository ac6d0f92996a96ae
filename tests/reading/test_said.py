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
