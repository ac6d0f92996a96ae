"""From a `compose` command line to a delivered reply: reads the input and calls each stage in turn."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from replyctl import config, paths
from replyctl.cli import reply_lint
from replyctl.cli.chosen_engine import ChosenEngine, wanted
from replyctl.cli.chosen_snippets import ChosenSnippets
from replyctl.cli.handover import hand_over
from replyctl.cli.snippets import opened
from replyctl.compose.composition import Composition
from replyctl.errors import DataError, ReplyctlError, UsageError
from replyctl.memory import customers_data, usage
from replyctl.memory.unfinished import RESUME, Unfinished
from replyctl.output import HEADED

if TYPE_CHECKING:
    from datetime import datetime

    from replyctl.cli.ask.session import Session
    from replyctl.cli.request import Request
    from replyctl.cli.streams import Streams
    from replyctl.compose.reply import Reply
    from replyctl.compose.start import Start
    from replyctl.config import Settings
    from replyctl.library.find import Library
    from replyctl.memory.unfinished import Keeper


def run(request: Request, streams: Streams) -> None:
    """Compose and hand over the reply. Raises a ReplyctlError."""
    settings = config.load()
    reply_lint.check(settings)  # before anything is asked
    customers_data.expire(settings.keep_days)
    session = None if request.no_input or (request.again and not request.edit) else _session(streams)
    if session is None and request.edit:
        raise UsageError("--edit needs a terminal for the editor")
    if request.again:
        proofreading = _proofreading(request, streams, settings, asks=False)
        reply = session.edited(_last()) if session else _last()
        hand_over(reply, request, streams, settings, proofreading, strict=_strict(request, streams))
        return
    proofreading = _proofreading(request, streams, settings, asks=session is not None)
    proofreading.warm()  # while the agent answers
    _Composer(request, streams, settings, session, proofreading).run()


@dataclass(slots=True)
class _Composer:
    """One `compose` run; `session` is None when nobody can be asked."""

    request: Request
    streams: Streams
    settings: Settings
    session: Session | None
    proofreading: ChosenEngine
    resumed: Keeper | None = None
    """Where the resumed reply is kept."""

    def run(self) -> None:
        state = self._begun()
        folders = [Path(folder) for folder in state.start.libraries]
        library = opened(self.settings, folders, self._tell, no_shipped=not state.start.shipped)
        chosen = ChosenSnippets(library, self.settings, self.session, self._notice)
        state = chosen.named(state)
        # Without a config folder the answers could not be saved, so there is no set-up; the interview asks instead.
        if self.session is not None and paths.config() and not _writer(self.settings, state.start):
            self.settings = self.session.set_up(state.start.language or "")
            self._notice(f"your answers are saved in {config.user_file()}; `replyctl config edit` changes them")
        strict = self.session is None or _strict(self.request, self.streams)
        self._hand_over(self._reply(state, chosen, strict=strict), strict=strict)

    def _reply(self, state: Unfinished, chosen: ChosenSnippets, *, strict: bool) -> Reply:
        """The reply, after all questions; the agent may go back to the picker from the first."""
        picked = chosen.picked(state)
        composition = self._composition(picked, chosen.library)
        for line in filter(None, (*composition.plan.notices, composition.nobody)):
            self._notice(line)
        incoming = None if composition.plan.start.questions else composition.values.get("case.incoming")
        none = picked.start.mail.no_questions if picked.start.mail else ()
        for question in reply_lint.asked(str(incoming.value), none) if incoming and self.session else ():
            self._notice(f"the customer asks: {question}")
        if self.session is None:
            return composition.reply()
        from replyctl.cli.ask.interview import BackToPicker

        try:
            return self._asked(self.session, picked, composition, strict)
        except BackToPicker:
            left = self.session.left_behind
            anew = replace(state.start, snippets=(), blank=False, questions=())
            return self._reply(replace(left, start=anew, body=None, subject=None, silenced=()), chosen, strict=strict)

    def _hand_over(self, reply: Reply, *, strict: bool) -> None:
        """Deliver the reply; only then delete what was kept of it."""
        keeper = self.session.keeper if self.session else self.resumed
        try:
            reviewed = self.session is not None and self.session.reviewed
            hand_over(
                reply, self.request, self.streams, self.settings, self.proofreading, strict=strict, reviewed=reviewed
            )
        except ReplyctlError as error:
            if keeper is not None:
                error.hint = "; ".join(filter(None, (error.hint, RESUME)))
            raise
        if self.session is not None:
            usage.count(reply.snippets)
        if keeper is not None:
            keeper.forget()

    def _begun(self) -> Unfinished:
        """The start of the reply: from the flags, or from the unfinished reply."""
        return self._resumed() if self.request.resume else Unfinished(start=self.request.start)

    def _resumed(self) -> Unfinished:
        from replyctl.memory import unfinished

        found, unreadable = unfinished.newest()
        for file in unreadable:
            self._notice(f"{file} is damaged, or other users can write to it; it is ignored")
        if not found:
            raise DataError("there is no unfinished reply", hint="start one with `replyctl compose`")
        if len(found) > 1 and self.session is None:
            self._notice(f"resuming the newest of {len(found)} unfinished replies")
        keeper, state = self.session.choose(found) if len(found) > 1 and self.session else found[0]
        self.resumed = keeper
        if self.session is not None:
            self.session.keeper = keeper
        return state

    def _composition(self, state: Unfinished, library: Library) -> Composition:
        composition = Composition.start(
            state.start,
            [library.get(name) for name in state.start.snippets],
            self.settings,
            now=_now(self.settings),
            library=library,
            headed=self.request.format in HEADED,
            lenient=self.request.level == "never",
            runner=self.session.look_up if self.session else None,
        )
        for name, text in state.answers.items():
            with suppress(ReplyctlError):  # the snippet has changed since: ask again
                composition = composition.answer(name, text)
        return composition

    def _asked(self, session: Session, state: Unfinished, composition: Composition, strict: bool) -> Reply:
        from replyctl.cli.review_services import services

        needed = services(composition, self.request, self.settings, self.proofreading.proof, strict=strict)
        review = self.streams.stdout_is_terminal or self.request.resume
        return session.compose(state, composition, needed, edit=self.request.edit, review=review)

    def _notice(self, line: str) -> None:
        self._tell(f"notice: {line}")

    def _tell(self, line: str) -> None:
        if self.request.format != "json":  # with JSON only an error goes to stderr
            self.streams.tell(line)


def _proofreading(request: Request, streams: Streams, settings: Settings, *, asks: bool) -> ChosenEngine:
    """What proofreads the reply; off if neither spelling nor grammar is selected."""
    selected = settings.lint.select
    ignored = {"spelling", "grammar"} <= {*settings.lint.ignore} or "proof" in settings.lint.ignore
    off = ignored or (selected and {"spelling", "grammar", "proof"}.isdisjoint(selected))
    return ChosenEngine(settings, "off" if off else wanted(request.grammar, settings, interactive=asks), streams.tell)


def _last() -> Reply:
    from replyctl.memory import last

    reply = last.load()
    if reply is None:
        raise DataError("there is no last reply yet", hint="make one with `replyctl compose`")
    return reply


def _strict(request: Request, streams: Streams) -> bool:
    """Whether a problem at the fail level holds the reply back: it may be unseen, or a flag asks for it."""
    return (
        not streams.stdout_is_terminal
        or request.no_input
        or request.output is not None
        or request.fail_level is not None
    )


def _session(streams: Streams) -> Session | None:
    """None if there is no terminal to ask on; then it is as with `--no-input`."""
    if sys.platform == "win32":
        return None
    from replyctl.cli.ask.tty import open_terminal

    terminal = open_terminal()
    if terminal is None:
        return None
    from replyctl.cli.ask.session import Session

    return Session(terminal, streams.tell)


def _writer(settings: Settings, start: Start) -> bool:
    """Whether the agent's name is known."""
    agent = start.data.get("agent")
    return bool(settings.agent.name or start.sets.get("agent.name") or (isinstance(agent, dict) and agent.get("name")))


def _now(settings: Settings) -> datetime:
    from datetime import UTC, datetime

    now = datetime.now(tz=UTC)
    if not settings.calendar.timezone:
        return now.astimezone()
    from zoneinfo import ZoneInfo

    return now.astimezone(ZoneInfo(settings.calendar.timezone))
