"""The number of the case in a text: of the order, else of an invoice, a case, a ticket. Never a telephone number or the like.

The word before a number tells what it numbers ("order", "订单", "הזמנה"); where a team has told what its order numbers
look like, one of that form needs no word.
"""

from __future__ import annotations

import re
from functools import cache as once
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from replyctl.errors import PatternTooSlow
from replyctl.language import available, load
from replyctl.language.mail_words import mail_words
from replyctl.pattern import fits
from replyctl.text.masks import masks
from replyctl.text.normal import plain
from replyctl.text.phrases import stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBER = re.compile(r"(?<![A-Za-z0-9@./_-])#?[A-Za-z]{0,8}[-_/]?\d[A-Za-z0-9]*(?:[-_/][A-Za-z0-9]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:[\"״'׳’-][^\W\d_]+)*")
_FILLING = ":：#([\"'“*_.,=–—-׳״°№"
_APART = "\u3040"
"""From this character on, words touch each other: kana, Han, Hangul."""
_KINDS = ("order", "invoice", "case", "ticket")
_DATE = r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\d{1,2}(?:st|nd|rd|th|am|pm|h)|\d{1,2}[-/]\d{1,2}"
_DATE_BEHIND = r"[./:]\d|\s*[年月日号]|\s*%"
_YEAR = r"(?:19|20)\d\d"
_SIGN = r"[$€£¥₪]"
_NEAR, _REACH = 60, 80
"""Characters between a word and its number, and before the number with the word."""
_SHORT, _LONG = 3, 5
"""The fewest digits of a number, right behind its word and at some distance."""
_MOST = 400
"""Numbers of one text that are looked at."""
_LONGEST = 40


class _Found(NamedTuple):
    rank: int
    start: int
    number: str


def case_number(texts: Sequence[str], patterns: tuple[str, ...] = ()) -> str:
    """The number that the first of the `texts` with one names, without `#`; "" if none does."""
    for text in texts:
        found = sorted(_numbers(text, patterns))
        if found:
            return found[0].number
    return ""


def _numbers(text: str, patterns: tuple[str, ...]) -> Iterator[_Found]:
    """Every number of a case, the better ones with the lower rank."""
    text = plain(text)
    phones = [(start, end) for start, end, kind in masks(text) if kind in {"§phone", "§email", "§url"}]
    for count, match in enumerate(_NUMBER.finditer(text)):
        if count >= _MOST:
            return
        number = match[0].lstrip("#")
        if len(number) > _LONGEST:
            continue
        kind, gap = _named(text, match.start())
        is_own = bool(patterns) and kind != "other" and _fits(number, patterns)
        if is_own:
            yield _Found(-1, match.start(), number)
        elif not _is_something_else(text, match, phones, is_named=kind in _KINDS and not gap):
            if kind in _KINDS and _is_enough(number, gap):
                yield _Found(_KINDS.index(kind), match.start(), number)
            elif not kind and match[0].startswith("#") and sum(map(str.isdigit, number)) >= _SHORT:
                yield _Found(len(_KINDS), match.start(), number)


def _named(text: str, at: int) -> tuple[str, str]:
    """What the nearest word before says of the number, and what stands between that is no mark and no filler."""
    before = text[max(at - _REACH, 0) : at]
    kind, end = _nearest(before)
    between = before[end:]
    if not kind or len(between) > _NEAR:
        return "", ""
    if _fills(between):
        return kind, ""
    apart = re.search(r"[.!?。！？\n]\s|\n|\d", between) or (kind == "other" and len(between) > _NEAR // 3)
    return ("", "") if apart else (kind, between.strip())


def _nearest(before: str) -> tuple[str, int]:
    """The kind of the last word that tells one, and where it ends; "" without such a word."""
    kinds, (touching, _) = mail_words().references, _touching()
    for match in reversed(list(_WORD.finditer(before))):
        word = match[0].casefold()
        if kind := next((kinds[form] for form in (word, *stems(word, _prefixes())) if form in kinds), ""):
            return kind, match.end()
        ends = [(at + len(one), len(one), one) for one in touching if (at := word.rfind(one)) >= 0]
        if ends:
            end, _, one = max(ends)
            return kinds[one], match.start() + end
    return "", 0


def _fills(between: str) -> bool:
    """Whether nothing but marks and words such as "number" stands there."""
    known, (_, touching) = mail_words().number_words, _touching()
    rest = between.casefold()
    for word in touching:
        rest = rest.replace(word, " ")
    words = _WORD.findall(rest)
    if not all(any(form in known for form in (word.rstrip("º"), *stems(word, _prefixes()))) for word in words):
        return False
    return all(char in _FILLING or (char.isspace() and char != "\n") for char in _WORD.sub("", rest))


@once
def _touching() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of scripts whose words touch each other: those that name a number, and those between; long ones first."""
    return tuple(
        tuple(sorted((word for word in words if word[:1] > _APART), key=len, reverse=True))
        for words in (mail_words().references, mail_words().number_words)
    )  # type: ignore[return-value] # two of them


@once
def _prefixes() -> frozenset[str]:
    return frozenset(prefix for code in available() for prefix in load(code).prefixes)


def _is_enough(number: str, gap: str) -> bool:
    """Whether it is long enough for its distance from the word."""
    digits = sum(map(str.isdigit, number))
    if not gap:
        return digits >= _SHORT or (digits > 1 and number[0].isalpha() and number[:1].isupper())
    return digits >= _LONG or (digits >= _SHORT and number[0].isalpha() and number[:1].isupper())


def _is_something_else(text: str, match: re.Match[str], phones: list[tuple[int, int]], *, is_named: bool) -> bool:
    """Whether it is a date, an amount, a telephone number, an address: `is_named` by a word right before it."""
    number, start, end = match[0], match.start(), match.end()
    before, behind = text[max(start - 4, 0) : start], text[end : end + 12]
    if re.fullmatch(_DATE, number) or re.match(_DATE_BEHIND, behind) or re.search(rf"{_SIGN}\s?\Z", before):
        return True
    money = re.match(rf"\s?(?:{_SIGN}|([^\W\d_]+|[₪¥]))", behind)
    if money and (not money[1] or money[1].casefold() in mail_words().money):
        return True
    if before.endswith("+") or re.search(r"[\d,.]\Z|\d\s?[:x×]\Z", before):
        return True
    if is_named or number.startswith("#"):
        return False
    return bool(re.fullmatch(_YEAR, number)) or any(low <= start < high for low, high in phones)


def _fits(number: str, patterns: tuple[str, ...]) -> bool:
    try:
        return _fitting(number, patterns)
    except PatternTooSlow:  # said when the agent types one; a mail is read all the same
        return False


@lru_cache(1000)
def _fitting(number: str, patterns: tuple[str, ...]) -> bool:
    return fits(number, patterns)
