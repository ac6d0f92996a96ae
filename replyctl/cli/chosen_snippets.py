"""Which snippets a reply is made of: those of the command line, those picked, and what an unknown name may mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from replyctl.cli.snippets import notice
from replyctl.errors import MissingValues, SnippetNotFound, UsageError
from replyctl.language import DEFAULT

if TYPE_CHECKING:
    from replyctl.cli.ask.picker.catalogue import Catalogue
    from replyctl.cli.ask.session import Session
    from replyctl.compose.start import HowAnswered
    from replyctl.config import Settings
    from replyctl.errors import ReplyctlError
    from replyctl.library.find import Library
    from replyctl.mail.case import CustomerCase
    from replyctl.memory.unfinished import Unfinished

NEAREST = 3
"""Names offered for an unknown one."""
SUGGESTED = 5
"""Names offered for a mail."""


@dataclass(frozen=True, slots=True)
class ChosenSnippets:
    """How snippets are chosen; `session` is None when nobody can be asked."""

    library: Library
    settings: Settings
    session: Session | None
    tell: Callable[[str], None]
    """Tells the agent a notice."""

    def named(self, state: Unfinished) -> Unfinished:
        """With names that there are, before anything else is asked; the picker shows what an unknown one may mean.

        Raises SnippetError for a broken snippet, SnippetNotFound where nobody can be asked.
        """
        names: list[str] = []
        for name in state.start.snippets:
            try:
                self.library.get(name)
            except SnippetNotFound as error:
                if self.session is None:
                    error.hint = self._near(name) or error.hint
                    raise
                names += self._asked(state, self.session, name.replace("-", " "))
            else:
                names.append(name)
        return state if tuple(names) == state.start.snippets else _with(state, tuple(names))

    def picked(self, state: Unfinished) -> Unfinished:
        """With snippets from the picker, if none was named.

        Where nobody can be asked: MissingValues, with the names that fit the mail, or UsageError without a mail.
        """
        if state.start.snippets or state.start.blank or state.start.questions:
            return state
        if self.session is None:
            raise self._unnamed(state.start.mail)
        if line := notice(self.library.broken):
            self.tell(line.removeprefix("notice: "))
        mail = state.start.mail
        if mail and len(mail.questions) > 1:
            answered = self.session.answer(self._catalogue(state), mail.questions)
            state = replace(state, start=replace(state.start, mail=mail.without(answered.no_questions)))
            if answered.how:
                return _answering(state, answered.how)
        return _with(state, self._asked(state, self.session))

    def _asked(self, state: Unfinished, session: Session, query: str = "") -> tuple[str, ...]:
        return session.pick(self._catalogue(state), query)

    def _catalogue(self, state: Unfinished) -> Catalogue:
        from replyctl.cli.ask.picker.catalogue import Catalogue

        language = state.start.language or self.settings.language or DEFAULT
        mail = state.start.mail
        return Catalogue(self.library, self.settings, language, *((mail.written, len(mail.questions)) if mail else ()))

    def _fitting(self, mail: CustomerCase) -> tuple[str, ...]:
        """The names that fit the mail, the best first."""
        from replyctl.library.search.rank import Search

        return tuple(hit.name for hit in Search.of(self.library).fitting(mail.written, len(mail.questions)))

    def _unnamed(self, mail: CustomerCase | None) -> ReplyctlError:
        if mail is None:
            hint = "name one from `replyctl snippets list`; on a terminal you can pick one"
            return UsageError("no snippet was named", hint=hint)
        fitting = [f"--snippet {name}" for name in self._fitting(mail)[:SUGGESTED]]
        hint = f"for this mail: {', '.join(fitting)}" if fitting else "`replyctl snippets list` shows all names"
        return MissingValues("no snippet was named", hint=hint, missing=("snippet",))

    def _near(self, name: str) -> str:
        from replyctl.library.search.rank import Search

        *others, last = [f"'{hit.name}'" for hit in Search.of(self.library).typed(name.replace("-", " "))][
            :NEAREST
        ] or [""]
        return f"did you mean {' or '.join(filter(None, (', '.join(others), last)))}?" if last else ""


def _answering(state: Unfinished, how: tuple[HowAnswered, ...]) -> Unfinished:
    """With the answers to several questions; what answers the only one is the whole reply, unless it has to wait."""
    names = tuple(dict.fromkeys(name for one in how for name in one.snippets))
    if len(how) == 1 and not how[0].later:
        return _with(state, names)
    return replace(state, start=replace(state.start, snippets=names, questions=how))


def _with(state: Unfinished, names: tuple[str, ...]) -> Unfinished:
    """With the snippets of these names; a reply without one if there are none."""
    return replace(state, start=replace(state.start, snippets=names, blank=state.start.blank or not names))
