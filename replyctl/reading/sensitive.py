"""Finds what no mail should contain: valid numbers of payment cards, bank accounts and national ids; passwords."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from replyctl.text.cut import Cut, remembered
from replyctl.text.normal import plain

Span = tuple[int, int, str]
# Han letters touch a number without a space, and Hebrew ones its hyphen: only ASCII ones make it part of a word.
_BEFORE, _AFTER = r"(?<![A-Za-z0-9_])(?<!\d[.,])(?<![A-Za-z0-9_.,]-)", r"(?![A-Za-z0-9_-])"
_CARD = rf"{_BEFORE}(?:\d[ -]?){{12,18}}\d{_AFTER}"
_IBAN = r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}(?: ?[A-Z0-9])?(?![A-Za-z0-9])"
_CHINESE_ID = rf"{_BEFORE}\d{{17}}[\dXx]{_AFTER}"
_AMERICAN_ID = rf"{_BEFORE}(?!000|666|9\d\d)\d{{3}}-(?!00)\d{{2}}-(?!0000)\d{{4}}{_AFTER}"
_HINT = rf"(?:\d[ -]?){{9}}|{_IBAN}"
"""Every number has nine digits in a row, except a bank account's, which may contain letters."""
_NINE = rf"{_BEFORE}(?:\d{{9}}|\d{{8}}-\d|[A-Z][12]\d{{8}}){_AFTER}"
# The marks around a password do not belong to it; beside Han letters nothing else shows where it ends.
_BEHIND = r"[\s:：\"'“”『「(（*_`\[\u05be–-]*+((?![,;\"'`])[!-~](?:(?![,;\"'`])[!-~]){3,63})"
_COLON = r"\s*[:：]"
_MARKS = ".:!?)]*_"
"""Marks that end a sentence rather than a password."""
_COUNT = r"\d{1,3}(?:[-~/:]\d{1,3}|-?[a-z]+)?[+%]?"
"""What belongs to a rule about passwords: 8-16, 24h, 2-factor."""
_TELLING = "!@#$%^&*=+?"
"""Marks that do not occur inside ordinary words."""
_SHORTEST = 4
_ID_WORD_REACH = 40
"""The most code points between the words "ID number" and the number."""


def is_possible(text: str) -> bool:
    """Whether `text` has a digit or a telling mark: without one, it cannot hold anything sensitive in any language."""
    return any(char.isdigit() or char in _TELLING for char in plain(text))


@remembered
def sensitive(piece: Cut) -> list[Span]:
    """Every sensitive stretch: code points and what it is. Quoted mail counts too: it goes out with the reply."""
    text = plain(piece.text)
    if not re.search(_HINT, text, re.ASCII) and not piece.find("password-is", "password-words"):
        return []
    links = piece.masked("§url")
    return [found for found in _found(piece, text) if not links.hold(found[0])]


def _found(piece: Cut, text: str) -> Iterator[Span]:
    for match in re.finditer(_CARD, text, re.ASCII):
        if not _is_named(piece, match) and _is_card(match.group()):
            yield match.start(), match.end(), "a card number"
    for match in re.finditer(_IBAN, text, re.ASCII):
        end = _iban_end(match.group())
        if end and not _is_own(piece, match.start()):
            yield match.start(), match.start() + end, "a bank account"
    for pattern, fits in ((_CHINESE_ID, _is_chinese_id), (_AMERICAN_ID, lambda _: True)):
        for match in re.finditer(pattern, text, re.ASCII):
            if fits(match.group()):
                yield match.start(), match.end(), "a national id"
    yield from _named_ids(piece, text)
    yield from _passwords(piece)


