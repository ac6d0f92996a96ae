"""What the picker shows: the snippets for a query, their titles, and what each looks like as a reply."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from replyctl.cli.ask.picker import template_text
from replyctl.errors import ReplyctlError
from replyctl.library.localized import localized
from replyctl.library.search.rank import Search
from replyctl.library.search.words import RUN, folded, trigrams, unspaced, words
from replyctl.memory import usage
from replyctl.memory.usage import Usage

if TYPE_CHECKING:
    from replyctl.config import Settings
    from replyctl.language.salutation import Tone
    from replyctl.library.find import Library
    from replyctl.library.snippet import Snippet

Span = tuple[int, int]


class Shown(NamedTuple):
    """A snippet as the preview shows it."""

    snippet: Snippet
    notes: str
    subject: str
    body: str
    is_example: bool
    """Whether it is a rendered reply, and not the template."""


@dataclass
class Catalogue:
    """The snippets of a library, for a reader of `language`."""

    library: Library
    settings: Settings
    language: str
    written: str = ""
    """What the customer wrote: the snippets that fit it stand before the others while nothing is searched."""
    questions: int = 0
    """How many questions that asks."""
    before: str = ""
    """What they wrote before it."""
    _shown: dict[str, Shown] = field(default_factory=dict)
    _words: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def total(self) -> int:
        """How many snippets there are."""
        return len(self.library.stamped)

    def find(self, query: str) -> list[str]:
        """The names of the snippets for a query, best first; all of them for an empty one. Usage breaks ties."""
        found = self._found(query)
        if query.strip() or not self.written:
            return found
        fitting = self._search.fitting(self.written, self.questions, self.before)
        return [*dict.fromkeys((*(hit.name for hit in fitting), *found))]

    def _found(self, query: str) -> list[str]:
        now, used = time.time(), self._usage
        hits = self._search.typed(query)
        if not used.uses:
            return [hit.name for hit in hits]
        return [hit.name for hit in sorted(hits, key=lambda hit: (-hit.score, -used.weight(hit.name, now), hit.name))]

    def title(self, name: str) -> str:
        """The title of a snippet."""
        return localized(self.library.stamped[name][1]["title"], self.language)

    def marks(self, query: str, text: str) -> list[Span]:
        """What of a text the query found."""
        looked = [*dict.fromkeys(words(query))]
        forms = {form for word in looked if not unspaced(word) for form in self._forms(word)}
        found: list[Span] = []
        for run in RUN.finditer(text):
            known = folded(run[0])
            if unspaced(known):
                found += (
                    (run.start() + at, run.start() + at + len(pair))
                    for pair in looked
                    if unspaced(pair) and (at := known.find(pair)) >= 0
                )
            elif start := next((word for word in looked if known.startswith(word)), ""):
                found.append((run.start(), run.start() + min(len(start), len(run[0]))))
            elif known in forms or any({*trigrams(word)} & {*trigrams(known)} for word in looked):
                found.append(run.span())
        return sorted(found)

    def shown(self, name: str) -> Shown:
        """A snippet with its first example as customers read it; the template where that fails."""
        if name not in self._shown:
            self._shown[name] = self._rendered(self.library.read(name))
        return self._shown[name]

    def warm(self) -> None:
        """Load what the first examples and the first mistyped word need; it takes a tenth of a second."""
        from datetime import date
        from importlib import import_module

        from replyctl.library.field_types.date import printed

        with suppress(ReplyctlError, ImportError, ValueError):
            import_module("rapidfuzz.process")
            import_module("babel.numbers")
            printed(date(2026, 1, 1), "full", self.language)

    def _rendered(self, snippet: Snippet) -> Shown:
        from replyctl.desk.preview import previews

        notes = localized(snippet.notes, self.language)
        tag = template_text.language_for(snippet, self.language)
        tone: Tone = "formal" if snippet.kind == "refusal" else "casual"
        try:
            reply = next(previews(snippet, self.library, self.settings, tag, (tone,))).reply
        except ReplyctlError:
            text = snippet.text[tag]
            readable = template_text.readable
            return Shown(snippet, notes, readable(text.subject), readable(text.body), is_example=False)
        return Shown(snippet, notes, reply.subject, reply.body.rstrip("\n"), is_example=True)

    def _forms(self, word: str) -> frozenset[str]:
        if word not in self._words:
            self._words[word] = frozenset(self._search.forms(word))
        return self._words[word]

    @cached_property
    def _search(self) -> Search:
        return Search.of(self.library)

    @cached_property
    def _usage(self) -> Usage:
        return usage.load()
