"""The finished reply from its values: each piece is rendered once, then joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from replyctl.compose.page import pieces
from replyctl.compose.page.lint_context import context_of
from replyctl.compose.page.rendering import Rendering
from replyctl.compose.page.texts import Texts, also_known, rendered
from replyctl.compose.reply import Reply
from replyctl.compose.values.printing import tongue
from replyctl.errors import TemplateError
from replyctl.template.marked import Marked, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.compose.plan.decided import Plan
    from replyctl.compose.values.read_values import ReadValues

_ENDED = (".", "!", "。", "！")


class Page(NamedTuple):
    """A reply, or the names of missing values."""

    missing: tuple[str, ...]
    reply: Reply | None
    is_empty: bool = False
    """Whether the snippets' texts say nothing with these values: only what frames them is left."""


def lay_out(plan: Plan, given: ReadValues) -> Page:
    """The reply, if nothing is missing. Raises TemplateError."""
    needed = tuple(dict.fromkeys(_required(plan, given)))
    rendering = Rendering(plan, given)
    try:
        subject = _subject(plan, given, rendering)
        texts = rendered(plan, given, rendering)
        of_texts, rendering.missing = rendering.missing, []
        body = _body(plan, given, rendering, texts)
    except TemplateError:
        if needed:  # a template may fail just because values are missing
            return Page(needed, None)
        raise
    missing = tuple(dict.fromkeys((*needed, *rendering.missing, *of_texts)))  # in the order of printing
    is_empty = not missing and bool(plan.snippets) and not any(texts.texts)
    return Page(missing, None if missing else _reply(plan, given, subject, body, texts), is_empty)


def parts_of(plan: Plan, given: ReadValues, rendering: Rendering) -> tuple[str, str]:
    """Subject and body, whatever is missing. Raises TemplateError."""
    subject = _subject(plan, given, rendering)
    return subject, _body(plan, given, rendering, rendered(plan, given, rendering)).text


def _required(plan: Plan, given: ReadValues) -> Iterator[str]:
    for name, field in plan.declared.fields.items():
        if not field.optional and name not in given.values and name not in given.unused:
            yield name
    # A value about the case is missing only if a template prints it.
    yield from (name for name in given.unfilled if not name.startswith("case."))


def _reply(plan: Plan, given: ReadValues, subject: str, body: Marked, texts: Texts) -> Reply:
    language, _ = tongue(plan.language)
    return Reply(
        subject=subject,
        body=f"{body.text}\n",
        language=plan.language,
        direction=language.direction,
        tone=plan.tone,
        kind=plan.kind,
        snippets=tuple(snippet.name for snippet in plan.snippets),
        values=given.values,
        approved=body.approved,
        attachments=plan.attachments,
        context=context_of(plan, given),
        left_out=pieces.left_out(plan.settings, plan.switched),
        cc=plan.start.cc,
        references=plan.start.mail.thread if plan.start.mail else (),
        notices=tuple(texts.notices),
    )


def _subject(plan: Plan, given: ReadValues, rendering: Rendering) -> str:
    """One line: in a thread the mail's, else the first snippet's, or the typed one."""
    mail = plan.start.mail
    if plan.snippets and mail and mail.reply_subject and not mail.is_titled_by_program:
        printed = mail.reply_subject
    elif plan.snippets:
        printed = rendering.text(plan.snippets[0], "subject").text
    else:
        names = (name for name in ("subject", "case.reply_subject") if name in given.values)
        printed = next((str(given.values[name].value) for name in names), "")
    return " ".join(printed.split())


def _body(plan: Plan, given: ReadValues, rendering: Rendering, texts: Texts) -> Marked:
    """From the greeting to the signature."""
    greeting = texts.greeting if texts.greets else _piece("greeting", plan, given, rendering)
    introduction = _piece("introduction", plan, given, rendering) if not texts.greets or texts.follows else Marked()
    wait = _wait(plan, given, rendering, texts)
    rendering.known = also_known(rendering.known, introduction, plan)
    offer = _piece("offer", plan, given, rendering)
    closing = texts.sign_off or _piece("closing", plan, given, rendering)
    signature = _signature(plan, given, rendering, texts.signature)
    # A sign-off that is a sentence of its own stands apart from the name.
    between = "\n\n" if closing.text.endswith(_ENDED) else "\n"
    end = joined((closing, signature), between)
    below = Marked()
    if plan.start.quote:
        from replyctl.compose.page.mail_below import mail_below

        below = mail_below(plan, rendering)
    return joined((greeting, introduction, wait, *texts.texts, offer, end, below), "\n\n")


def _wait(plan: Plan, given: ReadValues, rendering: Rendering, texts: Texts) -> Marked:
    """The word about the wait; it thanks for patience where the text below opens with an apology."""
    if not _waited(plan, rendering, texts):
        return Marked()
    return _piece("wait", plan, given, rendering, late=rendering.waited.is_late and not texts.apologises)


def _waited(plan: Plan, rendering: Rendering, texts: Texts) -> bool:
    """Whether the wait is worth a word that no text says. What follows up an answer lets nobody wait."""
    follows_up = plan.kind == "followup" and not plan.switched.get("wait")
    return rendering.waited.is_worth_a_word and not texts.tells_wait and not follows_up


def _piece(name: str, plan: Plan, given: ReadValues, rendering: Rendering, **case: object) -> Marked:
    """One of the pieces around the text, rendered; `case` is what it alone sees otherwise of the case."""
    if not plan.switched.get(name, True):
        return Marked()
    again = given.values["case.first_contact"].value is False and not plan.switched.get(name)
    which = "reopening" if name == "introduction" and again else name
    _, frame = tongue(plan.language)
    piece = pieces.piece(which, plan.settings, frame, plan.language, plan.tone)
    before = len(rendering.missing)
    printed = rendering.print(piece.source, piece.where, greets=name == "greeting", told=case)
    if piece.fallback and any(one.startswith("customer.") for one in rendering.missing[before:]):
        del rendering.missing[before:]
        return rendering.print(piece.fallback, piece.where, greets=name == "greeting", told=case)
    return printed


def _signature(plan: Plan, given: ReadValues, rendering: Rendering, own: Marked) -> Marked:
    """The signature; `own` is the text's, which is left alone if it is more than the agent's name."""
    if not plan.switched.get("signature", True):
        return own
    forced = plan.switched.get("signature", False)
    if pieces.own_signature(plan.settings, forced=forced) and "agent.name" not in given.values:
        rendering.missing.append("agent.name")
    return rendering.finished(pieces.signature(plan.settings, given.values, own, forced=forced))
