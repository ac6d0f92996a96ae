"""The keys of the screens."""

from __future__ import annotations

import pytest
from prompt_toolkit.key_binding import KeyBindings

from replyctl.cli.ask.frame import bind
from replyctl.cli.ask.review import Review
from replyctl.cli.ask.review_keys import KEYS
from replyctl.cli.ask.review_state import Key, ReviewState
from replyctl.compose.reply import Reply

REPLY = Reply(
    subject="Your lamp", body="It left today.\n", language="en", direction="ltr", tone="casual", kind="answer", snippets=(), values={},
    approved=(), attachments=(), context={},
)  # fmt: skip


def test_a_key_has_one_meaning_on_a_screen() -> None:
    keys = KeyBindings()
    bind(keys, ("escape", "escape up", "n"), lambda _: None)  # a sequence is another key than its beginning

    with pytest.raises(ValueError, match="n has two meanings"):
        bind(keys, ("N", "n"), lambda _: None)


@pytest.mark.parametrize("letter", ["n", "N", "j", "k", "1", "tab", "up", "c-c", *(key.letter for key in KEYS)])
def test_the_review_refuses_a_key_that_it_has_already(letter: str) -> None:
    state = ReviewState(REPLY, [], (*KEYS, Key(letter, "something else", lambda *_: "")))

    with pytest.raises(ValueError, match="two meanings"):
        Review(state).shown_on(None)  # type: ignore[arg-type] # before it is shown
