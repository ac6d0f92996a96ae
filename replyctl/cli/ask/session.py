"""One reply on the terminal: set-up, picker, interview and review; every answer is saved at once."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from replyctl import config
from replyctl.cli.ask import editor, look_up_wait, unfinished_choice
from replyctl.cli.ask.interview import BackToPicker, Interview
from replyctl.cli.ask.one_by_one import Answered, one_by_one
from replyctl.cli.ask.picked import Picked
from replyctl.cli.ask.review_keys import KEYS
from replyctl.cli.ask.revision import Revision, Services
from replyctl.cli.ask.setup import set_up
from replyctl.cli.ask.user_interface import UserInterface
from replyctl.compose.page.edited import with_body
from replyctl.errors import Interrupted, OutputError
from replyctl.library.localized import localized
from replyctl.memory import unfinished
from replyctl.memory.unfinished import RESUME, Keeper, Unfinished

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from replyctl.cli.ask.picker.catalogue import Catalogue
    from replyctl.cli.ask.tty import Terminal
    from replyctl.compose.composition import Composition
    from replyctl.compose.reply import Reply
    from replyctl.compose.values.look_up import LookedUp


@dataclass(slots=True)
class Session:
    """The terminal, and the reply in progress."""

    terminal: Terminal
    tell: Callable[[str], None]
    keeper: Keeper | None = None
    """Where the reply is kept; None until there is something to keep."""
    state: Unfinished = field(default_factory=Unfinished)
    """How the reply started."""
    _interface: UserInterface = field(init=False)
    picked: Picked | None = None
    """What was picked on the screen, if anything was."""
    reviewed: bool = False
    """Whether the agent saw the reply's problems."""
    left_behind: Unfinished = field(default_factory=Unfinished)
    """The answers of a reply that was left for another snippet."""
    _kept: bool = True
    _asking: bool = False

    def __post_init__(self) -> None:
        self._interface = UserInterface.on(self.terminal)

    def set_up(self, language: str) -> config.Settings:
        """The first run: ask about the agent, who begins with a reply in `language`. Returns the new settings."""
        with self.terminal.session():
            set_up(self._interface.ask, language)
        return config.load()

    def pick(self, catalogue: Catalogue, query: str = "") -> tuple[str, ...]:
        """The names of the picked snippets, none for a reply without one. Raises Interrupted if the agent left.

        Without a query the picker is as the agent left it.
        """
        before = Picked((), query) if query else self.picked or Picked()
        with self.terminal.session():
            picked = self._interface.pick(catalogue, before)
        if picked is None:
            raise Interrupted("nothing picked")
        self.picked = picked
        return picked.names

    def answer(self, catalogue: Catalogue, questions: Sequence[str]) -> Answered:
        """How each question is answered, and which are none. Raises Interrupted if the agent left."""
        with self.terminal.session():
            answered = one_by_one(self._interface.answer, catalogue, questions)
        self.picked = Picked()
        return answered

    def look_up(self, argv: Sequence[str], value: str) -> LookedUp:
        """What a look-up command finds; the agent may go on without it."""
        if self._asking:
            return look_up_wait.look_up(self.terminal, argv, value)
        with self.terminal.session():
            return look_up_wait.look_up(self.terminal, argv, value)

    def choose(self, found: Sequence[tuple[Keeper, Unfinished]]) -> tuple[Keeper, Unfinished]:
        """The unfinished reply to go on with. Raises Interrupted if there is none."""
        with self.terminal.session():
            return unfinished_choice.choose(self._interface.choose, found)

    def edited(self, reply: Reply) -> Reply:
        """A finished reply with the body that the agent makes of it in the editor. OutputError as `editor.edit`."""
        with self.terminal.session():
            return with_body(reply, editor.edit(self.terminal, reply.body, None))

    def compose(
        self,
        state: Unfinished,
        composition: Composition,
        services: Services,
        *,
        edit: bool,
        review: bool,
    ) -> Reply:
        """Ask what is missing, then review. Raises Interrupted if the agent leaves; what was typed is kept.

        `state` is how the composition started. Reviews if `review`, `edit`, or if anything was asked. Raises BackToPicker
        if the agent wants another snippet than the picked one; `left_behind` has the answers so far.
        """
        self.state = state
        interview = Interview(self._interface.ask, _heading(composition), composition, lambda: None)
        interview.asked, interview.typed = [*self.state.answers], dict(self.state.typed)

        def folder() -> Path | None:
            self._keep(interview, revision, although_empty=True)
            return self.keeper.path if self.keeper else None

        revision = Revision(
            self.terminal, self._interface, interview, services, KEYS, folder, state.body, state.subject
        )
        revision.silenced = state.silenced

        interview.keep, interview.folder = lambda: self._keep(interview, revision), folder
        interview.picked = self.picked is not None
        asked, is_new = len(interview.asked), self.keeper is None
        try:
            with self.terminal.session(), self._at_work():
                interview.fill()
                if review or edit or len(interview.asked) > asked:
                    self.reviewed = True
                    return revision.run(edit=edit)
                return revision.reply()
        except BackToPicker:
            self.left_behind = self._now(interview, revision)
            raise
        except Interrupted as stopped:
            if self.keeper and is_new and self._now(interview, revision).is_empty:  # begun for the editor's file
                self.keeper.forget()
                self.keeper = None
            if self.keeper is None or not self._kept:
                raise
            raise Interrupted("stopped; what you typed is saved", hint=RESUME) from stopped

    def _now(self, interview: Interview, revision: Revision) -> Unfinished:
        return replace(
            self.state,
            answers={**dict.fromkeys(interview.asked, ""), **interview.composition.answers},  # in the order of asking
            typed=interview.typed,
            body=revision.body,
            subject=revision.subject,
            silenced=revision.silenced,
        )

    def _keep(self, interview: Interview, revision: Revision, *, although_empty: bool = False) -> None:
        state = self._now(interview, revision)
        if self.keeper is None and state.is_empty and not although_empty:
            return
        try:
            self.keeper = self.keeper or unfinished.begin()
            self.keeper.save(state)
        except OutputError as error:
            if self._kept:
                self.tell(f"notice: what you type cannot be saved: {error}")
            self._kept = False

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        """Whether the terminal is ours already, for a look-up between two questions."""
        self._asking = True
        try:
            yield
        finally:
            self._asking = False


def _heading(composition: Composition) -> str:
    if questions := composition.plan.start.questions:
        return f"{len(questions)} questions, each with its answer"
    language = composition.plan.settings.language or composition.plan.language
    titles = [localized(snippet.title, language) for snippet in composition.plan.snippets]
    return " + ".join(titles) or "A reply of your own"
