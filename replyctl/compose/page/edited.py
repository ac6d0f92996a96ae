"""A reply whose body was changed after it was rendered: by the agent's editor, or by wrapping."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.compose.reply import Reply

_WORD = re.compile(r"\S+")
_MOST = 20_000
"""Pairs of equal words, from the first change to the last, that are compared; a change with more is a new text."""
Span = tuple[int, int]


def with_body(reply: Reply, body: str) -> Reply:
    """`reply` with `body`. Approved text stays approved where its words are still there in order."""
    if body == reply.body:
        return reply
    return replace(reply, body=body, approved=_carried(reply.body, body, reply.approved))


def _carried(old: str, new: str, approved: tuple[Span, ...]) -> tuple[Span, ...]:
    before, after = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    moved = dict(_moved([word[0] for word in before], [word[0] for word in after]))
    starts, ends = [word.start() for word in before], [word.end() for word in before]
    carried: list[Span] = []
    for start, end in approved:
        run: list[int] = []
        for index in range(bisect_left(starts, start), bisect_right(ends, end)):
            if index in moved:
                if run and moved[index] != run[-1] + 1:
                    carried.append((after[run[0]].start(), after[run[-1]].end()))
                    run = []
                run.append(moved[index])
        if run:
            carried.append((after[run[0]].start(), after[run[-1]].end()))
    return tuple(carried)


def _moved(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The positions of the unchanged words in the old and the new text."""
    from difflib import SequenceMatcher

    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
    yield from ((at, at) for at in range(head))
    yield from ((len(old) - 1 - at, len(new) - 1 - at) for at in range(tail))
    between = old[head : len(old) - tail], new[head : len(new) - tail]
    here, there = map(Counter, between)
    if sum(count * there[word] for word, count in here.items()) <= _MOST:
        blocks = SequenceMatcher(None, *between, autojunk=False).get_matching_blocks()
        yield from ((head + one.a + at, head + one.b + at) for one in blocks for at in range(one.size))
