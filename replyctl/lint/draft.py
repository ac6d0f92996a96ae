"""A draft as rules see it: subject and body cut once, in their language, with the context around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from replyctl.language import Language, load
from replyctl.lint.context import Context
from replyctl.lint.proof import Mistake, Proof
from replyctl.reading.greeting import addressed
from replyctl.reading.sensitive import sensitive
from replyctl.text.cut import Cut, cut
from replyctl.text.detect import detect
from replyctl.text.normal import normalise
from replyctl.text.quotes import own
from replyctl.text.tokens import END, LINE

if TYPE_CHECKING:
    from replyctl.grammar.engine import Finding, Kind
    from replyctl.reading.answers import Answer
    from replyctl.text.phrases import Hit

_HEADERS = frozenset(
    [
        "bcc",
        "cc",
        "content-language",
        "content-transfer-encoding",
        "content-type",
        "date",
        "from",
        "in-reply-to",
        "mail-followup-to",
        "message-id",
        "mime-version",
        "references",
        "reply-to",
        "resent-to",
        "sender",
        "subject",
        "to",
        "user-agent",
    ]
)
_HEADER = re.compile(r"\ufeff?([A-Za-z][A-Za-z0-9-]*):")
_BLANK_LINE = re.compile(r"(?:\A|\r\n|\n|\r)(?:\r\n|\n|\r|\Z)")
_SUBJECT = re.compile(r"^\ufeff?subject:[ \t]*([^\r\n]*(?:\r?\n[ \t]+[^\r\n]+)*)", re.IGNORECASE | re.MULTILINE)


class Source(NamedTuple):
    """A draft as given: its text, and where subject and body stand in it (code points)."""

    text: str
    body: tuple[int, int]
    subject: tuple[int, int] | None
    """None: unknown, so that the subject rules stay silent."""

    @classmethod
    def of(cls, text: str) -> Source:
        """Text with or without a header block."""
        first = _HEADER.match(text)
        if not first or not (first[1].lower() in _HEADERS or first[1].lower().startswith("x-")):
            return cls(text, (0, len(text)), None)
        blank = _BLANK_LINE.search(text)
        head, body = (blank.start(), blank.end()) if blank else (len(text), len(text))
        subject = _SUBJECT.search(text, 0, head)
        return cls(text, (body, len(text)), subject.span(1) if subject else (0, 0))


class Draft:
    """What every rule is given."""

    def __init__(
        self, body: str, subject: str | None = None, context: Context | None = None, proof: Proof | None = None
    ) -> None:
        self.context = context or Context()
        self.proof = proof or Proof()
        self.ran: set[str] = set()
        """The rules that were asked so far."""
        self.language: Language = load(self.context.language or detect(body or subject or ""))
        names = self.context.names()
        self.body: Cut = cut(body, self.language, names)
        self.subject: Cut | None = None if subject is None else cut(subject, self.language, names, whole=False)

    @cached_property
    def own_words(self) -> int:
        """How many words the author wrote: without quotes and signature; Chinese counts characters."""
        words = self.body.words[: bisect_left(self.body.starts, self.body.zones.signature)]
        return len(words) - words.count(END) - words.count(LINE)

    @cached_property
    def is_refusal(self) -> bool:
        """Whether the reply refuses, by its intent or, where that is not known, by its words."""
        if self.context.intent:
            return self.context.intent == "refusal"
        return bool(self.body.find("refusal-words"))

    @cached_property
    def addresses_by_name(self) -> bool:
        """Whether a name stands in the greeting."""
        greeted = addressed(self.body)
        return bool(greeted and greeted.words)

    @cached_property
    def customer_name(self) -> str:
        """The customer's name in reading form, "" where it is not known."""
        return self._read(self.context.customer.name)

    @cached_property
    def agent_name(self) -> str:
        """The agent's name in reading form, "" where it is not known."""
        return self._read(self.context.agent.name)

    def _read(self, name: str | None) -> str:
        return normalise(name or "").text.translate(self.language.variants).strip()

    @cached_property
    def own_text(self) -> str:
        """Body and signature without quotes, in reading form."""
        return "".join(self.body.text[start:end] for start, end in own(self.body.text, self.body.quotes))

    @cached_property
    def incoming(self) -> Cut | None:
        """The customer's mail, cut in its own language."""
        text = self.context.incoming
        return cut(text, load(detect(text))) if text else None

    @cached_property
    def secrets(self) -> tuple[str, ...]:
        """Numbers and passwords of the reply and of the customer's mail that no report may repeat."""
        pieces = (piece for piece in (self.subject, self.body, self.incoming) if piece)
        return tuple(piece.text[start:end] for piece in pieces for start, end, _ in sensitive(piece))

    @cached_property
    def answers(self) -> list[Answer]:
        """The questions of the customer's mail, each with what the reply does about it."""
        if self.incoming is None:
            return []
        from replyctl.reading.answers import answers  # noqa: PLC0415 - most drafts come without the customer's mail
        from replyctl.reading.questions import questions  # noqa: PLC0415 - as above

        return answers(self.incoming, questions(self.incoming), self.body, refuses=self.is_refusal)

    @cached_property
    def grammar(self) -> list[tuple[Cut, list[Finding]]]:
        """What proofreading finds, subject first; the engine is asked when a rule first looks."""
        tag = self.context.language or self.language.code
        return [
            (piece, self.proof.found(piece, tag, [piece.span(hit.first, hit.last) for hit in listed]))
            for piece in (self.subject, self.body)
            if piece
            for listed in [piece.find("misspelt", "confused")]
        ]

    def mistakes(self, kind: Kind, listed: Callable[[Cut], list[Hit]]) -> Iterator[tuple[Cut, Mistake]]:
        """Mistakes of one kind: those that are `listed` for a piece, and those that proofreading finds beside them."""
        for piece, found in self.grammar:
            for mistake in self.proof.mistakes(piece, kind, listed(piece), found):
                yield piece, mistake
