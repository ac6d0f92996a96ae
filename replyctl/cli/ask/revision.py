"""A reply under revision: reviewed and changed until the agent is done or leaves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from replyctl.cli.ask import editor
from replyctl.cli.ask.outcome import Surroundings
from replyctl.cli.ask.review_state import DONE, LEAVE, ReviewState
from replyctl.compose.page.edited import with_body
from replyctl.errors import Interrupted, OutputError, ReplyctlError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from replyctl.cli.ask.interview import Interview
    from replyctl.cli.ask.review_state import Key
    from replyctl.cli.ask.tty import Terminal
    from replyctl.cli.ask.user_interface import UserInterface
    from replyctl.cli.reply_lint import Looked
    from replyctl.compose.prompts import Prompt
    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem


@dataclass(frozen=True, slots=True)
class Services:
    """Functions that the review calls on a reply."""

    look: Callable[[Reply], Looked]
    """Lints the reply."""
    held: Callable[[Sequence[Problem]], str]
    """Why a reply with these problems would be held back, or ""."""
    serious: Callable[[Sequence[Problem]], str]
    """Those that the agent should not give out unseen, counted in words, or ""."""
    save: Callable[[Reply, Path], None]
    """Writes a file. Raises OutputError."""
    as_sent: Callable[[Reply], Reply]
    """Removes lint directives."""


@dataclass(slots=True)
class Revision:
    """A finished interview, and the agent's edits of the text."""

    terminal: Terminal
    interface: UserInterface
    interview: Interview
    services: Services
    keys: Sequence[Key]
    folder: Callable[[], Path | None]
    """Keeps the reply and tells where; None if it cannot be kept."""
    body: str | None = None
    """The edited body, None if unchanged."""
    subject: str | None = None
    """The changed subject, None if unchanged."""
    problem: Problem | None = None
    """The problem that the agent looked at last."""
    silenced: tuple[tuple[str, str], ...] = ()
    """Problems that the agent accepts: rule and quoted text."""
    _sure: str = ""
    """A key that was pressed once and asked about, since it would lose or risk something; pressed again, it acts."""

    def run(self, *, edit: bool) -> Reply:
        """Review until the agent is done. Raises Interrupted if the agent leaves, TemplateError, MissingValues."""
        notice, scroll, current, seen = self.edit() if edit else self._told_at_first(), 0, 0, None
        while True:
            reply = self.reply()
            looked = self.services.look(reply)
            found, answers = sorted(looked.problems, key=lambda one: -one.severity), looked.answers
            held, unseen = self.services.held(found), reply != seen or bool(self._sure)
            current = min(current, max(len(found) - 1, 0))
            state = ReviewState(reply, found, self.keys, held, notice, scroll, answers, current, unseen)
            letter = self.interface.review(state)
            scroll, current, seen = state.scroll, state.current, reply
            self.problem = found[current] if found else None
            if letter == LEAVE:
                raise self._left()
            doubt = self._doubt(letter, found) if letter != self._sure and not (held and letter == DONE) else ""
            if letter == DONE and not doubt:
                return reply
            notice = self._asked_twice(letter, doubt) if doubt else self._do(letter, reply)

    def reply(self) -> Reply:
        """The rendered reply with the agent's changes."""
        rendered = replace(self.interview.composition.reply(), silenced=self.silenced)
        if self.subject is not None:
            rendered = replace(rendered, subject=self.subject)
        return rendered if self.body is None else with_body(rendered, self.body)

    def edit(self) -> str:
        """Edit the body in the agent's editor. Returns a message."""
        try:
            edited = editor.edit(self.terminal, self.reply().body, self.folder())
        except OutputError as error:
            return _told(error)
        if edited == self.reply().body:
            return "nothing changed"
        self.body = edited
        self.interview.keep()
        return "edited"

    def put(self, prompt: Prompt, text: str) -> str | None:
        """Ask a question of the review itself; None if the agent went back to the review."""
        outcome = self.interface.ask(prompt, text, Surroundings())
        return outcome.text if outcome.to == "next" else None

    def change(self, index: int) -> str:
        """Ask the prompt at `index` again."""
        prompts = self.interview.composition.prompts()
        if index >= len(prompts):
            return f"there is no value {index + 1}"
        before = self.interview.composition
        self.interview.change(prompts[index].name)
        if self.interview.composition is not before:
            self.as_rendered()
        return ""

    def as_rendered(self) -> None:
        """Drop the agent's edits, which no longer fit the changed value."""
        self.body = self.subject = None
        self.interview.keep()

    def _told_at_first(self) -> str:
        """Notices: a typed name that is not a person's (others were checked at the start), and about the texts."""
        name = self.interview.composition.values.get("customer.name")
        nobody = self.interview.composition.nobody if name and name.origin == "asked" else ""
        return "; ".join(filter(None, (nobody, *self.reply().notices)))

    def _do(self, letter: str, reply: Reply) -> str:
        """Run a key's action, or ask the numbered value again. Returns a message."""
        key = next((one for one in self.keys if one.letter == letter), None)
        before, self._sure = self._sure, ""
        edited = self.body is not None or self.subject is not None
        if edited and (key is None or key.rewrites) and letter != before:
            message = "Changing a value rewrites the text and drops your edits. Press the same key again to go on."
            return self._asked_twice(letter, message)
        try:
            return key.does(self, reply) if key else self.change(int(letter) - 1)
        except Interrupted:
            raise
        except ReplyctlError as error:
            return _told(error)

    def _doubt(self, letter: str, found: Sequence[Problem]) -> str:
        """What to ask before a key gives out a reply with serious problems, or ""."""
        key = next((one for one in self.keys if one.letter == letter), None)
        serious = self.services.serious(found) if key and key.gives_out else ""
        name = "Enter" if letter == DONE else letter
        return f"{serious}. {name} again {key.gives_out} as it is." if serious and key else ""

    def _asked_twice(self, letter: str, question: str) -> str:
        self._sure = letter
        return question

    def _left(self) -> Interrupted:
        self.interview.keep()
        return Interrupted("stopped")


def _told(error: ReplyctlError) -> str:
    return f"{error.message}{f' ({error.hint})' if error.hint else ''}"
