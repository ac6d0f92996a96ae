"""The plan of a reply: everything decided before the first value is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from replyctl.compose.plan import language_and_tone, sources
from replyctl.compose.plan.attached import attached
from replyctl.compose.plan.declared import Declared
from replyctl.compose.plan.sources import Sources
from replyctl.compose.start import Start
from replyctl.errors import UsageError
from replyctl.library.lacking_partials import lacking

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from replyctl.config import Settings
    from replyctl.language.salutation import Tone
    from replyctl.library.attached_file import AttachedFile
    from replyctl.library.find import Library
    from replyctl.library.snippet import Snippet


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)  # no slots: they would build a second class at start
class Plan:
    """The decisions. Made by `decide`; each answer or look-up makes a new one."""

    snippets: tuple[Snippet, ...]
    settings: Settings
    language: str
    """BCP 47, as decided."""
    tone: Tone
    """`casual` or `formal`, as decided."""
    now: datetime
    start: Start = field(default_factory=Start)
    library: Library | None = None
    declared: Declared = field(default_factory=Declared)
    blank: bool = False
    switched: Mapping[str, bool] = field(default_factory=dict)
    """`--with` and `--without`, by part."""
    sources: Sources = field(default_factory=Sources)
    """The given values, not yet read."""
    headed: bool = False
    """Whether the reply is written with headers, so that the customer's address is asked for."""
    lenient: bool = False
    """Whether placeholders in a multiline field are accepted, as with `--fail-level never`."""
    attachments: tuple[AttachedFile, ...] = ()
    """The files that the snippets send along."""
    notices: tuple[str, ...] = ()
    """For the agent: ignored data keys, failed look-ups."""

    @property
    def orders(self) -> tuple[str, ...]:
        """The orders that the customer's mail names, if it names several."""
        named = self.start.mail.orders if self.start.mail else ()
        return named if len(named) > 1 else ()

    @property
    def kind(self) -> str:
        """`refusal` if any snippet is one, else the first snippet's kind; `answer` without a snippet."""
        kinds = [snippet.kind for snippet in self.snippets]
        return "refusal" if "refusal" in kinds else next(iter(kinds), "answer")


def decide(  # noqa: PLR0913 - the start of the reply, and what it depends on
    start: Start,
    snippets: Sequence[Snippet],
    settings: Settings,
    *,
    now: datetime,
    library: Library | None = None,
    headed: bool = False,
    lenient: bool = False,
) -> Plan:
    """The plan for `start`; `snippets` are the ones that it names.

    Raises UsageError (unknown key or part), ValueRefused (an object is not a value), SnippetError, LanguageError.
    """
    if snippets and start.blank:
        raise UsageError("--blank cannot be combined with a snippet")
    named, snippets = len(snippets), tuple({snippet.name: snippet for snippet in snippets}.values())
    repeated = "a snippet named twice is in the reply once" if len(snippets) < named else ""
    declared = Declared.by(snippets, blank=start.blank, headed=headed, questions=start.questions)
    names = declared.names()
    sources.check_sets(start.sets, names)
    switched = _switched(start, declared)
    data, passed = sources.from_data(start.data, declared.fields, names)
    language, missed = language_and_tone.language(snippets, start.language, _of_mail(start, declared), settings)
    if library:
        tags = ((snippet, language_and_tone.tag_in(snippet, language)) for snippet in snippets)
        if gap := next(filter(None, (lacking(*one, library.partials) for one in tags)), None):
            raise gap
    attachments = attached(snippets, library)
    parts = {f"parts.{name}": on for name, on in switched.items() if name in declared.parts}
    return Plan(
        snippets=snippets,
        settings=settings,
        language=language,
        tone=language_and_tone.tone(snippets, start.tone, settings.tone_in(language)),
        now=now,
        start=start,
        library=library,
        declared=declared,
        blank=start.blank,
        switched=switched,
        sources=Sources(
            set={**sources.filled(start.sets), **parts, **_redirected(start)},
            data=data,
            mail=sources.of_the_named(
                sources.from_mail(start.mail, declared.fields, has_subject=bool(snippets)),
                start.sets.get("customer.name", ""),
            ),
            config=sources.from_settings(settings, language),
            default={**declared.defaults(language), **sources.offered_by_mail(start.mail, declared.fields)},
            skipped=frozenset(start.sets) - frozenset(sources.filled(start.sets)),
        ),
        headed=headed,
        lenient=lenient,
        attachments=attachments,
        notices=(
            *passed,
            *filter(None, (repeated, missed, language_and_tone.converted(snippets, language))),
            *(f"a file goes with this reply: {one.shown}" for one in attachments),
        ),
    )


def _switched(start: Start, declared: Declared) -> Mapping[str, bool]:
    declared.check_switches((*start.with_, *start.without))
    if both := set(start.with_) & set(start.without):
        raise UsageError(f"'{min(both)}' is in both --with and --without")
    return dict.fromkeys(start.with_, True) | dict.fromkeys(start.without, False)


def _redirected(start: Start) -> Mapping[str, str]:
    """The address of `--to`, unless the mail has it too."""
    known = start.mail.reply_to.lower() if start.mail else ""
    return {"customer.email": start.to} if start.to and start.to.lower() != known else {}


def _of_mail(start: Start, declared: Declared) -> str | None:
    """The language of the customer's mail; that of the data unless a field has that name."""
    language = start.data.get("language") if "language" not in declared.fields else None
    if isinstance(language, str):
        return language
    return start.mail.language or None if start.mail else None
