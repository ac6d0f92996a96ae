"""What the review needs to know of a reply, by the command line that it was asked for with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from replyctl.cli import reply_lint
from replyctl.cli.ask.revision import Services
from replyctl.cli.handover import as_sent, rendered, save
from replyctl.cli.warming import begin

if TYPE_CHECKING:
    from replyctl.cli.request import Request
    from replyctl.compose.composition import Composition
    from replyctl.compose.reply import Reply
    from replyctl.config import Settings
    from replyctl.lint.problem import Problem
    from replyctl.lint.proof import Proof


def services(composition: Composition, request: Request, settings: Settings, proof: Proof, *, strict: bool) -> Services:
    """The functions that the review calls; begins to load what they use, for a reply such as `composition` will be.

    `strict` if a problem at the fail level holds the reply back.
    """
    warming = begin(composition, settings, proof)

    def look(reply: Reply) -> reply_lint.Looked:
        warming.join()
        return reply_lint.looked(reply, settings, proof)

    def held(found: Sequence[Problem]) -> str:
        back = reply_lint.holding(found, request.level) if strict else []
        return f"This reply will be held back: {reply_lint.counted(back)}." if back else ""

    def serious(found: Sequence[Problem]) -> str:
        return reply_lint.counted(reply_lint.holding(found, request.level))

    return Services(
        look=look,
        held=held,
        serious=serious,
        save=lambda reply, path: save(rendered(reply, request, settings, proof)[0], path),
        as_sent=as_sent,
    )
