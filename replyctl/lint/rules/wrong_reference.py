r"""Quote the customer's own reference.

A number from another case is left over from a reply to another customer, or mistyped. A subject and a quote are copied
from the customer's mail: that they name the right one says nothing of the reply.

Bad: {body: "Hi Diane,\n\nYour order HW-660 ships on Friday.", context: {order: HW-659}}
Good: {body: "Hi Diane,\n\nYour order HW-659 ships on Friday.", context: {order: HW-659}}
"""

import re
from bisect import bisect_left

from replyctl.lint.rule import Cut, Draft, Severity, Violations, at
from replyctl.reading.sums import SIGN
from replyctl.text.normal import plain
from replyctl.text.quotes import own as unquoted
from replyctl.text.scripts import LETTER

SEVERITY = Severity.ERROR
GROUP = "identity"
SOURCE = ("B18",)
_NUMBER = rf"(?<![A-Za-z0-9.,/@])(?<!\d:)#?(?:{LETTER}{{1,8}}[-_/]?)?\d[A-Za-z0-9-]*(?:-{LETTER}(?!{LETTER}))?(?![A-Za-z0-9@/])"
_JOINT = rf"(?<={LETTER})[-_/—]+(?=\d)|(?<=\d)[-_/—]+(?={LETTER})"
"""Marks that some people write between letters and digits, and others leave out."""
_LONG = 4
"""The fewest digits of a reference in which a slip is told from another one."""
_SIGN = 5
"""How many characters beside a number may hold a sign of money: a space, three letters, and what ends them."""
_MONEY_BEFORE, _MONEY_BEHIND = rf"{SIGN}\s?\Z", rf"\s?(?:{SIGN}|%|[A-Z]{{3}}(?![A-Za-z]))"


def check(draft: Draft) -> Violations:
    """Each number shaped like the case's own, if its own does not occur; else those that cannot be another one's."""
    own = _bare(draft.context.order or "")
    if not own:
        return
    asked = _asked(draft.context.incoming or "")
    is_said = own in _bare(_unquoted(draft.body))
    is_copied = any(own in _bare(piece.text) for piece in draft.pieces)
    named = "" if re.search(LETTER, own) else _copied(draft)
    slips = _slips(own) if is_copied else frozenset()
    message = f"This is not the customer's reference ({draft.context.order}){'' if is_said else ', which is missing'}."
    for piece in draft.pieces:
        known = _taken_as_known(piece, named) if is_copied and not is_said else ()
        for match in re.finditer(_NUMBER, plain(piece.text)):
            number = _bare(match.group())
            if own in number or number in asked or (_shape(number) != _shape(own) and number not in slips):
                continue
            meant = number in slips or not is_copied or bisect_left(piece.starts, match.start()) in known
            if meant and _is_reference(piece, match, own):
                yield at(piece, match.start(), match.end(), message)


def _asked(incoming: str) -> set[str]:
    """The numbers in the customer's mail, some of them written with a blank behind their letters."""
    text = plain(incoming)
    written = (text, re.sub(rf"(?<={LETTER})\s(?=\d)", "", text))
    return {_bare(match.group()) for one in written for match in re.finditer(_NUMBER, one)}


def _unquoted(piece: Cut) -> str:
    return " ".join(piece.text[slice(*span)] for span in unquoted(piece.text, piece.quotes))


def _bare(text: str) -> str:
    return re.sub(_JOINT, "", re.sub(r"[#\s]", "", plain(text)).upper())


def _shape(reference: str) -> str:
    """Letters as A and digits as 9, so that HW-659 and HW-1204 differ and HW-659 and AB-123 do not."""
    return re.sub(LETTER, "A", re.sub(r"\d", "9", reference))


def _slips(own: str) -> frozenset[str]:
    """The customer's with two digits beside each other in each other's place, or one left out or twice."""
    if len(re.findall(r"\d", own)) < _LONG:
        return frozenset()
    pairs = ((own[at], own[at + 1], at) for at in range(len(own) - 1) if own[at : at + 2].isdigit())
    return frozenset(form for one, two, at in pairs for form in _slipped(own, one, two, at)) - {own}


def _slipped(own: str, one: str, two: str, at: int) -> tuple[str, ...]:
    before, behind = own[:at], own[at + 2 :]
    return before + two + one + behind, before + one + behind, before + two + behind, before + one + one + two + behind


def _taken_as_known(piece: Cut, named: str) -> set[int]:
    """The words that are an order's number which nothing calls a new one, or tells ("its number is 5").

    Digits alone number many things: what they number is then one of the words in `named`.
    """
    fresh = piece.find("fresh-references")
    called = piece.find("order-words")
    heads = {word for word in {piece.words[hit.first] for hit in called} if not named or word in named}
    sentences = ((hit.last, piece.sentence_at(hit.first)) for hit in called if piece.words[hit.first] in heads)
    return {last for last, sentence in sentences if sentence and not piece.within(fresh, sentence)}


def _copied(draft: Draft) -> str:
    """What stands in the reply, or beside it, in the customer's words."""
    quotes = (draft.body.text[start:end] for start, end in draft.body.quotes)
    subject = draft.subject.text if draft.subject else ""
    return "\n".join((subject, draft.context.incoming or "", *quotes)).lower()


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
