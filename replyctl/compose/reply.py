"""The finished reply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from replyctl.language.salutation import Tone
from replyctl.library.attached_file import AttachedFile
from replyctl.library.field_types.value import Value


@dataclass(frozen=True, kw_only=True)  # no slots: they would build a second class at start
class Reply:
    """A reply, ready to lint and write. Immutable."""

    subject: str
    """One line."""
    body: str
    """From the greeting to the signature: LF line ends, no trailing blanks, one final newline."""
    language: str
    """BCP 47."""
    direction: Literal["ltr", "rtl"]
    """The language's."""
    tone: Tone
    """`casual` or `formal`."""
    kind: str
    """The first snippet's kind; `answer` for a blank reply."""
    snippets: tuple[str, ...]
    """Names, in order."""
    values: Mapping[str, Value]
    """By dotted name: `order`, `customer.name`, `parts.replacement`."""
    approved: tuple[tuple[int, int], ...]
    """Spans of `body` in code points that came unchanged from a snippet or the salutation's wording."""
    attachments: tuple[AttachedFile, ...]
    """Files that the snippets send along."""
    context: Mapping[str, Any]
    """The lint context, with the keys of `lint/context.py`; unknown values are left out."""
    cc: tuple[str, ...] = ()
    """Addresses for the header Cc."""
    references: tuple[str, ...] = ()
    """The ids of the thread that it answers in, the customer's mail last; empty for a new mail."""
    notices: tuple[str, ...] = ()
    """For the agent, about how the texts were put together."""
    left_out: tuple[str, ...] = ()
    """Pieces of the frame that are added elsewhere: `greeting introduction wait offer closing signature`."""
    silenced: tuple[tuple[str, str], ...] = ()
    """Problems that the agent has seen and accepted: rule and quoted text."""
