"""A reply's problems as the agent sees them, and whether they hold the reply back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.compose.reply import Reply
    from replyctl.config import Settings
    from replyctl.lint.draft import Draft
    from replyctl.lint.problem import Problem
    from replyctl.lint.proof import Proof
    from replyctl.reading.answers import Answer

Level = Literal["error", "warning", "suggestion", "never"]
"""The severity at which a command fails."""
_OF_THE_FRAME = {
    "greeting": ("greeting-missing", "greeting-no-name", "title-ignored"),
    "introduction": ("no-introduction",),
    "wait": ("late-reply",),
    "offer": ("no-further-help",),
    "closing": ("no-closing",),
    "signature": ("signature-missing-contact", "no-introduction"),
}
"""Rules to skip when a piece of the frame is left out, because something else adds it."""
_OF_THE_SUBJECT = ("subject-caps", "subject-front", "subject-length", "subject-mismatch", "subject-punctuation")
"""Rules to skip where the subject is the customer's own, which keeps the mail in its thread: the agent wrote none of it."""


class Looked(NamedTuple):
    """What lint says about a reply."""

    problems: list[Problem]
    """In text order; offsets are into `reply.body`, or the subject for the zone subject."""
    answers: list[Answer]
    """The customer's questions with how the reply answers each; empty without a mail."""


def check(settings: Settings) -> None:
    """Raise ConfigError if the settings name a rule or an option that does not exist."""
    lint = settings.lint
    if lint.select or lint.ignore or lint.severity or lint.options:
        from replyctl.lint import configured

        configured.check(lint)


def problems(reply: Reply, settings: Settings, proof: Proof | None = None) -> list[Problem]:
    """The problems, as in `Looked`."""
    return _linted(reply, settings, proof)[1]


def looked(reply: Reply, settings: Settings, proof: Proof | None = None) -> Looked:
    """The problems, and the customer's questions."""
    draft, found = _linted(reply, settings, proof)
    return Looked(found, draft.answers)


def _linted(reply: Reply, settings: Settings, proof: Proof | None) -> tuple[Draft, list[Problem]]:
    from replyctl.lint.configured import selection
    from replyctl.lint.context import Context
    from replyctl.lint.run import for_the_agent, lint_parts

    elsewhere = tuple(rule for piece in reply.left_out for rule in _OF_THE_FRAME[piece])
    rules = selection(settings.lint, ignore=(*elsewhere, *(_OF_THE_SUBJECT if _is_threaded(reply) else ())))
    draft, found = lint_parts(reply.body, reply.subject or None, Context.of(reply.context), rules, proof)
    accepted = {*map(tuple, reply.silenced)}
    return draft, [one for one in for_the_agent(found, reply.approved) if (one.rule, one.text) not in accepted]


def _is_threaded(reply: Reply) -> bool:
    """Whether the subject is that of the mail which is answered."""
    known = reply.values.get("case.reply_subject")
    return known is not None and known.origin == "mail" and " ".join(str(known.value).split()) == reply.subject


def asked(incoming: str, no_questions: tuple[str, ...] = ()) -> list[str]:
    """The questions of a customer's mail, but for those that are none."""
    from replyctl.lint.context import Context
    from replyctl.lint.draft import Draft

    context = Context(incoming=incoming, no_questions=no_questions)
    return [one.question.text for one in Draft("", None, context).answers]


def holding(found: Sequence[Problem], level: Level) -> list[Problem]:
    """Those at or above the fail level."""
    from replyctl.lint.problem import Severity

    return [] if level == "never" else [one for one in found if one.severity >= Severity[level.upper()]]


def counted(found: Sequence[Problem]) -> str:
    """For example "1 error, 2 warnings"."""
    from replyctl.lint.problem import Severity

    numbers = ((sum(one.severity == level for one in found), str(level)) for level in sorted(Severity, reverse=True))
    return ", ".join(f"{number} {name}{'s' * (number > 1)}" for number, name in numbers if number)


def lines(reply: Reply, found: Sequence[Problem], columns: int | None = None) -> str:
    """One line per problem, for stderr: `reply:line:column: severity rule: message`; broken between words at `columns`."""
    from replyctl.report.checked import Checked
    from replyctl.report.concise import Concise
    from replyctl.report.protocol import Style

    told = Concise(Style()).draft(Checked("reply", "path", reply.language, tuple(found), (reply.subject, reply.body)))
    if columns is None:
        return told
    from replyctl.text.breaks import broken

    return "".join(f"{part}\n" for line in told.splitlines() for part in broken(line, columns, hang="    "))
