"""A raw message -> Case: the only file of this room that knows the whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replyctl.clean import clean
from replyctl.language import NEUTRAL, available, load
from replyctl.language.names import plain
from replyctl.mail.addresses import NamedAddress, addresses
from replyctl.mail.answered_before import answered_before
from replyctl.mail.case import CustomerCase
from replyctl.mail.case_number import also_in, case_numbers, lone_number, unnamed
from replyctl.mail.contact_form import Form, contact_form
from replyctl.mail.machine import PERSONS, SIGNED, machine
from replyctl.mail.message.headers_and_text import message
from replyctl.mail.new_text import NewText, apart
from replyctl.mail.notes import notes
from replyctl.mail.passed_on import PassedOn, passed_on, writer
from replyctl.mail.quote_tail import Tail
from replyctl.mail.recipient import Recipient, own_addresses, recipient
from replyctl.mail.reply_subject import reply_subject
from replyctl.mail.sender import Sender, sender
from replyctl.mail.sign_off import signed_off
from replyctl.mail.thread import own_id, references, sent
from replyctl.mail.tongue import tongue
from replyctl.mail.written_question import written_questions
from replyctl.people.name import Name
from replyctl.reading.anger import angry
from replyctl.reading.secrets import Secrets, blotted, hide
from replyctl.reading.sensitive import sensitive
from replyctl.text.cut import Cut, cut

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from replyctl.language import Language
    from replyctl.mail.message.headers_and_text import Message
    from replyctl.mail.message.intake import Raw

_SUBJECT = 300
_TEXT = 100_000
"""Characters of a mail's own text that are read: more was not typed."""
_NO_FORM = Form({})
_NUMBER = r"[^\s#]{0,40}\d\S{0,40}"


class _Said(NamedTuple):
    """What the customer wrote, and how it reads."""

    found: NewText
    language: str
    piece: Cut
    subject: str

    @property
    def secrets(self) -> Secrets:
        return Secrets(self.piece.text[start:end] for start, end, _ in sensitive(self.piece))


def read(raw: Raw, ours: Collection[str] = (), order_patterns: tuple[str, ...] = ()) -> CustomerCase:
    """What the message tells; `ours` are the team's addresses, in small letters. DataError for what is no mail."""
    mail = message(raw)
    tail = Tail(mail.text, mail.value("subject")[:_SUBJECT])
    form = contact_form("\n".join(tail.own))
    filled = form or _NO_FORM
    to, own = recipient(mail, form, ours), own_addresses(mail, ours)
    below = None if form else passed_on(tail, to.address or to.sender, own)
    if below:
        to = Recipient(below.writer if below.writer.address else None, to.sender, below.note)
    why = machine(mail, to.address, ours, is_form=form is not None)
    said = _said(mail, form, below, is_signed=why in SIGNED)
    named = Recipient(below.writer, None) if below else to
    who = _who(named if why in PERSONS else None, filled, said) if why in SIGNED else Sender()
    hidden = said.secrets.hide
    questions = tuple(hidden(one) for one in _questions(said))
    orders = tuple(hidden(one) for one in _orders(filled, said, order_patterns, questions))
    about = clean(filled.get("subject")) or said.subject
    return CustomerCase(
        **{key: hidden(value) for key, value in who._asdict().items()},
        reply_to=to.address.address if to.address and not why else "",
        order=next(iter(orders), ""),
        language=said.language,
        questions=questions,
        no_questions=(),
        own_text=_shown(said.piece, said.found.text),
        angry=angry(said.piece),
        machine=why,
        sent=sent(mail),
        subject=hide(said.subject),
        reply_subject=hide(reply_subject(about)) if about else "",
        attachments=mail.attachments,
        orders=orders,
        unnamed=() if orders else tuple(map(hidden, unnamed(f"{said.subject}\n{said.found.text}"))),
        is_own=bool(to.sender and not to.address and to.sender.address.lower() in {*ours}),
        sender=to.sender.address if to.sender else "",
        notes=tuple(notes(mail, said.found, "" if form else to.note, writer(tail, own))),
        left_out=said.found.hidden,
        message_id=own_id(mail),
        references=references(mail),
        copied=tuple(one.address for one in addresses(mail.raw("cc")) if one.address.lower() not in own),
        is_titled_by_program=form is not None and not filled.get("subject"),
        answered_before=answered_before(references(mail), tail, own, to.sender),
    )


def _said(mail: Message, form: Form | None, below: PassedOn | None, *, is_signed: bool) -> _Said:
    subject = mail.value("subject")[:_SUBJECT]
    found = apart(below.text) if below else apart(form.get("message") if form else mail.text, subject)
    found = found._replace(text=found.text[:_TEXT])
    language = tongue(found.text, subject)
    found = signed_off(found, _read_in(language), _known(mail, form, below)) if is_signed else found
    return _Said(found, language, cut(found.text, _read_in(language)), subject)


def _known(mail: Message, form: Form | None, below: PassedOn | None) -> set[str]:
    """The words of the sender's names and addresses, in plain form."""
    named = [one for header in ("from", "reply-to") for one in addresses(mail.raw(header))]
    named = [below.writer] if below else named
    texts = [form.name if form else "", *(f"{one.name} {one.address.partition('@')[0]}" for one in named)]
    return {plain(word) for text in texts for word in re.split(r"[\W\d_]+", text) if len(word) > 1}


def _read_in(language: str) -> Language:
    base = language.partition("-")[0]
    return load(base if base in available() else NEUTRAL)


def _who(to: Recipient | None, form: Form, said: _Said) -> Sender:
    """The sender by the form's fields, else by display name, which is none of a person's without `to`, and signature."""
    title = form.get("title")
    title = title if title and Name.parse("X", title).title_key else ""
    name = re.sub(r"<[^<>]{0,200}>", "", form.name)
    known = next((one.name for one in (to.address, to.sender) if one and one.name), "") if to else ""
    displayed = clean(name) or ("" if form.fields else known)
    address = to.address.address if to and to.address else ""
    signature, text = ((), "") if said.found.is_others else (said.found.signature, said.found.text)
    return sender(NamedAddress(displayed, address), signature, text, said.language, title)


def _orders(form: Form, said: _Said, patterns: tuple[str, ...], questions: Sequence[str]) -> tuple[str, ...]:
    """The case's number, and others of its kind: as filled in, else in the newest text, the subject, the mail below."""
    filled = re.search(_NUMBER, clean(form.get("order")))
    if filled:
        return (filled[0].strip(".,;:()[]"),)
    texts = (said.found.text, said.subject, "\n".join(said.found.signature))
    if found := case_numbers(texts, patterns, questions) or case_numbers([said.found.below], patterns)[:1]:
        return (*found, *also_in(said.subject, found, patterns))
    lone = lone_number(said.found.text, said.subject)
    return (lone,) if lone else ()


def _questions(said: _Said) -> list[str]:
    """The customer's questions; those of the subject where nothing else is said."""
    if said.found.text.strip():
        return written_questions(said.piece, said.found.text)
    return written_questions(cut(said.subject, _read_in(said.language)), said.subject)


def _shown(piece: Cut, text: str) -> str:
    """The customer's text with secrets made unreadable."""
    return blotted(text, (piece.normal.span(start, end) for start, end, _ in sensitive(piece)))
