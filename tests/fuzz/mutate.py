"""Texts and JSON values made worse, by a seeded choice: what customers, files and other programs could hold."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

MOST = 20_000
"""Characters of a text; the one bound that nobody's input keeps is tested by the program's own tests."""
CONTROLS = (
    "\x1b[31m", "\x1b]52;c;aGk=\x07", "\x1b", "\x9b31m", "\x90q\x9c", "\x00", "\x07", "\x08", "\x0b", "\x0c", "\r", "\r\n", "\x7f", "\x85",
    "\u2028", "\u2029", "\u202a", "\u202e", "\u202c", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f", "\u061c", "\ufeff", "\u00ad",
    "\u200b", "\u200d", "\ufffe", "\uffff", "\ufdd0", "\ud800", "\udfff", "\U0010ffff", "\U000e0041", "\ufff9",
)  # fmt: skip
WIDE = (
    "✔️",
    "SmartLatch™️",
    "👨‍👩‍👧‍👦",
    "🏳️‍🌈",
    "1️⃣",
    "e\u0301\u0302\u0303",
    "\u05b0\u05b1",
    "ﷺ",
    "ｱ",
    "　",
    "我",
    "שָׁלוֹם",
    "\u115f\u1160",
    "🇩🇪",
    "\t",
)
MARKS = (
    "!", "!!", "?", "?!", "...", "。", "。。", "，", "：", ",,", ".", ";", "(", ")", "((", "[", "]", "{{", "}}", "{%", "%}", "<", ">", "“", "”",
    '"', "'", "`", "```", "*", "_", "#", "-", "--", "-- \n", "—", "|", "\\", "/", "@", "$", "%", "&", "=?utf-8?q?", "?=", "=", "\n", "\n\n", "\r\n",
    "\n> ", "\n>> ", "\n- ", "\n1. ", "\n2) ", "\n一、", " ", "  ", "\u00a0",
)  # fmt: skip
WORDS = (
    "Hi Diane,", "Dear ,", "Hello [Name]", "שלום דיאן,", "王女士，您好：", "Kind regards,", "בברכה,", "此致", "sorry", "מצטערים", "抱歉", "soon", "בהקדם", "尽快",
    "XXXX", "xxxx ", "TODO", "DD/MM/YYYY", "FNAME", "*|FNAME|*", "{{ contact.name }}", "Subject: Hi", "From: a@b.example", "Content-Type: text/html",
    "replyctl: ignore[all-caps]", "<!-- replyctl: ignore[", "http://1.2.3.4/login", "https://a.example/x!!", "[a](http://b.example)", "www.", "a@b.example",
    "4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00", "123-45-6789", "password: Tr0ub4dor&3", "密码：Abc12345", "סיסמה: Abc12345", "CVV 123", "HW-659",
    "#12345", "2026-11-25", "31.02.2026", "Monday 30 February", "12:61", "48 hours", "$1,000.00", "₪50", "50%", "1 2 3", "Where is it?", "למה?", "为什么？",
    "On Mon, Nov 23, 2026 at 9:00, Diane wrote:", "-----Original Message-----", "attached", "the the", "PLEASE READ", "unfortunately", "damn", "as soon as",
)  # fmt: skip
TEXTS = (*CONTROLS, *WIDE, *MARKS, *WORDS)
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 10**30, 1e308, float("inf"), float("nan"), "", " ", "0", "null", [], {}, [[]], [None], {"": None}, "\ud800", "x" * 5000,
    "../../etc/passwd", "zh-Hant", "zz", "en_US.UTF-8", "2026-11-25", "9999-12-31T23:59:59+14:00", "0001-01-01T00:00:00-14:00", "(a+)+$", "[",
)  # fmt: skip
_RANGES = (
    (0x20, 0x7E), (0x20, 0x7E), (0x00, 0x1F), (0x80, 0xFF), (0x300, 0x36F), (0x590, 0x5FF), (0x600, 0x6FF), (0xE00, 0xE7F), (0x1100, 0x11FF),
    (0x2000, 0x206F), (0x2600, 0x27BF), (0x3000, 0x30FF), (0x4E00, 0x9FFF), (0xD800, 0xDFFF), (0xFE00, 0xFFFF), (0x1F300, 0x1FAFF), (0xE0000, 0xE01EF),
    (0x0, 0x10FFFF),
)  # fmt: skip


def anything(random: Random, most: int = 400) -> str:
    """Characters of one or two ranges of Unicode, or pieces of those above."""
    if random.random() < 0.5:
        return "".join(random.choices(TEXTS, k=random.randint(0, most // 4)))
    ranges = random.sample(_RANGES, 2)
    return "".join(chr(random.randint(*random.choice(ranges))) for _ in range(random.randint(0, most)))


def mutated(text: str, random: Random, other: str = "") -> str:
    """`text` changed a few times in one to four ways; `other` is what is spliced into it."""
    for _ in range(random.randint(1, 4)):
        text = random.choice(_CHANGES)(text, random, other)[:MOST]
    return text


def _inserted(text: str, random: Random, _other: str) -> str:
    for _ in range(random.randint(1, 8)):
        at = random.randint(0, len(text))
        text = text[:at] + random.choice(TEXTS) + text[at:]
    return text


def _many(text: str, random: Random, _other: str) -> str:
    """One or two pieces over and over: what a pattern that tries every way chokes on."""
    unit = "".join(random.choices((*TEXTS, "a", "x", "1", "é", "ב"), k=random.choice((1, 1, 2, 3))))
    at = random.randint(0, len(text))
    return (
        text[:at]
        + unit * random.choice((8, 40, 40, 300, 300, 2000, MOST))
        + random.choice(("", "!", "\n", "x"))
        + text[at:]
    )


def _deleted(text: str, random: Random, _other: str) -> str:
    start, end = _span(text, random)
    return text[:start] + text[end:]


def _doubled(text: str, random: Random, _other: str) -> str:
    start, end = _span(text, random)
    return text[:end] + text[start:end] * random.choice((1, 1, 3, 50)) + text[end:]


def _moved(text: str, random: Random, _other: str) -> str:
    start, end = _span(text, random)
    at = random.randint(0, len(text))
    return text[:start] + text[at : at + 40] + text[end:]


def _spliced(text: str, random: Random, other: str) -> str:
    return text[: random.randint(0, len(text))] + other[random.randint(0, len(other)) :]


def _replaced(text: str, random: Random, _other: str) -> str:
    if not text:
        return text
    old = random.choice(text)
    return text.replace(old, random.choice((*TEXTS, old * 2)), random.choice((1, 5, -1)))


def _cased(text: str, random: Random, _other: str) -> str:
    start, end = _span(text, random)
    change: Callable[[str], str] = random.choice((str.upper, str.lower, str.swapcase, str.title))
    return text[:start] + change(text[start:end]) + text[end:]


def _reversed(text: str, random: Random, _other: str) -> str:
    start, end = _span(text, random)
    return text[:start] + text[start:end][::-1] + text[end:]


def _shuffled(text: str, random: Random, _other: str) -> str:
    between = random.choice(("\n", " ", ". "))
    pieces = text.split(between)
    random.shuffle(pieces)
    return between.join(pieces)


def _foreign(text: str, random: Random, _other: str) -> str:
    at = random.randint(0, len(text))
    return text[:at] + anything(random, 60) + text[at:]


_CHANGES = (
    _inserted, _inserted, _many, _deleted, _doubled, _moved, _spliced, _replaced, _cased, _reversed, _shuffled, _foreign,
)  # fmt: skip


def _span(text: str, random: Random) -> tuple[int, int]:
    start = random.randint(0, len(text))
    return start, min(len(text), start + random.choice((1, 3, 12, 80, 2000)))


def mutated_value(value: Any, random: Random) -> Any:  # noqa: ANN401 - JSON's values are of any type
    """A JSON value with one to three of its pieces changed into others, of any kind."""
    for _ in range(random.randint(1, 3)):
        value = _changed(value, random)
    return value


def _changed(value: Any, random: Random) -> Any:  # noqa: ANN401 - as above
    if value and isinstance(value, dict) and random.random() < 0.85:
        key = random.choice(list(value))
        rest = {name: one for name, one in value.items() if name != key or random.random() < 0.1}
        name = mutated(key, random)[:100] if random.random() < 0.1 else key
        return rest if random.random() < 0.1 else {**rest, name: _changed(value[key], random)}
    if value and isinstance(value, list) and random.random() < 0.85:
        at = random.randrange(len(value))
        return [*value[:at], *([] if random.random() < 0.1 else [_changed(value[at], random)]), *value[at + 1 :]]
    if isinstance(value, str) and random.random() < 0.6:
        return mutated(value, random)
    return random.choice((*VALUES, anything(random, 60), _deep(value, random.choice((3, 60, 400)))))


def _deep(value: Any, levels: int) -> Any:  # noqa: ANN401 - as above
    for _ in range(levels):
        value = [value]
    return value
