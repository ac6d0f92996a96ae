"""A raw message -> Case: the only file of this room that knows the whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replyctl.clean import clean
from replyctl.language import NEUTRAL, available, load
from replyctl.language.names import plain
from replyctl.mail import new_text
from replyctl.mail.address import addresses
from replyctl.mail.case import Case
from replyctl.mail.case_number import case_number
from replyctl.mail.contact_form import Form, contact_form
from replyctl.mail.machine import machine
from replyctl.mail.message.message import message
from replyctl.mail.recipient import recipient
from replyctl.mail.reply_subject import reply_subject
from replyctl.mail.sender import Sender, sender
from replyctl.mail.thread import own_id, references, sent
from replyctl.mail.tongue import tongue
from replyctl.people.name import Name
from replyctl.reading.anger import angry
from replyctl.reading.questions import Question, questions
from replyctl.reading.secrets import Secrets, blotted, hide
from replyctl.reading.sensitive import sensitive
from replyctl.text.cut import Cut, cut
from replyctl.text.scripts import ASKING, COMMAS, SEMICOLONS

if TYPE_CHECKING:
    from collections.abc import Collection

    from replyctl.language import Language
    from replyctl.mail.message.intake import Raw
    from replyctl.mail.message.message import Message
    from replyctl.mail.new_text import NewText

_SUBJECT = 300
_TEXT = 100_000
"""Characters of a mail's own text that are read: more was not typed."""
_OPENING = {"¿", "؟"}
_NO_FORM = Form({})
_NUMBER = r"#?\s*([^\s#][^\s]*\d[^\s]*|\d+)"
_PARTS = {
    "text/calendar": "a calendar invitation",
    "application/ms-tnef": "an Outlook attachment (winmail.dat), not read",
    "application/pkcs7-mime": "an encrypted or signed message, not read",
    "multipart/encrypted": "an encrypted message, not read",
}
"""What a person is told of a part that is not read."""


class _Said(NamedTuple):
    """What the customer wrote, and how it reads."""

    found: NewText
    language: str
    piece: Cut
    subject: str

    @property
    def secrets(self) -> Secrets:
        return Secrets(self.piece.text[start:end] for start, end, _ in sensitive(self.piece))


def read(raw: Raw, ours: Collection[str] = (), order_patterns: tuple[str, ...] = ()) -> Case:
    """What the message tells; `ours` are the team's addresses, in small letters. DataError for what is no mail."""
    mail = message(raw)
    form = contact_form(mail.text)
    filled = form or _NO_FORM
    said = _said(mail, form)
    to = recipient(mail, filled.get("email") or filled.name, ours)
    why = machine(mail, to.address, ours, is_form=form is not None)
    who = _who(to.address.name if to.address else "", to.sender.name if to.sender else "", filled, said)
    hidden = said.secrets.hide
    about = clean(filled.get("subject")) or said.subject
    return Case(
        **{key: hidden(value) for key, value in who._asdict().items()},
        reply_to=to.address.address if to.address and not why else "",
        order=hidden(_order(filled, said, order_patterns)),
        language=said.language,
        questions=tuple(hidden(one) for one in _questions(said)),
        own_text=_shown(said.piece, said.found.text),
        angry=angry(said.piece),
        machine=why,
        sent=sent(mail),
        subject=hide(said.subject),
        reply_subject=hide(reply_subject(about)) if about else "",
        attachments=mail.attachments,
        sender=to.sender.address if to.sender else "",
        notes=tuple(_notes(mail, said.found, to.note)),
        message_id=own_id(mail),
        references=references(mail),
        copied=tuple(one.address for value in mail.all("cc")[:1] for one in addresses(value)),
    )


def _said(mail: Message, form: Form | None) -> _Said:
    subject = mail.value("subject")[:_SUBJECT]
    found = new_text.apart(form.get("message") if form else mail.text)
    found = found._replace(text=found.text[:_TEXT])
    language = tongue(found.text, subject)
    found = new_text.signed_off(found, _read_in(language), _known(mail, form))
    return _Said(found, language, cut(found.text, _read_in(language)), subject)


def _known(mail: Message, form: Form | None) -> set[str]:
    """The words of the sender's names and addresses, in plain form."""
    named = [one for header in ("from", "reply-to") for one in addresses(mail.raw(header))]
    texts = [form.name if form else "", *(f"{one.name} {one.address.partition('@')[0]}" for one in named)]
    return {plain(word) for text in texts for word in re.split(r"[\W\d_]+", text) if len(word) > 1}


def _read_in(language: str) -> Language:
    base = language.partition("-")[0]
    return load(base if base in available() else NEUTRAL)


def _who(answered: str, sends: str, form: Form, said: _Said) -> Sender:
    """The sender by the form's fields, else by display name and signature."""
    title = form.get("title")
    title = title if title and Name.parse("X", title).title_key else ""
    name = re.sub(r"\s*<[^<>]*>", "", form.name)
    displayed = clean(name) or ("" if form.fields else answered or sends)
    return sender(displayed, said.found.signature, said.found.text, said.language, title)


def _order(form: Form, said: _Said, patterns: tuple[str, ...]) -> str:
    """The case's number: as filled in, else in the newest text, the subject, the mail below."""
    filled = re.search(_NUMBER, clean(form.get("order")))
    if filled:
        return filled[1].strip(".,;:()[]")
    return case_number((said.found.text, said.subject, "\n".join(said.found.signature), said.found.below), patterns)


def _questions(said: _Said) -> list[str]:
    """The customer's questions as written; those of the subject where nothing else is said."""
    if said.found.text.strip():
        return [_as_written(one, said.piece, said.found.text) for one in questions(said.piece)]
    piece = cut(said.subject, _read_in(said.language))
    return [_as_written(one, piece, said.subject) for one in questions(piece)]


def _as_written(question: Question, piece: Cut, text: str) -> str:
    """A question with its marks, on one line."""
    start, end = piece.normal.span(question.start, question.end)
    mark = re.compile(rf"\s?[{ASKING}]").match(text, end) if question.text.endswith(tuple(ASKING)) else None
    begin = start - (text[start - 1 : start] in _OPENING)
    written = text[begin : mark.end() if mark else end]
    return " ".join(written.split()).strip(f" {COMMAS}{SEMICOLONS}、")


def _shown(piece: Cut, text: str) -> str:
    """The customer's text with secrets made unreadable."""
    return blotted(text, (piece.normal.span(start, end) for start, end, _ in sensitive(piece)))


def _notes(mail: Message, found: NewText, about_the_recipient: str) -> list[str]:
    """What a person is told besides."""
    kinds = {kind.partition(";")[0] for kind in mail.kinds}
    notes = [about_the_recipient, *(told for kind, told in _PARTS.items() if kind in kinds)]
    if not mail.text.strip():
        pictures = any(kind.startswith("image/") for kind in kinds)
        notes.append("only a picture, nothing to read" if pictures else "no text")
    if not mail.is_whole:
        notes.append("the mail is very long: its end was not read")
    if found.is_forward:
        notes.append("a forwarded mail")
    if found.hidden:
        notes.append(f"{found.hidden} line{'s' * (found.hidden > 1)} of quoted mail left out")
    return [note for note in notes if note]
