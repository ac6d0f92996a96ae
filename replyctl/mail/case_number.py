"""The number of the case in a text: of the order, else of an invoice, a case, a ticket. Never a telephone number or the like.

The word before a number tells what it numbers ("order", "订单", "הזמנה"); where a team has told what its order numbers
look like, one of that form needs no word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from replyctl.errors import PatternTooSlow
from replyctl.language.mail_words import mail_words
from replyctl.mail.number_word import named, speaks_of
from replyctl.pattern import fits
from replyctl.text.masks import masks
from replyctl.text.normal import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBER = re.compile(
    r"(?<![A-Za-z0-9@./_])(?<![A-Za-z0-9@./_]-)#?(?:[A-Za-z]{1,8}[-_/]?)?\d[A-Za-z0-9]*(?:[-_/][A-Za-z0-9]+)*"
)
_KINDS = ("order", "invoice", "case", "ticket")
_DATE = (
    r"(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d\d?))"
    r"|\d{1,2}(?:st|nd|rd|th|am|pm|h)|\d{1,2}[-/]\d{1,2}"
)
_DATE_BEHIND = r"[./:]\d|\s*[年月日号]|\s*%"
_YEAR = r"(?:19|20)\d\d"
_SIGN = r"[$€£¥₪]"
_SHORT, _LONG = 3, 5
"""The fewest digits of a number, right behind its word and at some distance."""
_START = 2000
"""Characters in which a mail tells what it is about."""
_MOST = 400
"""Numbers of one text that are looked at."""
_LONGEST = 40
_CODE = r"[A-Z]{2,5}(?:[-_/]\d{2,})+"
_GROUPED = r"\d{4}(?: \d{4})+(?!\s?\d)"
"""A long number in groups, as they are printed on cards."""
_LONE = r"\d{6,9}"
"""A number that is none of a telephone, of an account or of a shop's article, most of the time."""


class _Found(NamedTuple):
    rank: int
    start: int
    number: str


def case_numbers(
    texts: Sequence[str], patterns: tuple[str, ...] = (), questions: Sequence[str] = ()
) -> tuple[str, ...]:
    """The numbers of the best kind that the first of the `texts` with one names, without `#`; one asked about first."""
    for text in texts:
        found = sorted(_numbers(text, patterns))
        if found:
            best = {one.number.casefold(): one.number for one in reversed(found) if one.rank == found[0].rank}
            asked = [
                next((at for at, one in enumerate(questions) if number in one.casefold()), _MOST) for number in best
            ]
            in_order = sorted(zip(asked, reversed(range(len(best))), best.values(), strict=True))
            return tuple(number for _, _, number in in_order)
    return ()


def also_in(subject: str, numbers: Sequence[str], patterns: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The subject's numbers that are formed like one of the text's `numbers` and are none of them, however written."""
    written = {_bare(one) for one in numbers}
    forms = {_form(one) for one in written}
    found = (one for one in case_numbers([subject], patterns) if _form(_bare(one)) in forms)
    return tuple(one for one in found if _bare(one) not in written)


def _bare(number: str) -> str:
    return "".join(filter(str.isalnum, number)).casefold()


def _form(number: str) -> str:
    """The letters as they are and each digit as 9: HW-1234 and DD-1234 number different things."""
    return re.sub(r"\d", "9", number)


def lone_number(text: str, subject: str) -> str:
    """The number of a mail in which no word tells which it is, "" if there is none, or more than one.

    A code in the subject, or the only long number of a mail about an order.
    """
    codes = {number for number in _unnamed(subject) if re.fullmatch(_CODE, number) and _digits(number) >= _LONG}
    if not codes and any(speaks_of(plain(one[:_START]), "order") for one in (subject, text)):
        codes = {number for number in _unnamed(text) if re.fullmatch(_LONE, number)}
    return codes.pop() if len(codes) == 1 else ""


def unnamed(text: str) -> tuple[str, ...]:
    """The codes and long numbers that no word tells of: one may be an order's, of a form that nobody has told."""
    return tuple(dict.fromkeys(number for number in _unnamed(text) if _digits(number) >= _LONG))


def _unnamed(text: str) -> Iterator[str]:
    """The numbers that no word tells of and that are nothing else."""
    text = plain(text)
    phones = _phones(text)
    for match in islice(_NUMBER.finditer(text), _MOST):
        is_other = named(text, match.start())[0] or _is_something_else(text, match, phones, is_named=False)
        if not is_other and len(match[0]) <= _LONGEST:
            yield match[0]


def _phones(text: str) -> list[tuple[int, int]]:
    """Where telephone numbers and the like stand."""
    return [(start, end) for start, end, kind in masks(text) if kind in {"§phone", "§email", "§url"}]


def _digits(number: str) -> int:
    return sum(map(str.isdigit, number))


def _numbers(text: str, patterns: tuple[str, ...]) -> Iterator[_Found]:
    """Every number of a case, the better ones with the lower rank."""
    text = plain(text)
    phones = _phones(text)
    for match in islice(_NUMBER.finditer(text), _MOST):
        number = _grouped(text, match) or match[0].lstrip("#")
        if len(number) > _LONGEST:
            continue
        kind, gap = named(text, match.start())
        own = "" if kind == "other" else _own_form(number, patterns)
        if own:
            yield _Found(-1, match.start(), own)
        elif not _is_something_else(text, match, phones, is_named=kind in _KINDS and not gap):
            if kind in _KINDS and _is_enough(number, gap):
                yield _Found(_KINDS.index(kind), match.start(), number)
            elif not kind and match[0].startswith("#") and _digits(number) >= _SHORT:
                yield _Found(len(_KINDS), match.start(), number)


def _grouped(text: str, match: re.Match[str]) -> str:
    """The whole number, if that is only its first group."""
    groups = re.compile(_GROUPED).match(text, match.start())
    return groups[0] if groups else ""


def _is_enough(number: str, gap: str) -> bool:
    """Whether it is long enough for its distance from the word."""
    digits = _digits(number)
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
    if before.endswith("(") and re.match(r"\)\s?\d", behind):  # an area's code
        return True
    phone = next((text[low:high] for low, high in phones if low <= start < high), "")
    if is_named or number.startswith("#"):
        return not number.startswith("#") and _is_written_as_phone(phone)
    return bool(phone or re.fullmatch(_YEAR, number))


def _is_written_as_phone(phone: str) -> bool:
    """Whether it is one even behind "order": with an area's or a country's code apart, or in three groups."""
    groups = re.findall(r"\d+", phone)
    if len(groups) < 2 or re.fullmatch(_GROUPED, phone):  # noqa: PLR2004 - what is apart
        return False
    return phone[0] in "+(0" or (len(groups) > 2 and " " in phone)  # noqa: PLR2004 - three


def _own_form(number: str, patterns: tuple[str, ...]) -> str:
    """The number as the team writes it, whose patterns may ask for capitals that the customer left out; "" if none fits."""
    written = dict.fromkeys((number, number.upper(), number.lower()))
    return next((one for one in written if patterns and _fits(one, patterns)), "")


def _fits(number: str, patterns: tuple[str, ...]) -> bool:
    try:
        return _fitting(number, patterns)
    except PatternTooSlow:  # said when the agent types one; a mail is read all the same
        return False


@lru_cache(1000)
def _fitting(number: str, patterns: tuple[str, ...]) -> bool:
    return fits(number, patterns)
