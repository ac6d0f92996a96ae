"""Finds greetings and sign-offs written into a body, although the salutation engine adds both."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from replyctl.language import available, load
from replyctl.library.foreign import tags
from replyctl.library.untyped import mapping
from replyctl.reading.own_frame import own_greeting, own_sign_off
from replyctl.text.cut import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.errors import ReplyctlError
    from replyctl.yamlfile.tree import Tree

_SIGNED = re.compile(r"\{\{-?\s*+agent\.\w++\s*+-?\}\}")
_OF_THE_MATTER = re.compile(r"\{\{(?!-?\s*customer\.)")
"""A value that is not the customer's: a line that prints one is no mere greeting."""
_HTML = r"</?[A-Za-z][^<>\n{}]{0,200}>"
_BREAK = r"(?i)</?(?:br|p|div|li|tr|h[1-6])[\s/>]"
_ADVICE = "leave it out: replyctl writes greeting, closing and signature around the text"


def own_salutation(tree: Tree) -> Iterator[ReplyctlError]:
    """Errors for the salutations in each language's body."""
    for tag, text in mapping(tree.data.get("text")).items():
        body = mapping(text).get("body")
        if isinstance(body, str) and tag.partition("-")[0] in available():
            for start, message in _found(body, tag):
                yield tree.fail(("text", tag, "body"), message, hint=_ADVICE, offset=start)


@lru_cache(maxsize=256)  # a large library holds many copies
def _found(body: str, tag: str) -> list[tuple[int, str]]:
    """Where a salutation begins in the template `body`, and what it is."""
    text = _spoken(body)
    piece = cut(text, load(tag.partition("-")[0]))
    found = []
    greeting, sign_off = own_greeting(piece), own_sign_off(piece)
    if greeting and not _OF_THE_MATTER.search(text[slice(*greeting)]):
        found.append((greeting[0], "a greeting in the body"))
    if sign_off:
        found.append((sign_off[0], "a sign-off in the body"))
    elif _SIGNED.fullmatch(last := text.rstrip().rpartition("\n")[2].strip()):
        found.append((text.rindex(last), "a signature in the body"))
    return found


def _spoken(body: str) -> str:
    """The template at the same length, with spaces in place of tags that print nothing, and of HTML's."""
    body = re.sub(_HTML, lambda tag: ("\n" if re.match(_BREAK, tag[0]) else " ") + " " * (len(tag[0]) - 1), body)
    pieces, at = [], 0
    for start, end in tags(body):
        if not body.startswith("{{", start):
            pieces += [body[at:start], re.sub(r"\S", " ", body[start:end])]
            at = end
    return "".join((*pieces, body[at:]))
