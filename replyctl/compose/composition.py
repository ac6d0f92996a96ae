"""A reply in progress, from its start to the finished `Reply`. Every change makes a new object."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from replyctl.clean import clean
from replyctl.compose.page.layout import Page, lay_out
from replyctl.compose.plan.decided import Plan, decide
from replyctl.compose.values import who
from replyctl.compose.values.read_values import ReadValues, accepted, default, read_all, read_one
from replyctl.errors import EmptyText, MissingValues, ValueRefused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from replyctl.compose.page.sketch import Sketch
    from replyctl.compose.prompts import Prompt
    from replyctl.compose.reply import Reply
    from replyctl.compose.start import Start
    from replyctl.compose.values.look_up import Runner
    from replyctl.config import Settings
    from replyctl.library.field_types.value import Value
    from replyctl.library.find import Library
    from replyctl.library.snippet import Snippet


# No slots: cached properties compute each stage once.
@dataclass(frozen=True, eq=False, repr=False)
class Composition:
    """A plan, and the stages that follow from it. Made by `start`."""

    plan: Plan
    runner: Runner | None = None
    """Runs look-up commands; None for `look_up.run`."""

    @classmethod
    def start(  # noqa: PLR0913 - as `decide`
        cls,
        start: Start,
        snippets: Sequence[Snippet],
        settings: Settings,
        *,
        now: datetime,
        library: Library | None = None,
        headed: bool = False,
        lenient: bool = False,
        runner: Runner | None = None,
    ) -> Composition:
        """From the command line's `start`; `snippets` are the ones that it names.

        Raises UsageError (unknown key or part), ValueRefused, SnippetError, LanguageError.
        """
        plan = decide(start, snippets, settings, now=now, library=library, headed=headed, lenient=lenient)
        return _looked_up(cls(plan, runner).checked())

    def checked(self) -> Composition:
        """Itself. Raises ValueRefused, naming the value, if a value is not valid."""
        _ = self._accepted
        return self

    @property
    def values(self) -> Mapping[str, Value]:
        """All known values in use, by dotted name. Raises ValueRefused as `checked`."""
        return self._accepted.values

    @property
    def nobody(self) -> str:
        """A notice if the customer's name is not a person's, else ""."""
        return who.nobody(self.values)

    def prompts(self) -> tuple[Prompt, ...]:
        """What this reply needs or can change, in the order of asking, with answers so far."""
        from replyctl.compose.prompts import prompts

        return prompts(self.plan, self._given, self.missing())

    def open(self) -> tuple[Prompt, ...]:
        """The prompts still to ask: required, with no value and no default."""
        missing = self.missing()
        return tuple(prompt for prompt in self.prompts() if prompt.name in missing)

    def answer(self, name: str, text: str) -> Composition:
        """With one more answer, which overrides all other sources. An empty text takes the default.

        Raises ValueRefused, with the message to show, if the text is not valid or an answer is required.
        """
        text = clean(text, newlines=True)
        fields = self.plan.declared.fields
        if text:
            read_one(self.plan, self._given.scope, name, text)
        elif name in fields and not fields[name].optional and default(self.plan, self._given, name) is None:
            raise ValueRefused("an answer is needed")
        plan = replace(self.plan, sources=self.plan.sources.answered(name, text))
        return _looked_up(replace(self, plan=plan))

    def sketch(self, name: str, text: str) -> Sketch | None:
        """The reply so far, if the question `name` is answered by `text`, as far as that is an answer.

        None if it cannot be rendered yet. No look-up is run.
        """
        from replyctl.compose.page.sketch import sketch

        return sketch(self.plan, self._given.scope, name, clean(text, newlines=True))

    @property
    def answers(self) -> Mapping[str, str]:
        """The answers so far, by name, as typed; an unfinished reply keeps them."""
        return self.plan.sources.asked

    def missing(self) -> tuple[str, ...]:
        """Names without a value, in order (`order`, `agent.name`)."""
        return self._page.missing

    def reply(self) -> Reply:
        """The reply. Raises MissingValues with all missing names, TemplateError if a template fails, EmptyText."""
        missing, reply, is_empty = self._page
        if reply is None:
            from replyctl.compose.prompts import hint

            unfilled = self._given.unfilled
            reasons = [f"{name} ({unfilled[name]})" if name in unfilled else name for name in missing]
            asked = hint(missing, self.plan.start.mail)
            raise MissingValues(f"no value for {', '.join(reasons)}", hint=asked, missing=missing)
        if is_empty:
            names = " and ".join(f"'{snippet.name}'" for snippet in self.plan.snippets)
            told = "give other values, or choose other parts: no branch of it holds"
            raise EmptyText(f"the text of {names} is empty with these values", hint=told)
        return reply

    @cached_property
    def _given(self) -> ReadValues:
        return read_all(self.plan)

    @cached_property
    def _accepted(self) -> ReadValues:
        return accepted(self.plan, self._given)

    @cached_property
    def _page(self) -> Page:
        return lay_out(self.plan, self._accepted)


def _looked_up(made: Composition) -> Composition:
    """With the values from look-up commands."""
    for name in made.plan.settings.look_up:
        from replyctl.compose.values.look_up import offered, run

        plan = offered(made.plan, made.values, name, made.runner or run)
        made = made if plan is made.plan else replace(made, plan=plan)
    return made
