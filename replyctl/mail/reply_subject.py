"""The subject of the answer: one `Re:`, whatever stood there before."""

from __future__ import annotations

import re
from functools import cache as once

from replyctl.language import available, load

_PREFIX = re.compile(r"\s*([^\W\d_]+)\s*(?:[\[(]\d+[\])]\s*)?[:：]\s*")
_TAG = re.compile(r"\s*(\[[^\]\n]{1,40}\])\s*")
LONGEST = 900
"""Characters: no header line may be much longer."""


def reply_subject(subject: str) -> str:
    """`Re:` and the subject without reply and forward prefixes of any language; tags of lists and tickets stay."""
    tags: list[str] = []
    rest = subject[:LONGEST]
    while True:
        prefix, tag = _PREFIX.match(rest), _TAG.match(rest)
        if prefix and prefix[1].casefold() in _prefixes():
            rest = rest[prefix.end() :]
        elif tag and tag.end() < len(rest):
            tags.append(tag[1])
            rest = rest[tag.end() :]
        else:
            break
    return " ".join(("Re:", *tags, rest.strip())).strip()


@once
def _prefixes() -> frozenset[str]:
    return frozenset(word for code in available() for word in load(code).sets.get("reply-prefixes", ()))
