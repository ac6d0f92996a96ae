"""A lint run over many inputs: each is read, checked and reported before the next is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from replyctl import config
from replyctl.cli.chosen_engine import ChosenEngine, wanted
from replyctl.cli.draft_files import draft_files, notice
from replyctl.cli.inputs import Input, inputs, is_jsonl
from replyctl.cli.lint_flags import Flags
from replyctl.cli.mail_context import answered_mail, shared_context
from replyctl.cli.reply_lint import holding
from replyctl.cli.streams import Unprinted
from replyctl.errors import DataError, ReplyctlError, UsageError
from replyctl.lint import configured
from replyctl.lint.context import Context
from replyctl.lint.draft import Draft
from replyctl.lint.given_draft import GivenDraft
from replyctl.lint.problem import Problem
from replyctl.lint.proof import Proof
from replyctl.lint.run import Selection, lint, lint_parts
from replyctl.reading.secrets import hide
from replyctl.report import in_format
from replyctl.report.checked import Checked
from replyctl.report.protocol import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.cli.streams import Streams
    from replyctl.report.protocol import Report

_BAD_INPUT = 3
_NOTICE = 200
"""Characters of unknown keys that a notice shows."""


def _reads_jsonl(request: Flags) -> bool:
    return any(is_jsonl(name, request.stdin_format) for name in request.files or ("-",))


class Linter:
    """One run: its settings, and what it has seen so far."""

    def __init__(self, request: Flags, streams: Streams) -> None:
        settings = config.load()
        request = request._replace(files=draft_files(request.files))
        self.request, self.streams = request, streams
        if (request.fix or request.diff) and _reads_jsonl(request):
            raise UsageError("--fix and --diff work on text drafts, not on JSONL")
        self.selection = configured.selection(settings.lint, request.select, request.ignore)
        one = request.require_grammar or not _reads_jsonl(request)
        engine = wanted(request.grammar, settings, interactive=one) if self.selection.asks_an_engine else "off"
        self.proofreading = ChosenEngine(settings, engine, streams.tell)
        self.mail = answered_mail(request, settings, streams)
        self.shared = shared_context(request, self.mail)
        Context.of(self.shared)
        self.report = None if request.diff else _report(request, streams)
        self.failed = self.unreadable = False
        self.unknown: set[str] = set()

    def all(self) -> int:
        """Check every input; the exit code: 0, 1 (problems at the fail level), 3 (an input that cannot be read)."""
        self.proofreading.warm()
        for told in filter(None, map(notice, self.request.files)):
            self.streams.tell(told)
        drafts = inputs(self.request.files, self.request.stdin_format, self.streams)
        self._say(self.report.head if self.report else "")
        for item in drafts:
            try:
                self._one(item)
            except Unprinted:
                raise
            except ReplyctlError as error:
                self._unread(item, error)
            except Exception as error:  # noqa: BLE001 - one bad draft must not stop the others
                self._unread(item, DataError(f"cannot be checked: {type(error).__name__}"))
        self._say(self.report.tail if self.report else "")
        lacking = self.request.require_grammar and self.selection.asks_an_engine and not self.proofreading.is_whole
        return _BAD_INPUT if self.unreadable or lacking else int(self.failed)

    def _one(self, item: Input) -> None:
        if item.error:
            raise item.error
        context = Context.of({**self.shared, **(item.context or {})})
        if new := sorted(set(context.unknown) - self.unknown):
            names = hide(", ".join(new))[:_NOTICE]
            self.streams.tell(f"notice: unknown keys in the context are ignored: {names}")
            self.unknown.update(new)
        mended = 0
        if self.request.fix or self.request.diff:
            item, mended = self._mended(item, context)
        first = self._say_early if self.proofreading.engine is not None else None
        checked = check(item, context, self.selection, self.proofreading.proof, first)._replace(mended=mended)
        self._tell_of_mail(item, checked.language, context)
        self.failed = self.failed or bool(holding(checked.problems, self.request.fail_level))
        self._say(self.report.draft(checked) if self.report else "")
        self.proofreading.tell()

    def _tell_of_mail(self, item: Input, tag: str, context: Context) -> None:
        if self.mail:
            from replyctl.cli.draft_against_mail import notices

            for line in notices(item, tag, context, self.mail):
                self.streams.tell(f"notice: {item.name}: {hide(line)}")

    def _say_early(self, checked: Checked) -> None:
        self._say(self.report.early(checked) if self.report else "")

    def _mended(self, item: Input, context: Context) -> tuple[Input, int]:
        """The draft with its fixes, written back (stdin: printed) or shown with `--diff`, and the number of fixes."""
        from replyctl.lint.fix import mend

        def problems(text: str) -> list[Problem]:
            return lint(GivenDraft.of(text), context, self.selection, self.proofreading.proof)[1]

        text, count = mend(item.body, problems, unsafe=self.request.unsafe)
        if self.request.diff:
            from replyctl.report.diff import unified

            self.failed = self.failed or text != item.body
            shown = lint(GivenDraft.of(item.body), context, Selection(()))[0].secrets.hide
            self.streams.write(unified(item.name, shown(item.body), shown(text)))
            return item, 0
        if item.encoding is None:
            if text != item.body or item.name == "stdin":
                raise DataError(
                    "--fix cannot change an encoded message", hint="save its text as a file, or lint it without --fix"
                )
        elif item.name == "stdin":
            self.streams.write(text)
        elif text != item.body:
            from replyctl.files import write_atomic

            read, mended = (one.encode(item.encoding) for one in (item.body, text))
            write_atomic(Path(item.name), mended, read=read)
        return item._replace(body=text), count

    def _unread(self, item: Input, error: ReplyctlError) -> None:
        if isinstance(error, UsageError):
            raise error
        self.unreadable = True
        error.place = error.place or item.place
        error.message = hide(error.message)
        where = {"line": item.place.line} if item.place.line else {"path": item.name}
        self._say(self.report.error({**where, "error": str(error)}) if self.report else "")
        if self.request.format not in {"json", "jsonl"}:
            from replyctl.yamlfile.validate import described

            self.streams.tell(f"replyctl: {described(error)}")

    def _say(self, text: str) -> None:
        """The report goes to stdout, unless the fixed draft does."""
        printed_draft = self.request.fix and "-" in (self.request.files or ("-",))
        if printed_draft and text:
            self.streams.draw_aside(text)
        elif text:
            self.streams.draw(text)


def check(
    item: Input,
    context: Context,
    selection: Selection,
    proof: Proof | None = None,
    first: Callable[[Checked], None] | None = None,
) -> Checked:
    """Check one draft; `first` gets the problems found before an engine is asked."""

    def checked(draft: Draft, problems: list[Problem]) -> Checked:
        answers = tuple(draft.answers) if context.incoming else None
        return Checked(item.name, item.key, draft.tag, tuple(problems), draft.shown, answers, item.id)

    def early(draft: Draft, problems: list[Problem]) -> None:
        if first:
            first(checked(draft, problems))

    hears = early if first else None
    if item.whole:
        return checked(*lint(GivenDraft.of(item.body), context, selection, proof, hears))
    return checked(*lint_parts(item.body, item.subject, context, selection, proof, hears))


def _report(request: Flags, streams: Streams) -> Report:
    if request.statistics:
        from replyctl.report.statistics import Statistics

        return Statistics(as_json=request.format in {"json", "jsonl"})
    from shutil import get_terminal_size

    columns = get_terminal_size().columns if streams.stdout_is_terminal else None
    return in_format(request.format, Style(streams.colour(on_stdout=True), request.verbose, columns, mends=True))
