"""Skips what mail programs and help desks put before a subject: reply prefixes and ticket tags."""

from __future__ import annotations

import re

from replyctl.text.cut import Cut

_PREFIX = re.compile(r"\s*+([^\W\d_]++)\s*+(?:[\[(]\d++[\])]\s*+)?[:：]\s*+")
_TAG = re.compile(r"\s*[\[(【](?:[^\]\n)】]{0,24}[#\d][^\]\n)】]{0,24}|[A-Z]{2,12})[\])】]\s*")


def core(piece: Cut) -> int:
    """Where the subject's own words begin, in code points (reading form)."""
    at = 0
    while True:
        prefix, tag = _PREFIX.match(piece.text, at), _TAG.match(piece.text, at)
        if prefix and piece.language.has("reply-prefixes", prefix[1].casefold()):
            at = prefix.end()
        elif tag and tag.end() < len(piece.text):
            at = tag.end()
        else:
            return at + len(piece.text[at:]) - len(piece.text[at:].lstrip())


def is_reply(piece: Cut) -> bool:
    """Whether the subject begins like a reply ("Re:")."""
    prefix = _PREFIX.match(piece.text)
    return bool(prefix and piece.language.has("reply-prefixes", prefix[1].casefold()))
