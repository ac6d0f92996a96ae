"""A reply in the making: snippets, settings and the values so far. Every change gives a new one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from replyctl.clean import clean
from replyctl.compose import choose, salutation, sources
from replyctl.compose.form import Form
from replyctl.compose.layout import Draft, lay_out
from replyctl.compose.reading import Found, default, in_use, read_all, read_one, scope, validated
from replyctl.compose.salutation import SWITCHES
from replyctl.compose.sources import Sources
from replyctl.errors import MissingValues, UsageError, ValueRefused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from replyctl.compose.question import Question
    from replyctl.compose.reply import Reply, Tone
    from replyctl.compose.start import Start
    from replyctl.config import Settings
    from replyctl.library.find import Library
    from replyctl.library.snippet import Snippet
    from replyctl.library.values import Value


# Without slots: what follows from the values is worked out once.
@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Composition:
    """A reply in the making. `start` makes one."""

    snippets: tuple[Snippet, ...]
    settings: Settings
    language: str
    """BCP 47, as decided."""
    tone: Tone
    """`casual` or `formal`, as decided."""
    now: datetime
    library: Library | None = None
    form: Form = field(default_factory=Form)
    blank: bool = False
    switched: Mapping[str, bool] = field(default_factory=dict)
    """`--with` and `--without`, by part."""
    sources: Sources = field(default_factory=Sources)
    lenient: bool = False
    """Whether a placeholder in the text of a field is let through, as `--fail-level never` lets lint's errors."""
    notices: tuple[str, ...] = ()
    """For the agent: data keys passed over, a look-up that failed."""

    @classmethod
    def start(  # noqa: PLR0913 - how it begins, and what it stands on
        cls,
        start: Start,
        snippets: Sequence[Snippet],
        settings: Settings,
        *,
        now: datetime,
        library: Library | None = None,
        lenient: bool = False,
    ) -> Composition:
        """From what the command line gave; `snippets` are those that it names, read.

        Raises UsageError (unknown key or part), ValueRefused, SnippetError, LanguageError.
        """
        if snippets and start.blank:
            raise UsageError("a blank reply has no snippet")
        form = Form.of(snippets, blank=start.blank)
        names = form.names()
        sources.check_sets(start.sets, names)
        form.check_switches((*start.with_, *start.without), SWITCHES)
        if both := set(start.with_) & set(start.without):
            raise UsageError(f"both --with and --without {min(both)}")
        given, passed = sources.from_data(start.data, form.fields, names)
        mail = start.data.get("language") if "language" not in form.fields else None
        tag, missed = choose.language(snippets, start.language, mail if isinstance(mail, str) else None, settings)
        switched = dict.fromkeys(start.with_, True) | dict.fromkeys(start.without, False)
        parts = {f"parts.{name}": on for name, on in switched.items() if name in form.parts}
        layers = Sources(
            set={**sources.filled(start.sets), **parts},
            data=given,
            config=sources.from_settings(settings),
            default=form.defaults(tag),
        )
        made = cls(
            snippets=tuple(snippets),
            settings=settings,
            language=tag,
            tone=choose.tone(snippets, start.tone, settings.tone_in(tag)),
            now=now,
            library=library,
            form=form,
            blank=start.blank,
            switched=switched,
            sources=layers,
            lenient=lenient,
            notices=(*passed, *filter(None, (missed,))),
        )
        made.values  # noqa: B018 - a value that does not fit is told here, not when somebody first looks
        return _looked_up(made)

    @property
    def kind(self) -> str:
        """`refusal` if anything is refused, else the first snippet's kind; `answer` without a snippet."""
        kinds = [snippet.kind for snippet in self.snippets]
        return "refusal" if "refusal" in kinds else next(iter(kinds), "answer")

    @cached_property
    def values(self) -> Mapping[str, Value]:
        """All values that are known and in use, by dotted name. Raises ValueRefused, naming the value."""
        values = {name: value for name, value in self._found.values.items() if name not in self.unused}
        validated(self, values)
        return values

    @cached_property
    def unused(self) -> frozenset[str]:
        """The fields whose `when` does not hold: neither asked nor used."""
        seen, unused = dict(self._everything), []
        for name in self.form.conditions:
            if not in_use(self, name, seen):
                seen.pop(name, None)
                unused.append(name)
        return frozenset(unused)

    @cached_property
    def scope(self) -> Mapping[str, Any]:
        """What templates see."""
        return {name: value for name, value in self._everything.items() if name not in self.unused}

    @cached_property
    def unfilled(self) -> Mapping[str, str]:
        """Why values in use are missing although something was given for them: by name, the placeholder that it is."""
        return {name: why for name, why in self._found.unfilled.items() if name not in self.unused}

    @cached_property
    def nobody(self) -> str:
        """A notice where what was given as the customer's name names nobody, else ""."""
        return salutation.nobody(self.values)

    @cached_property
    def _found(self) -> Found:
        return read_all(self)

    @cached_property
    def _everything(self) -> Mapping[str, Any]:
        return scope(self, self._found.values)

    def questions(self) -> tuple[Question, ...]:
        """What this reply needs or could change, in the order of asking, each with its text if answered."""
        from replyctl.compose import asking  # noqa: PLC0415 - only where somebody is asked

        return asking.questions(self)

    def open(self) -> tuple[Question, ...]:
        """The questions that must still be asked: required ones that have no value, not even a default."""
        missing = self.missing()
        return tuple(question for question in self.questions() if question.name in missing)

    def answer(self, name: str, text: str) -> Composition:
        """With one more answer, which counts before all other sources. An empty text takes the default.

        Raises ValueRefused with the message to show: the text does not fit, or is empty where something is needed.
        """
        text = clean(text, newlines=True)
        declared = self.form.declared(name)
        if text:
            read_one(self, name, text)
        elif name in self.form.fields and not declared.optional and default(self, name) is None:
            raise ValueRefused("something is needed here")
        return _looked_up(replace(self, sources=self.sources.answered(name, text)))

    @property
    def answers(self) -> Mapping[str, str]:
        """What was answered so far, by name, as typed: what an unfinished reply keeps."""
        return self.sources.asked

    def missing(self) -> tuple[str, ...]:
        """Names without a value, in order (`order`, `agent.name`)."""
        return self._draft.missing

    def reply(self) -> Reply:
        """The reply. Raises MissingValues naming all that is missing, TemplateError if a template fails."""
        draft = self._draft
        if draft.reply is None:
            from replyctl.compose.asking import hint  # noqa: PLC0415 - only on the way to an error

            reasons = [f"{name} ({self.unfilled[name]})" if name in self.unfilled else name for name in draft.missing]
            raise MissingValues(f"no value for {', '.join(reasons)}", hint=hint(draft.missing), missing=draft.missing)
        return draft.reply

    @cached_property
    def _draft(self) -> Draft:
        return lay_out(self)


def _looked_up(composition: Composition) -> Composition:
    """With what the agent's own commands offer, where there are any."""
    if not composition.settings.look_up:
        return composition
    from replyctl.compose.look_up import looked_up  # noqa: PLC0415 - few have such a command

    return looked_up(composition)
