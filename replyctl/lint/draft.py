"""A draft as rules see it: subject and body analysed once, in their language, with their context."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from replyctl.language import NEUTRAL, Language, load
from replyctl.language.names import plain
from replyctl.lint.context import Context
from replyctl.lint.given_draft import Anchor
from replyctl.lint.proof import Mistake, Proof
from replyctl.reading.confusion import confused
from replyctl.reading.exclaimed import exclaimed
from replyctl.reading.greeting import Addressed, addressed
from replyctl.reading.misspelt import misspelt
from replyctl.reading.secrets import Secrets, blotted
from replyctl.reading.sensitive import sensitive
from replyctl.text import other_script
from replyctl.text.cut import Cut, cut
from replyctl.text.detect import detect
from replyctl.text.lines import Lines
from replyctl.text.normal import normalise
from replyctl.text.quotes import own
from replyctl.text.tokens import END, LINE

if TYPE_CHECKING:
    from replyctl.grammar.engine import Finding, Kind
    from replyctl.people.name import Name
    from replyctl.reading.answers import Answer
    from replyctl.text.hits import Hit


class Draft:
    """The draft that every rule receives."""

    def __init__(
        self,
        body: str,
        subject: str | None = None,
        context: Context | None = None,
        proof: Proof | None = None,
        anchors: tuple[Anchor, Anchor] | None = None,
    ) -> None:
        self.anchors = anchors or (Anchor(subject or "", 0), Anchor(body, 0))
        """Where subject and body are: in one text, or in two."""
        self.context = context or Context()
        self.proof = proof or Proof()
        self.language: Language = load(self.context.language or _language(body, subject or ""))
        names = self.context.names()
        self.body: Cut = cut(body, self.language, names)
        self.subject: Cut | None = None if subject is None else cut(subject, self.language, names, whole=False)

    def anchor(self, piece: Cut) -> Anchor:
        """Where that piece of the draft is."""
        return self.anchors[piece is self.body]

    @cached_property
    def lines(self) -> tuple[Lines, Lines]:
        """The lines of the texts that contain subject and body."""
        subject, body = (Lines(anchor.text) for anchor in self.anchors)
        return subject, body

    @cached_property
    def pieces(self) -> tuple[Cut, ...]:
        """The subject, if there is one, and the body."""
        return (self.subject, self.body) if self.subject else (self.body,)

    @cached_property
    def own_words(self) -> int:
        """How many words the author wrote, without quotes and signature; in Chinese, characters."""
        words = self.body.words[: bisect_left(self.body.starts, self.body.zones.signature)]
        return len(words) - words.count(END) - words.count(LINE)

    @property
    def tag(self) -> str:
        """The language's tag, with the script if it is not the language's first."""
        other, asked = self.language.other_script, self.context.language or ""
        texts = (self.body.normal.text, self.subject.normal.text if self.subject else "")
        is_other = other_script.is_asked_for(asked, self.language) or other_script.is_other(
            "".join(texts), self.language
        )
        return other.tag if other and is_other else self.language.code

    @cached_property
    def is_refusal(self) -> bool:
        """Whether the reply refuses, by its intent or, if that is unknown, by its words."""
        if self.context.intent:
            return self.context.intent == "refusal"
        return bool(self.body.find("refusal-words"))

    @cached_property
    def addresses_by_name(self) -> bool:
        """Whether the greeting contains a name."""
        return bool(self.greeted and self.greeted.words)

    @property
    def addresses_as_asked(self) -> bool:
        """Whether the greeting's name is the one that the customer signs with or asks for, which has no title."""
        asked = {plain(word) for word in self._read(self.context.customer.preferred).split()}
        named = self.greeted.words if self.greeted else ()
        return bool(named) and all(plain(word) in asked for word in named)

    @cached_property
    def greeted(self) -> Addressed | None:
        """Whom the greeting names; None if there is no greeting."""
        return addressed(self.body, {plain(word) for word in self.customer_name.split()})

    @cached_property
    def customer_name(self) -> str:
        """The customer's name in reading form, "" if unknown."""
        return self._read(self.context.customer.name)

    @cached_property
    def customer(self) -> Name:
        """Who the customer is, in reading form."""
        from replyctl.people.name import Name

        return Name.parse(self.customer_name, self._read(self.context.customer.title))

    @cached_property
    def wants_to_be_called(self) -> tuple[str, ...]:
        """What the customer wants to be called, and how they signed."""
        from replyctl.reading.signed import signed

        preferred = self._read(self.context.customer.preferred)
        return (*([preferred] if preferred else ()), *(signed(self.incoming) if self.incoming else ()))

    @cached_property
    def agent_name(self) -> str:
        """The agent's name in reading form, "" if unknown."""
        return self._read(self.context.agent.name)

    def _read(self, name: str | None) -> str:
        return other_script.read(normalise(name or "").text, self.language).strip()

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
    def exclaimed_names(self) -> frozenset[str]:
        """Names that end with an exclamation mark, as the customer, the subject or the body shows."""
        texts = (self.context.incoming or "", self.subject.text if self.subject else "", self.body.text)
        return exclaimed(text for text in texts if "!" in text or "！" in text)

    @cached_property
    def sensitive(self) -> list[tuple[Cut, int, int, str]]:
        """What the reply must not contain: piece, code points (reading form), and what it is."""
        pieces = (piece for piece in (self.subject, self.body) if piece)
        return [(piece, *span) for piece in pieces for span in sensitive(piece)]

    @cached_property
    def secrets(self) -> Secrets:
        """What reports must not repeat, from the reply and from the customer's mail."""
        asked = self.incoming
        theirs = [asked.text[start:end] for start, end, _ in sensitive(asked)] if asked else []
        return Secrets([piece.text[start:end] for piece, start, end, _ in self.sensitive] + theirs)

    @cached_property
    def shown(self) -> tuple[str, str]:
        """The texts that contain subject and body, with secrets hidden but lengths unchanged, for reports to quote."""
        return self._shown(self.anchors[0].text), self._shown(self.anchors[1].text)

    def _shown(self, text: str) -> str:
        secret = ((self.anchor(piece), piece.normal.span(start, end)) for piece, start, end, _ in self.sensitive)
        spans = [(at.offset + start, at.offset + end) for at, (start, end) in secret if at.text is text]
        return self.secrets.hide(blotted(text, spans))

    @cached_property
    def answers(self) -> list[Answer]:
        """The questions of the customer's mail, each with what the reply does about it; secrets are hidden."""
        if self.incoming is None:
            return []
        from replyctl.lint.written_answers import written_answers

        hide, mail, reply = self.secrets.hide, self.context.incoming or "", self.anchor(self.body)
        found = written_answers(
            self.incoming, mail, self.body, reply, self.context.no_questions or (), refuses=self.is_refusal
        )
        return [
            one._replace(question=one.question._replace(text=hide(one.question.text)), by=one.by and hide(one.by))
            for one in found
        ]

    @cached_property
    def grammar(self) -> list[tuple[Cut, list[Finding]]]:
        """What proofreading finds, subject first; the engine is asked when a rule first needs it."""
        tag = self.context.language or self.language.code
        return [
            (piece, self.proof.found(piece, tag, [piece.span(hit.first, hit.last) for hit in listed]))
            for piece in (self.subject, self.body)
            if piece
            for listed in [(*misspelt(piece), *confused(piece))]
        ]

    def mistakes(self, kind: Kind, listed: Callable[[Cut], Iterable[Hit]]) -> Iterator[tuple[Cut, Mistake]]:
        """Mistakes of one kind: those that are `listed` for a piece, and others that proofreading finds."""
        for piece, found in self.grammar:
            for mistake in self.proof.mistakes(piece, kind, listed(piece), found):
                yield piece, mistake


def _language(body: str, subject: str) -> str:
    """The body's language; the subject's if the body is too short to tell."""
    found = detect(body)
    return detect(subject) if found == NEUTRAL else found
