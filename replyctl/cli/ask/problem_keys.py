"""The keys of the review that act on the current problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.lint.fix import apply

if TYPE_CHECKING:
    from replyctl.cli.ask.revision import Revision
    from replyctl.compose.reply import Reply


def fix(revision: Revision, reply: Reply) -> str:
    """Apply the fix of the current problem."""
    problem = revision.problem
    if problem is None:
        return "there is no problem"
    if problem.fix is None:
        return "no fix is known for this one: e edits the text, v changes a value"
    edits = sorted(problem.fix.edits)
    if problem.zone == "subject":
        revision.subject = apply(reply.subject, edits)
    else:
        revision.body = apply(reply.body, edits)
    revision.interview.keep()
    return f"{problem.rule}: fixed" + ("" if problem.fix.safe else "; please read the sentence again")


def silence(revision: Revision, _reply: Reply) -> str:
    """Accept the current problem, in this reply alone."""
    if revision.problem is None:
        return "there is no problem"
    revision.silenced = (*revision.silenced, (revision.problem.rule, revision.problem.text))
    revision.interview.keep()
    return f"{revision.problem.rule}: accepted in this reply"


def explain(revision: Revision, _reply: Reply) -> str:
    """Show why the current problem's rule exists, with examples."""
    from replyctl.lint.explain import explained

    if revision.problem is None:
        return "there is no problem"
    revision.interface.read(f"{revision.problem.message}\n\n{explained(revision.problem.rule)}")
    return ""
