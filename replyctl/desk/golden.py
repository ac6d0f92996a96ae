"""Renders and lints a snippet's golden examples: what customers would get is checked against every rule."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from replyctl.compose.composition import Composition
from replyctl.compose.start import Start
from replyctl.config import Agent, Company
from replyctl.desk.example_case import Case, cases, filled, trials
from replyctl.desk.origin import origin
from replyctl.errors import EmptyText, MissingValues, Place, ReplyctlError, SnippetError, TemplateError
from replyctl.lint import configured
from replyctl.lint.context import Context
from replyctl.lint.run import Selection, lint_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.compose.reply import Reply
    from replyctl.config import Settings
    from replyctl.desk.file_text import FileText
    from replyctl.library.find import Library
    from replyctl.library.snippet import Snippet
    from replyctl.lint.problem import Problem
    from replyctl.yamlfile.tree import Tree

Spotted = tuple[str, "Problem"]
"""A problem and the file it is in, "" for the file being checked: a snippet may reveal a partial's mistake."""
NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
"""The fixed time of rendering, so that the verdict on a file does not change from day to day."""
AGENT = Agent(name="Dana Levi", role="Customer Care", contact="help@example.com")
"""The agent if an example names none: the same on every computer."""
COMPANY = Company(name="Example", url="https://www.example.com")


class Stage(NamedTuple):
    """What examples are rendered and linted with."""

    settings: Settings
    selection: Selection
    clean: dict[str, str]
    """The notices on snippets without problems, by what their replies are made of: copies are not checked again."""

    @classmethod
    def of(cls, settings: Settings) -> Stage:
        """From `settings`, but with a fixed agent and signature, and without look-ups. Raises ConfigError."""
        company = replace(
            settings.company, name=settings.company.name or COMPANY.name, url=settings.company.url or COMPANY.url
        )
        fixed = replace(settings, agent=AGENT, company=company, signature="own", look_up={})
        return cls(fixed, configured.selection(settings.lint), {})

    def composed(self, snippet: Snippet, library: Library, case: Case, tone: str = "auto") -> Composition:
        """The composition of a case's reply. Raises what `Composition.start` raises."""
        begun = Start(snippets=(snippet.name,), data=case.data, language=case.language, tone=tone)
        return Composition.start(begun, [snippet], self.settings, now=NOW, library=library)

    def rendered(self, snippet: Snippet, library: Library, case: Case) -> Reply | None:
        """The reply; None if a combination of parts needs a value that no example has. ReplyctlError."""
        made = self.composed(snippet, library, case) if case.written else self.completed(snippet, library, case)
        return None if made.missing() and not case.written else made.reply()

    def completed(self, snippet: Snippet, library: Library, case: Case, tone: str = "auto") -> Composition:
        """Like `composed`, but with missing values from other examples and the fields, if these have them all."""
        made = self.composed(snippet, library, case, tone)
        whole = filled(snippet, case, missing) if (missing := made.missing()) else None
        return self.composed(snippet, library, whole, tone) if whole else made

    def problems(self, reply: Reply) -> tuple[Problem, ...]:
        """What lint reports for the reply on any day."""
        known = {key: value for key, value in reply.context.items() if key != "now"}
        return _linted(reply.body, reply.subject, Context.of(known), self.selection)


@lru_cache(maxsize=4096)  # combinations, and copies of a snippet, make the same reply again and again
def _linted(body: str, subject: str, context: Context, selection: Selection) -> tuple[Problem, ...]:
    return tuple(lint_parts(body, subject or None, context, selection)[1])


