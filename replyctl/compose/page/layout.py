"""The finished reply from its values: each piece is rendered once, then joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replyctl.compose.page import pieces
from replyctl.compose.page.lint_context import context_of
from replyctl.compose.page.rendering import Rendering
from replyctl.compose.reply import Reply
from replyctl.compose.values.printing import tongue
from replyctl.errors import TemplateError
from replyctl.template.marked import Marked, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.compose.plan.decided import Plan
    from replyctl.compose.values.read_values import ReadValues

_LISTED = r"(?m)^\s*(?:\d+[.)、]|>)"
_FEW = 2
"""Up to this many texts need no numbers."""


class Page(NamedTuple):
    """A reply, or the names of missing values."""

    missing: tuple[str, ...]
    reply: Reply | None


def lay_out(plan: Plan, given: ReadValues) -> Page:
    """The reply, if nothing is missing. Raises TemplateError."""
    needed = tuple(dict.fromkeys(_required(plan, given)))
    rendering = Rendering(plan, given)
    try:
        subject, body = _subject(plan, given, rendering), _body(plan, given, rendering)
    except TemplateError:
        if needed:  # a template may fail just because values are missing
            return Page(needed, None)
        raise
    missing = tuple(dict.fromkeys((*needed, *rendering.missing)))
    return Page(missing, None if missing else _reply(plan, given, subject, body))


def parts_of(plan: Plan, given: ReadValues, rendering: Rendering) -> tuple[str, str]:
    """Subject and body, whatever is missing. Raises TemplateError."""
    return _subject(plan, given, rendering), _body(plan, given, rendering).text


def _required(plan: Plan, given: ReadValues) -> Iterator[str]:
    for name, field in plan.declared.fields.items():
        if not field.optional and name not in given.values and name not in given.unused:
            yield name
    # A value about the case is missing only if a template prints it.
    yield from (name for name in given.unfilled if not name.startswith("case."))


def _reply(plan: Plan, given: ReadValues, subject: str, body: Marked) -> Reply:
    language, _ = tongue(plan.language)
    attachments = tuple(dict.fromkeys(file for snippet in plan.snippets for file in snippet.attachments))
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
        attachments=attachments,
        context=context_of(plan, given, attachments),
        left_out=pieces.left_out(plan.settings, plan.switched),
    )


def _subject(plan: Plan, given: ReadValues, rendering: Rendering) -> str:
    """One line: the first snippet's, or the typed one."""
    if plan.snippets:
        printed = rendering.text(plan.snippets[0], "subject").text
    else:
        names = (name for name in ("subject", "case.reply_subject") if name in given.values)
        printed = next((str(given.values[name].value) for name in names), "")
    return " ".join(printed.split())


def _body(plan: Plan, given: ReadValues, rendering: Rendering) -> Marked:
    """From the greeting to the signature."""
    closing, signature = _piece("closing", plan, given, rendering), _signature(plan, given, rendering)
    greeting, introduction = (_piece(name, plan, given, rendering) for name in ("greeting", "introduction"))
    texts = _texts(plan, given, rendering)
    offer = _piece("offer", plan, given, rendering)
    return joined((greeting, introduction, *texts, offer, joined((closing, signature), "\n")), "\n\n")


def _texts(plan: Plan, given: ReadValues, rendering: Rendering) -> list[Marked]:
    """The text of each snippet, numbered if there are many; or the typed text."""
    if plan.blank:
        typed = given.values.get("text")
        return [Marked.typed(str(typed.value))] if typed else []
    texts: list[Marked] = []
    for snippet in plan.snippets:
        rendering.opens = not texts
        texts.append(rendering.text(snippet, "body"))
    if len(texts) <= _FEW or any(re.search(_LISTED, text.text) for text in texts):
        return texts
    return [joined((Marked.fixed(f"{number}. "), text), "") for number, text in enumerate(texts, 1)]


def _piece(name: str, plan: Plan, given: ReadValues, rendering: Rendering) -> Marked:
    """One of the pieces around the text, rendered."""
    if not plan.switched.get(name, True):
        return Marked()
    again = given.values["case.first_contact"].value is False and not plan.switched.get(name)
    which = "reopening" if name == "introduction" and again else name
    _, frame = tongue(plan.language)
    piece = pieces.piece(which, plan.settings, frame, plan.language, plan.tone)
    before = len(rendering.missing)
    printed = rendering.print(piece.source, piece.where)
    if piece.fallback and any(one.startswith("customer.") for one in rendering.missing[before:]):
        del rendering.missing[before:]
        return rendering.print(piece.fallback, piece.where)
    return printed


def _signature(plan: Plan, given: ReadValues, rendering: Rendering) -> Marked:
    if not plan.switched.get("signature", True):
        return Marked()
    forced = plan.switched.get("signature", False)
    if pieces.own_signature(plan.settings, forced=forced) and "agent.name" not in given.values:
        rendering.missing.append("agent.name")
    return pieces.signature(plan.settings, given.values, forced=forced)
