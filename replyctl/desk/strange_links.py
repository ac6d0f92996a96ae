"""Links in a text that no customer can follow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.clean import printable
from replyctl.library.untyped import mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.errors import ReplyctlError
    from replyctl.yamlfile.tree import Tree

_ADDRESS = re.compile(r"\b(?P<scheme>[a-z][a-z0-9+.-]{1,20}):(?://|\\\\)\S*", re.IGNORECASE)
_NOWHERE = r"[A-Za-z]+://[^\w{\[]*"
"""An address without a host."""
_FOLLOWED = frozenset({"http", "https"})


def strange_links(tree: Tree) -> Iterator[ReplyctlError]:
    """Errors for links that are neither web nor mail addresses, in every language."""
    for tag, text in mapping(tree.data.get("text")).items():
        for key, words in mapping(text).items():
            for found in _ADDRESS.finditer(words) if isinstance(words, str) else ():
                if found["scheme"].lower() in _FOLLOWED:
                    if re.fullmatch(_NOWHERE, found[0]):
                        message, hint = (
                            "a link that leads nowhere",
                            "write the whole address, as in https://shop.example",
                        )
                        yield tree.fail(("text", tag, key), message, hint=hint, offset=found.start())
                else:
                    message = f"a customer cannot follow a '{printable(found['scheme'])}:' link"
                    hint = "https://…, http://… or mailto:…"
                    yield tree.fail(("text", tag, key), message, hint=hint, offset=found.start())
