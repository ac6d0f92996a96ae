"""Whether the team has written in a mail's thread before, so that the customer knows who answers.

Two signs: an id in the thread that our own mail server gave, and a mail below whose writer has one of our addresses. A
host that the customer has too (gmail.com) is no sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from replyctl.mail.addresses import NamedAddress
    from replyctl.mail.quote_tail import Tail

_WRAPPED = 3
"""Lines over which the words above a quoted mail may be broken."""


def answered_before(ids: Collection[str], tail: Tail, own: Collection[str], sender: NamedAddress | None) -> bool:
    """`ids` are those of the thread, `own` the team's addresses in small letters, `sender` who writes now."""
    theirs = sender.host if sender else ""
    hosts = {one.rpartition("@")[2] for one in own} - {theirs, ""}
    given_by = {one.rstrip(">").rpartition("@")[2].lower() for one in ids}
    if any(f".{host}".endswith(f".{ours}") for host in given_by for ours in hosts):
        return True
    others = {one for one in own if not sender or one != sender.address.lower()}
    return any(one in line for line in _writers(tail) for one in others)


def _writers(tail: Tail) -> list[str]:
    """The lines that tell who wrote a quoted mail, in small letters."""
    below = [line.casefold() if is_quoted else "" for line, is_quoted in zip(tail.lines, tail.quoted, strict=True)]
    return [
        line
        for number, line in enumerate(below)
        if "@" in line and (tail.label(number) == "from" or any(map(_introduces, below[number : number + _WRAPPED])))
    ]


def _introduces(line: str) -> bool:
    return line.rstrip("* _").endswith((":", "："))
