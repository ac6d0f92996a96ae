"""Which snippets a reply is made of: those of the command line, those picked, and what an unknown name may mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from replyctl.cli.snippets import notice
from replyctl.errors import SnippetNotFound, UsageError
from replyctl.language import DEFAULT

if TYPE_CHECKING:
    from replyctl.cli.ask.session import Session
    from replyctl.config import Settings
    from replyctl.library.find import Library
    from replyctl.memory.unfinished import Unfinished

NEAREST = 3
"""Names offered for an unknown one."""


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
        """With snippets from the picker, if none was named. Raises UsageError where nobody can be asked."""
        if state.start.snippets or state.start.blank:
            return state
        if self.session is None:
            hint = "name one from `replyctl snippets list`; on a terminal you can pick one"
            raise UsageError("no snippet was named", hint=hint)
        if line := notice(self.library.broken):
            self.tell(line.removeprefix("notice: "))
        return _with(state, self._asked(state, self.session))

    def _asked(self, state: Unfinished, session: Session, query: str = "") -> tuple[str, ...]:
        language = state.start.language or self.settings.language or DEFAULT
        return session.pick(self.library, self.settings, language, query)

    def _near(self, name: str) -> str:
        from replyctl.library.search.rank import Search

        *others, last = [f"'{hit.name}'" for hit in Search.of(self.library).typed(name.replace("-", " "))][
            :NEAREST
        ] or [""]
        return f"did you mean {' or '.join(filter(None, (', '.join(others), last)))}?" if last else ""


def _with(state: Unfinished, names: tuple[str, ...]) -> Unfinished:
    """With the snippets of these names; a reply without one if there are none."""
    return replace(state, start=replace(state.start, snippets=names, blank=state.start.blank or not names))
