"""Charset names as mails use them, names that lie, and bytes without any."""

from __future__ import annotations

import pytest

from replyctl.mail.message.charset import characters

HEBREW = "שלום, איפה ההזמנה שלי?"
CHINESE = "您好，我的订单还没有收到。"
RUSSIAN = "Здравствуйте, где мой заказ?"
FRENCH = "Où est ma commande ? Merci à vous."


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (HEBREW, "cp1255", "iso-8859-8-i"),
        (HEBREW, "cp1255", "windows-1255"),
        (HEBREW, "utf-8", "iso-8859-8-i"),
        (HEBREW, "cp1255", "us-ascii"),
        (HEBREW, "cp1255", "iso-8859-1"),
        (HEBREW, "cp1255", "utf-8"),
        (HEBREW, "utf-8", "x-unknown"),
        (CHINESE, "gb18030", "gb2312"),
        (CHINESE, "gb18030", None),
        (CHINESE, "gb18030", "us-ascii"),
        (CHINESE, "utf-8", "us-ascii"),
        ("顏是家訓，生民已來，固常然矣。", "big5", None),
        (RUSSIAN, "koi8-r", None),
        (RUSSIAN, "cp1251", "x-unknown"),
        (FRENCH, "cp1252", None),
        (FRENCH, "cp1252", "utf-8"),
        (FRENCH, "utf-8", "iso-8859-1"),
        ("電話", "iso2022_jp", "iso-2022-jp"),
        ("plain", "ascii", "idna"),
    ],
)
def test_a_text_is_read_whatever_it_is_declared_as(text: str, encoding: str, declared: str | None) -> None:
    assert characters(text.encode(encoding), declared) == text


@pytest.mark.parametrize(
    "name", ["idna", "punycode", "unicode_escape", "hex", "rot13", "../../x", "%", "\0", "utf-7", ""]
)
def test_what_is_no_charset_is_passed_over(name: str) -> None:
    assert "é" in characters("é \\x41 \xff".encode("latin-1") + "é".encode(), name) or name == "utf-7"
    assert characters(b"a" * 10, name) == "a" * 10
