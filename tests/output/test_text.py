"""The body alone, and its lines broken on request."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from replyctl.compose.reply import Reply
from replyctl.output import FORMATS
from replyctl.output.text import wrap

Make = Callable[..., Reply]


@pytest.mark.parametrize("body", ["Hello", "Hello\n", "Hello\n\n\n", "\nHello\r\n"])
def test_there_is_exactly_one_final_newline(make: Make, body: str) -> None:
    assert FORMATS["text"](make(body)) == "Hello\n"


def test_a_long_line_is_not_wrapped(make: Make) -> None:
    assert FORMATS["text"](make("word " * 100 + "end")) == "word " * 100 + "end\n"


@pytest.mark.parametrize("name", ["text", "draft", "eml", "html", "json"])
def test_no_format_lets_a_terminal_escape_through(make: Make, name: str) -> None:
    nasty = "a\x1b]52;c;eA==\x07b\x1b[2Jc\x9b2J\u202ed"
    shown = FORMATS[name](make(nasty, nasty, name=nasty, agent=nasty))
    assert not set(shown) & set("\x1b\x07\x9b\u202e")
    assert "2J" not in shown


WRAPPED = {
    "words": ("one two three four", 9, "one two\nthree\nfour"),
    "a blank line and an indented one": ("one two\n\n  three four", 7, "one two\n\n  three\n  four"),
    "a word wider than the line": ("a HW-659-000-111 b", 5, "a\nHW-659-000-111\nb"),
    "a URL": ("see https://x.example/a-b?c=d,e now", 10, "see\nhttps://x.example/a-b?c=d,e\nnow"),
    "a quote": ("> one two three", 9, "> one two\n> three"),
    "a quote in a quote": ("> > one two three", 11, "> > one two\n> > three"),
    "a bullet": ("- one two three", 9, "- one two\n  three"),
    "a numbered step": ("10. one two three", 11, "10. one two\n    three"),
    "a quoted bullet": ("> - one two three", 11, "> - one two\n>   three"),
    "the signature": ("one two\n-- \nDana Levi, Support", 4, "one\ntwo\n-- \nDana Levi, Support"),
    "Hebrew": ("שלום דיאן, מה שלומך היום", 12, "שלום דיאן,\nמה שלומך\nהיום"),
    "Chinese": ("您的订单已经发出了", 8, "您的订单\n已经发出\n了"),
    "Chinese, no mark first": ("您的订单，已经发出。", 8, "您的订\n单，已经\n发出。"),
    "Chinese, no bracket last": ("您的单（已经发出）", 8, "您的单\n（已经发\n出）"),
    "Chinese and Latin": ("订单HW-659已经发出", 10, "订单HW-659\n已经发出"),
    "Chinese and a URL": ("请看https://x.example/a。谢谢", 8, "请看\nhttps://x.example/a。\n谢谢"),
}


@pytest.mark.parametrize(("body", "width", "expected"), WRAPPED.values(), ids=WRAPPED.keys())
def test_lines_are_broken_where_a_reader_expects_it(body: str, width: int, expected: str) -> None:
    assert wrap(f"{body}\n", width) == f"{expected}\n"


@given(st.text("ab ,订。（）שt-1.>\n/:h", max_size=80), st.integers(10, 40))
def test_wrapping_loses_nothing_and_is_done_once(body: str, width: int) -> None:
    once = wrap(body, width)
    assert wrap(once, width) == once
    kept = str.maketrans("", "", " \n>")
    assert once.translate(kept) == body.translate(kept)
    assert all(wcswidth(line) <= width or " " not in line.strip("> ") for line in once.split("\n"))
