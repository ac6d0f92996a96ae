"""A typed value stands in its sentence as if the snippet's author had written it there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from making import body

from replyctl.library.find import Library
from replyctl.library.snippet import Field


@pytest.mark.parametrize(
    ("language", "template", "typed", "prints"),
    [
        ("en", "I am sorry: {{ a }}. It is our fault.", "The vase broke.", "I am sorry: The vase broke. It is our fault."),
        ("en", "I am sorry that {{ a }}, and I ask you to wait.", "The vase broke!", "I am sorry that the vase broke, and I ask you to wait."),
        ("en", "I will {{ a }} and write to you.", "check the lamp.", "I will check the lamp and write to you."),
        ("en", "It is late because {{ a }}.", "Your oak came late", "It is late because your oak came late."),
        ("en", "We sent it to {{ a }}, as you asked.", "Acme Inc.", "We sent it to Acme Inc., as you asked."),
        ("en", "We sent it to {{ a }}.", "Acme Inc.", "We sent it to Acme Inc."),
        ("en", "We sent it to {{ a }}, as you asked.", "a friend in the U.S.", "We sent it to a friend in the U.S., as you asked."),
        ("en", "It went to {{ a }} yesterday.", "Will Smith", "It went to Will Smith yesterday."),
        ("en", "{{ a }} It will be fine.", "The shop is open.", "The shop is open. It will be fine."),
        ("en", "{{ a }}\n\nBye", "The shop is open.", "The shop is open.\n\nBye"),
        ("en", "Is it true that {{ a }}?", "the lamp works.", "Is it true that the lamp works?"),
        ("zh", "很抱歉，{{ a }}。这是我们的责任。", "花瓶碎了。", "很抱歉，花瓶碎了。这是我们的责任。"),
        ("zh", "我会{{ a }}，并告诉您。", "请技术员核对。", "我会请技术员核对，并告诉您。"),
        ("he", "הסיבה: {{ a }}.", "האגרטל נשבר.", "הסיבה: האגרטל נשבר."),
        ("he", "נפגשים ב-{{ a }}.", "חיפה", "נפגשים בחיפה."),
        ("he", "נפגשים ב{{ a }}.", "HomeWorks", "נפגשים ב-HomeWorks."),
        ("he", "תקף ל-{{ a }} דקות.", "30", "תקף ל-30 דקות."),
    ],
)  # fmt: skip
def test_a_clause_loses_what_only_a_sentence_has(language: str, template: str, typed: str, prints: str) -> None:
    assert body(template, {"a": Field()}, sets={"a": typed}, language=language) == prints


@pytest.mark.parametrize(
    ("language", "template", "prints"),
    [
        ("en", "We send it on {{ a }} to you.", "We send it on Friday, 27 November 2026, to you."),
        ("en", "We send it on {{ a }}.", "We send it on Friday, 27 November 2026."),
        ("en", "On {{ a }}, we send it ({{ a }}).", "On Friday, 27 November 2026, we send it (Friday, 27 November 2026)."),
        ("en", "- {{ a }}\n- at noon", "- Friday, 27 November 2026\n- at noon"),
        ("en", "We send it on {{ a | date('long') }} to you.", "We send it on 27 November 2026 to you."),
        ("en-US", "We send it on {{ a | date('long') }} to you.", "We send it on November 27, 2026, to you."),
        ("he", "המשלוח ייצא ב{{ a }} לכתובת שלך.", "המשלוח ייצא ביום שישי, 27 בנובמבר 2026, לכתובת שלך."),
        ("he", "המשלוח ייצא ב{{ a }}.", "המשלוח ייצא ביום שישי, 27 בנובמבר 2026."),
        ("zh", "将于{{ a }}发货。", "将于 2026 年 11 月 27 日星期五发货。"),
    ],
)  # fmt: skip
def test_the_comma_inside_a_date_has_its_second_one_where_the_sentence_goes_on(
    language: str, template: str, prints: str
) -> None:
    assert body(template, {"a": Field(type="date")}, sets={"a": "2026-11-27"}, language=language) == prints


@pytest.mark.parametrize("typed", ["Room 5, Quay 2026", "Leeds, 1040 Mill Lane 2026", "HW-1, ABC 2026"])
def test_what_only_looks_like_a_date_has_no_second_comma(typed: str) -> None:
    assert body("It is in {{ a }} now.", {"a": Field()}, sets={"a": typed}) == f"It is in {typed} now."


@pytest.mark.parametrize(
    ("language", "template", "partial", "prints"),
    [
        ("en", "I paid in full; {{ partial('p') }}.", "The money will be there.", "I paid in full; the money will be there."),
        ("en", "I paid, and {{ partial('p') }} as agreed.", "The money will be there.\n", "I paid, and the money will be there as agreed."),
        ("en", "I paid, {{ partial('p') }}.", "the money is there\n", "I paid, the money is there."),
        ("en", "{{ partial('p') }} It is yours.", "The money will be there.", "The money will be there. It is yours."),
        ("en", "{{ partial('p') }}\n\nBye.", "One.\n\nTwo.\n", "One.\n\nTwo.\n\nBye."),
        ("en", "Ask {{ partial('p') }}.", "Dana Levi", "Ask Dana Levi."),
        ("en", "I paid; {{ partial('p') }}.", "The sum is {{ a }}", "I paid; the sum is all."),
        ("zh", "已退款，{{ partial('p') }}。", "款项很快到账。", "已退款，款项很快到账。"),
        ("he", "החזרתי הכול, ו{{ partial('p') }}.", "הכסף יגיע מחר.", "החזרתי הכול, והכסף יגיע מחר."),
    ],
)  # fmt: skip
def test_a_partial_that_is_a_sentence_fits_into_the_one_it_stands_in(
    tmp_path: Path, language: str, template: str, partial: str, prints: str
) -> None:
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "p.yaml").write_text(f"{language}: {json.dumps(partial)}\n", "utf-8")
    fields = {"a": Field(optional=True)}
    assert body(template, fields, sets={"a": "All."}, language=language, library=Library.open([tmp_path])) == (
        prints.replace("is all.", "is All.")
    )
