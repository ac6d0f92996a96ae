"""The body as a small page."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from replyctl.compose.reply import Reply
from replyctl.output import FORMATS

Make = Callable[..., Reply]
html = FORMATS["html"]


def test_paragraphs_lists_and_quotes_become_elements(make: Make) -> None:
    body = "Hello,\n\n> Where is it?\n> Really?\nHere:\n- one\n- two\n\n2. b\n3) c\n\nRegards,\nDana\n"
    assert html(make(body, "A & B")) == (
        '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n'
        '<head><meta charset="utf-8"><title>A &amp; B</title></head>\n<body dir="ltr">\n'
        "<p>Hello,</p>\n<blockquote><p>Where is it?<br>\nReally?</p></blockquote>\n<p>Here:</p>\n"
        '<ul><li>one</li><li>two</li></ul>\n<ol start="2"><li>b</li><li>c</li></ol>\n'
        "<p>Regards,<br>\nDana</p>\n</body>\n</html>\n"
    )


def test_hebrew_runs_from_right_to_left_with_the_rest_isolated(make: Make) -> None:
    body = "הזמנה HW-659 נשלחה: https://x.example/a?b=1&c=2. כתבו אל a@x.example או +972 3-555 0100."
    body += " פרטים ב-HW-660ו-b@x.example.\n"
    shown = html(make(body, language="he", direction="rtl"))
    assert '<html lang="he" dir="rtl">' in shown
    assert '<body dir="rtl" style="text-align: right">' in shown
    assert "הזמנה <bdi>HW-659</bdi> נשלחה" in shown
    link = "https://x.example/a?b=1&amp;c=2"
    assert f'<bdi><a href="{link}">{link}</a></bdi>. ' in shown
    assert "<bdi>a@x.example</bdi>" in shown
    assert "ב-<bdi>HW-660</bdi>ו-<bdi>b@x.example</bdi>." in shown
    assert "<bdi>+972 3-555 0100</bdi>." in shown


def test_a_link_ends_before_the_mark_after_it(make: Make) -> None:
    assert '<a href="https://x.example/帮助">https://x.example/帮助</a>。' in html(
        make("请看 https://x.example/帮助。\n")
    )


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {tag, *(f"{tag}@{name}" for name, _ in attrs)}


@given(st.text() | st.text("<>\"'&/ =ah:tpjscrip\n-1.", max_size=60), st.sampled_from(["ltr", "rtl"]))
def test_no_text_becomes_an_element(make: Make, text: str, direction: str) -> None:
    tags = Tags()
    tags.feed(
        html(make(f"<script>alert(1)</script> https://x.example/\"onclick='x' {text}", text, direction=direction))
    )
    page = {"html", "html@lang", "html@dir", "head", "meta", "meta@charset", "title", "body", "body@dir", "body@style"}
    assert tags.found <= page | {"p", "br", "ul", "ol", "ol@start", "li", "blockquote", "bdi", "a", "a@href"}
