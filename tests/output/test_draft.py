"""A draft for terminal mail clients."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from replyctl.compose.reply import Reply
from replyctl.output import FORMATS

Make = Callable[..., Reply]
draft = FORMATS["draft"]


def test_headers_are_raw_and_one_line_each(make: Make) -> None:
    reply = make("שלום נועה,\n", "הזמנה 4711 — 订单", name="Noa Lévy", agent="דנה לוי")
    assert draft(reply) == (
        "From: דנה לוי <support@shop.example>\n"
        "To: Noa Lévy <diane@customer.example>\n"
        "Subject: הזמנה 4711 — 订单\n\nשלום נועה,\n"
    )


def test_what_is_not_known_has_no_header(make: Make) -> None:
    assert draft(make(email="", contact="+972 3 555 0100")) == "Subject: Order HW-659\n\nHello Diane,\n\nAll is well.\n"
    assert draft(make(context={})).startswith("Subject:")


def test_an_empty_subject_leaves_the_header_empty(make: Make) -> None:
    assert "\nSubject:\n\n" in draft(make(subject=""))


def test_a_name_with_marks_is_quoted(make: Make) -> None:
    assert 'To: "Lévy, \\"Noa\\" (VIP)" <diane@' in draft(make(name='Lévy, "Noa" (VIP)'))


def test_no_client_is_given_an_encoded_word_to_decode(make: Make) -> None:
    nasty = "=?utf-8?q?Hi=0D=0ABcc:_evil@x.example?="
    shown = draft(make(subject=nasty, name=nasty))
    assert "=?" not in shown
    assert "= ?utf-8?q?Hi" in shown


@given(
    subject=st.text(),
    name=st.text() | st.sampled_from(["a\r\nBcc: evil@x.example", "x, evil@x.example <evil@x.example>"]),
)
def test_no_text_adds_a_header_or_a_line(make: Make, subject: str, name: str) -> None:
    head, _, body = draft(make("Body\n", subject, name=name)).partition("\n\n")
    assert [line.split(":")[0] for line in head.split("\n")] == ["From", "To", "Subject"]
    assert body == "Body\n"
    assert len(head.splitlines()) == 3
