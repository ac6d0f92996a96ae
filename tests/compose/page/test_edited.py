from __future__ import annotations

from dataclasses import replace

import pytest

from replyctl.compose.page.edited import with_body
from replyctl.compose.reply import Reply

BODY = "Hi Diane,\n\nI have refunded the order in full today.\n\nKind regards,\nDana\n"
REPLY = Reply(
    subject="s",
    body=BODY,
    language="en",
    direction="ltr",
    tone="casual",
    kind="answer",
    snippets=(),
    values={},
    approved=((11, 51),),
    attachments=(),
    context={},
)


def approved(reply: Reply) -> list[str]:
    return [" ".join(reply.body[start:end].split()) for start, end in reply.approved]


def test_wrapped_text_stays_approved_whole() -> None:
    wrapped = with_body(REPLY, BODY.replace("the order", "the\norder").replace("in full", "in\nfull"))

    assert approved(wrapped) == ["I have refunded the order in full today."]


@pytest.mark.parametrize(
    ("edited", "left"),
    [
        (
            BODY.replace("Hi Diane,", "Hi Diane, thanks so much for waiting,"),
            ["I have refunded the order in full today."],
        ),
        (BODY.replace("the order", "your order"), ["I have refunded", "order in full today."]),
        (BODY.replace("I have refunded the order in full today.", "No."), []),
        ("שלום דנה\n", []),
    ],
)
def test_what_was_written_anew_is_not_approved(edited: str, left: list[str]) -> None:
    assert approved(with_body(REPLY, edited)) == left


def test_an_unchanged_text_is_the_same_reply() -> None:
    assert with_body(REPLY, BODY) is REPLY
    assert with_body(replace(REPLY, approved=()), "x\n").approved == ()


def test_where_the_same_words_stand_hundreds_of_times_only_beginning_and_end_are_known_again() -> None:
    old = f"First. {'- line ' * 400}Last."
    reply = replace(REPLY, body=old, approved=((0, len(old)),))

    assert approved(with_body(reply, f"First. {'- line line ' * 400}Last."))[:1] == ["First. - line"]
    assert "Last." in approved(with_body(reply, f"First. {'- line line ' * 400}Last."))[-1]