def _passwords(piece: Cut) -> Iterator[Span]:
    """What follows "the password is", and "password" with a colon."""
    ends = dict.fromkeys(piece.ends[hit.last - 1] for hit in piece.find("password-is"))
    words = (piece.ends[hit.last - 1] for hit in piece.find("password-words"))
    ends |= dict.fromkeys(end for end in words if re.match(_COLON, piece.text[end : end + 3]))
    for end in ends:
        secret = re.compile(_BEHIND).match(piece.text, end)
        word = secret[1].rstrip(_MARKS) if secret else ""
        if secret and _looks_secret(word):
            yield secret.start(1), secret.start(1) + len(word), "a password"


def _is_named(piece: Cut, match: re.Match[str]) -> bool:
    """Whether it is said to be the number of a parcel, an order or a device: one in ten passes a card's check."""
    at = bisect_left(piece.starts, match.start())
    named = piece.find("other-numbers").lasts
    return not named.isdisjoint({at - 1, at})


_ISSUED = r"3[47]\d{13}|3[0689]\d{12}|[2-6]\d{12}(?:\d{3,6})?"
"""ISO/IEC 7812 by issuer: 15 digits are American Express or no card, such as a telephone's IMEI."""


def _is_card(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    groups = re.split(r"[ -]", written)
    even = len(groups) == 1 or all(len(group) >= 3 for group in groups)  # noqa: PLR2004 - cards are written in fours, Amex 4-6-5
    if not even or len(set(digits)) == 1 or not re.fullmatch(_ISSUED, digits):
        return False
    from stdnum import luhn

    return luhn.is_valid(digits)


def _is_own(piece: Cut, at: int) -> bool:
    """Whether the words before the account ask the customer to pay into it: the sender's own account is no secret."""
    word = bisect_left(piece.starts, at)
    sentence = piece.sentence_at(word) or piece.sentence_at(word - 1)
    return sentence is not None and bool(piece.find("own-account").between(sentence.first, word))


def _iban_end(written: str) -> int:
    """How much of the match is an account number, by its country's length and its checksum: words may follow it."""
    from stdnum import iban

    ends = [*(blank.start() for blank in re.finditer(" ", written)), len(written)]
    # Countries' own checks are left out: an account that failed one by mistake would be sent.
    return next((end for end in reversed(ends) if iban.is_valid(written[:end], check_country=False)), 0)


def _is_chinese_id(number: str) -> bool:
    """Whether birth date and check digit fit; stdnum's list of places lacks foreign residents' permits."""
    if number[6:8] not in {"19", "20"}:
        return False
    from stdnum.cn import ric
    from stdnum.exceptions import ValidationError

    try:
        ric.get_birth_date(number)
    except ValidationError:
        return False
    return ric.calc_check_digit(number) == number[-1].upper()


def _named_ids(piece: Cut, text: str) -> Iterator[Span]:
    """Israeli ids (nine digits) and Taiwanese ones (a letter, nine digits), valid and after words for an id."""
    words = [piece.ends[hit.last - 1] for hit in piece.find("id-words")]
    for match in re.finditer(_NINE, text, re.ASCII):
        number = match.group().replace("-", "")
        fits = _is_taiwanese_id if number[0].isalpha() else _is_israeli_id
        last = bisect_right(words, match.start()) - 1
        if last >= 0 and match.start() - words[last] <= _ID_WORD_REACH and fits(number):
            yield match.start(), match.end(), "a national id"


def _is_israeli_id(number: str) -> bool:
    from stdnum.il import idnr

    return idnr.is_valid(number)


def _is_taiwanese_id(number: str) -> bool:
    digits = f"{'ABCDEFGHJKLMNPQRSTUVXYWZIO'.index(number[0]) + 10}{number[1:]}"
    weights = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 10 == 0


def _looks_secret(word: str) -> bool:
    """Whether it is neither a plain word ("case-sensitive") nor a count: it has a digit, or a mark unusual in words."""
    if len(word) < _SHORTEST or "://" in word or re.fullmatch(_COUNT, word) or not any(map(str.isalnum, word)):
        return False
    return any(char.isdigit() or char in _TELLING for char in word)
