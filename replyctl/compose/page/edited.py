"""A reply whose body was changed after it was rendered: by the agent's editor, or by wrapping."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from replyctl.compose.reply import Reply

_WORD = re.compile(r"\S+")
Span = tuple[int, int]


def with_body(reply: Reply, body: str) -> Reply:
    """`reply` with `body`. What the lead approved stays approved where its words are still there, in their order."""
    if body == reply.body:
        return reply
    return replace(reply, body=body, approved=_carried(reply.body, body, reply.approved))


def _carried(old: str, new: str, approved: tuple[Span, ...]) -> tuple[Span, ...]:
    from difflib import SequenceMatcher  # noqa: PLC0415 - 2 ms, and only for a text that was changed

    before, after = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    matcher = SequenceMatcher(None, [word[0] for word in before], [word[0] for word in after], autojunk=False)
    moved = {
        match.a + offset: match.b + offset for match in matcher.get_matching_blocks() for offset in range(match.size)
    }
    carried: list[Span] = []
    for start, end in approved:
        run: list[int] = []
        for index, word in enumerate(before):
            if start <= word.start() and word.end() <= end and index in moved:
                if run and moved[index] != run[-1] + 1:
                    carried.append((after[run[0]].start(), after[run[-1]].end()))
                    run = []
                run.append(moved[index])
        if run:
            carried.append((after[run[0]].start(), after[run[-1]].end()))
    return tuple(carried)
