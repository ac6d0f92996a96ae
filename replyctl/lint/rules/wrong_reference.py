r"""Quote the customer's own reference.

A number from another case is left over from a reply to another customer.

Bad: {body: "Hi Diane,\n\nYour order HW-660 ships on Friday.", context: {order: HW-659}}
Good: {body: "Hi Diane,\n\nYour order HW-659 ships on Friday.", context: {order: HW-659}}
"""

import re
from bisect import bisect_left

from replyctl.lint.rule import Cut, Draft, Severity, Violations, at
from replyctl.reading.sums import SIGN
from replyctl.text.normal import plain
from replyctl.text.scripts import LETTER

SEVERITY = Severity.ERROR
GROUP = "identity"
SOURCE = ("B18",)
_NUMBER = rf"(?<![A-Za-z0-9.,/@])(?<!\d:)#?(?:{LETTER}{{1,8}}[-_/]?)?\d[A-Za-z0-9-]*(?:-{LETTER}(?!{LETTER}))?(?![A-Za-z0-9@/])"
_JOINT = rf"(?<={LETTER})[-_/—]+(?=\d)|(?<=\d)[-_/—]+(?={LETTER})"
"""Marks that some people write between letters and digits, and others leave out."""
_SIGN = 5
"""How many characters beside a number may hold a sign of money: a space, three letters, and what ends them."""
_DIGITS = 4
"""The fewest digits of a reference of which a swap is no other customer's number."""
_MONEY_BEFORE, _MONEY_BEHIND = rf"{SIGN}\s?\Z", rf"\s?(?:{SIGN}|%|[A-Z]{{3}}(?![A-Za-z]))"


def check(draft: Draft) -> Violations:
    """Each number shaped like the case's own, if its own does not occur; else its own with two digits swapped."""
    order, pieces = draft.context.order or "", draft.pieces
    own = _bare(order)
    if not own:
        return
    occurs = any(order in piece.text for piece in pieces) or any(own in _bare(piece.text) for piece in pieces)
    told = _bare(draft.context.incoming or "") if occurs else ""
    shape, swaps = _shape(own), _swaps(own)
    missing = f"This is not the customer's reference ({order}), which is missing."
    swapped = f"Two digits are swapped: the customer's reference is {order}."
    for piece in pieces:
        for match in re.finditer(_NUMBER, plain(piece.text)):
            found = _bare(match.group())
            slip = found in swaps and found not in told
            if (slip if occurs else _shape(found) == shape) and _is_reference(piece, match, own):
                yield at(piece, match.start(), match.end(), swapped if slip else missing)


def _bare(text: str) -> str:
    return re.sub(_JOINT, "", re.sub(r"[#\s]", "", plain(text)).upper())


def _shape(reference: str) -> str:
    """Letters as A and digits as 9, so that HW-659 and HW-1204 differ and HW-659 and AB-123 do not."""
    return re.sub(LETTER, "A", re.sub(r"\d", "9", reference))


def _swaps(reference: str) -> set[str]:
    """The reference with two digits beside one another swapped, each way: a number of its own is hardly so alike."""
    pairs = ((at_, reference[at_ : at_ + 2]) for at_ in range(len(reference) - 1))
    swaps = {reference[:at_] + pair[::-1] + reference[at_ + 2 :] for at_, pair in pairs if pair.isdigit()}
    return swaps - {reference} if len(re.findall(r"\d", reference)) >= _DIGITS else set()


def _is_reference(piece: Cut, match: re.Match[str], own: str) -> bool:
    """Whether it is a reference outside quotes, as its letters, a hash, or the words before it show."""
    if piece.is_quoted(match.start()):
        return False
    letters = re.findall(LETTER, own)
    if match.group().startswith("#") or (letters and letters == re.findall(LETTER, _bare(match.group()))):
        return True
    at_ = bisect_left(piece.starts, match.start())
    before = at_ - 1 if at_ and piece.language.has("copulas", piece.words[at_ - 1]) else at_
    return before in piece.find("order-words").lasts and not _is_money(piece, match, at_)


def _is_money(piece: Cut, match: re.Match[str], at_: int) -> bool:
    before, behind = piece.text[max(match.start() - _SIGN, 0) : match.start()], piece.text[match.end() :][:_SIGN]
    signs = re.search(_MONEY_BEFORE, before) or re.match(_MONEY_BEHIND, behind)
    return bool(signs) or at_ + 1 in piece.find("money-words").firsts
