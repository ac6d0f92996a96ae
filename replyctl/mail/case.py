"""A customer's mail as the reply needs it: what `replyctl read` prints."""

from __future__ import annotations

from typing import Any, NamedTuple

_MOST_IDS = 20
"""Ids in an answer's References: some servers take no longer header."""


class CustomerCase(NamedTuple):
    """What a mail tells; the fields of its JSON first, with the names of its keys. "" is unknown, null in JSON."""

    name: str = ""
    preferred: str = ""
    """What the customer signs with or asks to be called, where that is not the whole name."""
    title: str = ""
    reply_to: str = ""
    """The address to answer to, "" where nobody waits for an answer."""
    order: str = ""
    """The number of the order, else of the invoice, case or ticket."""
    language: str = ""
    """BCP 47."""
    questions: tuple[str, ...] = ()
    own_text: str = ""
    """What the customer wrote, without quotes, sign-off and notices; secrets are masked."""
    angry: bool = False
    machine: str = ""
    """Why there is nobody to answer; `auto` in JSON is whether there is such a reason."""
    sent: str = ""
    """ISO 8601, with the sender's offset from UTC."""
    subject: str = ""
    reply_subject: str = ""
    attachments: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    """All the numbers of the order's kind that the newest text names, `order` first."""
    unnamed: tuple[str, ...] = ()
    """Numbers that may be an order's, where none is known to be one."""
    is_own: bool = False
    """Whether it comes from one of the team's own addresses, and nobody else asks for the answer."""
    sender: str = ""
    """The address in From."""
    notes: tuple[str, ...] = ()
    """What a person should know besides."""
    left_out: int = 0
    """Lines of quoted mail."""
    message_id: str = ""
    references: tuple[str, ...] = ()
    """The ids of the thread, the oldest first, without its own."""
    copied: tuple[str, ...] = ()
    """The addresses in Cc, but for the team's own."""
    answered_before: bool = False
    """Whether the team has written in this thread before."""
    signed_as: str = ""
    """What stands in the place of the name and is not taken for it: a nickname, a town."""
    is_titled_by_program: bool = False
    """Whether a form's program wrote the subject, which the customer has not seen and which is no thread's."""
    no_questions: tuple[str, ...] = ()
    """What reads like one of the questions and is none, as the agent said."""

    def without(self, no_questions: tuple[str, ...]) -> CustomerCase:
        """The mail as an agent reads it for whom these are no questions."""
        left = tuple(one for one in self.questions if one not in no_questions)
        return self._replace(questions=left, no_questions=(*self.no_questions, *no_questions))

    @property
    def written(self) -> str:
        """What the customer wrote: the subject and the new text."""
        return f"{self.subject}\n{self.own_text}"

    @property
    def thread(self) -> tuple[str, ...]:
        """The ids that an answer refers to, its own last; of a long thread the first and the last ones."""
        if not self.message_id:
            return ()
        ids = (*(one for one in dict.fromkeys(self.references) if one != self.message_id), self.message_id)
        return ids if len(ids) <= _MOST_IDS else (ids[0], *ids[1 - _MOST_IDS :])

    def as_dict(self) -> dict[str, Any]:
        """The JSON object."""
        return {
            "name": self.name or None,
            "preferred": self.preferred or None,
            "title": self.title or None,
            "reply_to": self.reply_to or None,
            "order": self.order or None,
            "language": self.language or None,
            "questions": list(self.questions),
            "own_text": self.own_text,
            "angry": self.angry,
            "auto": bool(self.machine),
            "sent": self.sent or None,
            "subject": self.subject or None,
            "reply_subject": self.reply_subject or None,
            "attachments": list(self.attachments),
        }
