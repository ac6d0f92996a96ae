from __future__ import annotations

import unicodedata
from json import dumps
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from replyctl.clean import clean, printable, safe
from replyctl.errors import ConfigError
from replyctl.yamlfile import parse

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


def test_what_the_cleaning_lets_pass_a_yaml_file_may_hold() -> None:
    for start in range(0, 0x110000, 0x1000):
        text = clean(f"a{''.join(map(chr, range(start, start + 0x1000)))}b")
        assert parse(dumps({"text": text}, ensure_ascii=False), "file", ConfigError).data == {"text": text}


def test_the_mark_of_byte_order_goes_wherever_it_stands() -> None:
    assert clean("\ufeffDa\ufeffna\ufeff") == "Dana"
    assert clean("Dana \ufeff", newlines=True) == "Dana"


def test_all_texts_of_a_files_data_are_made_safe_and_stay_as_long_as_they_were() -> None:
    data = {"na\x1b[2Jme": [" Da\u202ena\r\n", 7, None, {"x": "\ufeff\x9b"}], "n": True}

    assert safe(data) == {"name": [" Dana\n", 7, None, {"x": ""}], "n": True}


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
