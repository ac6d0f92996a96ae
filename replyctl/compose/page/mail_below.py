"""What the customer wrote, quoted below the reply."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from replyctl.compose.page.spaced import spaced
from replyctl.compose.values.printing import printer, tongue
from replyctl.template.marked import Marked, joined

if TYPE_CHECKING:
    from replyctl.compose.page.rendering import Rendering
    from replyctl.compose.plan.decided import Plan


def mail_below(plan: Plan, rendering: Rendering) -> Marked:
    """The mail's new text under a line in the reply's language that says when and by whom; empty if not wanted."""
    mail = plan.start.mail
    if mail is None or not mail.own_text:
        return Marked()
    language, frame = tongue(plan.language)
    name = mail.name or mail.reply_to or mail.sender
    date = printer(plan.language).date(datetime.fromisoformat(mail.sent).date()) if mail.sent else ""
    form = frame.attribution if date else frame.attribution_undated
    said = spaced(Marked.fixed(form.format(date=date, name=name)), language, within=True).text if name else ""
    quoted = "\n".join(f"> {line}".rstrip() for line in mail.own_text.splitlines())
    return joined((rendering.finished(Marked.typed(said)), Marked.typed(quoted)), "\n")