class Examples(NamedTuple):
    """The examples of one file."""

    file: FileText
    tree: Tree
    snippet: Snippet
    library: Library
    stage: Stage

    def problems(self) -> tuple[list[Spotted], str]:
        """Their problems, each with the file of a partial that it is in or "", and a notice if not all combinations were rendered, else ""."""
        if (notice := self.stage.clean.get(self._key)) is not None:
            return [], notice
        all_, cut = cases(self.snippet)
        bare = [tag for tag in self.snippet.text if not self.snippet.examples.get(tag)]
        found: dict[tuple[object, ...], Spotted] = {}
        without_value = 0
        for case in all_:
            try:
                reply = self.stage.rendered(self.snippet, self.library, case)
            except EmptyText as error:  # of the parts, some may only stand in place of others
                news = [("", self._failed(case, error))] if case.written else []
            except ReplyctlError as error:
                news = [("", self._failed(case, error))]
            else:
                without_value += reply is None
                news = [self._spotted(case, reply, one)[:2] for one in self.stage.problems(reply)] if reply else []
            for file, one in news:  # what many cases share is reported once, for the first
                told = one.message.removesuffix(case.label)
                found.setdefault((file, one.rule, one.line, one.column, told), (file, one))
        for file, one in self._tried():
            found.setdefault((file, one.rule, one.line, one.column, one.message), (file, one))
        notice = _notice(cut, without_value, bare)
        if not found:
            self.stage.clean[self._key] = notice
        return [*found.values()], notice

    def _tried(self) -> Iterator[Spotted]:
        """What is wrong in texts without an example whatever the values are: made-up ones stand in for them."""
        for case in trials(self.snippet):
            try:
                made = self.stage.completed(self.snippet, self.library, case)
                reply = None if made.missing() else made.reply()
            except TemplateError as error:
                place = error.place or self.tree.place(("text", case.language), key=True)
                if place.file == str(self.file.path) and (case.written or not isinstance(error, EmptyText)):
                    yield "", self.file.wrong("template", SnippetError(error.message, hint=error.hint, place=place))
            except ReplyctlError:  # a made-up value that does not fit
                continue
            else:
                yield from self._in_words(case, reply) if reply else ()

    def _in_words(self, case: Case, reply: Reply) -> Iterator[Spotted]:
        """What lint says of the text's own words; what it lacks depends on the values."""
        for one in self.stage.problems(reply):
            file, told, is_found = self._spotted(case, reply, one)
            if is_found:
                yield file, told

    @property
    def _key(self) -> str:
        """Everything in the snippet and its library that shapes a reply."""
        made_of = replace(self.snippet, name="", title="", tags=[], asks=[], notes=None, owner=None, review_by=None)
        return repr((asdict(made_of), self.library.shelves))

    def _failed(self, case: Case, error: ReplyctlError) -> Problem:
        """The problem of an example that gives no reply."""
        own = str(self.file.path)
        if isinstance(error, TemplateError | SnippetError) and error.place and error.place.file == own:
            return self.file.wrong("template", error)
        message = f"the example gives {error.message}" if isinstance(error, MissingValues) else error.message
        told = SnippetError(f"{message}{case.label}", place=self._place(case))
        return self.file.wrong("example", told)

    def _spotted(self, case: Case, reply: Reply, one: Problem) -> tuple[str, Problem, bool]:
        """The problem at the words that it is about, the file that they are in, and whether they were found."""
        found = origin((self.file, self.tree, self.snippet, self.library), case, reply, one)
        message = one.message if found.length else f"{one.message}{case.label}"
        told = found.file.problem(one.rule, one.severity, message, found.place, length=found.length, source=one.source)
        return "" if found.file is self.file else str(found.file.path), told, found.length > 0

    def _place(self, case: Case) -> Place:
        return self.tree.place(("examples", case.language, case.number))


def _notice(cut: int, without_value: int, bare: list[str]) -> str:
    told = []
    if bare:
        told.append(f"no example in {', '.join(bare)}, so the text was only tried with made-up values")
    if cut:
        told.append(f"{cut} more combinations of parts were not rendered")
    if without_value:
        told.append(f"{without_value} combinations not rendered, since no example gives the values they need")
    return "; ".join(told)
