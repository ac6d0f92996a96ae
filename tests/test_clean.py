from __future__ import annotations

import unicodedata
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from replyctl.clean import clean, printable

UNSAFE = frozenset(
    [
        *map(chr, (*range(0x20), *range(0x7F, 0xA0))),
        *map(chr, (0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))),
        *map(chr, range(0xD800, 0xE000)),
    ]
)
HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(
            ["\x1b[31m", "\x1b]0;title\x07", "\x1b]8;;https://evil.test\x1b\\", "\x1bP", "\x9b2J", "\x9d", "\x9c"]
        ),
        st.sampled_from(
            ["\x1b", "\x07", "\r\n", "\r", "\n", "\t", "\x0b", "\x85", "\u2028", "\u202e", "\u2066", "\ud800", "\0"]
        ),
        st.text(max_size=6),
    ),
    max_size=14,
).map("".join)


def test_foreign_text_is_made_safe(case: dict[str, Any]) -> None:
    text = case["text"]

    assert clean(text) == case["value"]
    assert clean(text, newlines=True) == case.get("lines", case["value"])
    assert printable(text) == case["shown"]


def test_a_lone_surrogate_is_taken_out() -> None:
    assert clean("Dana\ud83d Levi") == "Dana Levi"
    assert printable("Dana\ud83d Levi") == "Dana\ufffd Levi"


@given(HOSTILE)
def test_no_control_leaves_the_cleaning(text: str) -> None:
    assert not UNSAFE & set(clean(text))
    assert not (UNSAFE - {"\n"}) & set(clean(text, newlines=True).replace("\t", ""))
    assert not (UNSAFE - {"\n", "\t"}) & set(printable(text))


@given(HOSTILE)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    for once in (clean(text), clean(text, newlines=True)):
        assert clean(once, newlines=True) == once
        assert unicodedata.is_normalized("NFC", once)
        assert once.strip() == once
    assert printable(printable(text)) == printable(text)


@given(HOSTILE)
def test_a_value_holds_no_line_end_and_can_be_encoded(text: str) -> None:
    assert not {"\n", "\r", "\t"} & set(clean(text))
    clean(text, newlines=True).encode()
    printable(text).encode()
