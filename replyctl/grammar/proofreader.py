"""The engines of a run behind one interface: the first that knows the language and answers checks the text.

It never fails: what goes wrong becomes a notice, and the next engine checks the text, or none does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from threading import Lock, Thread
from typing import TYPE_CHECKING

from replyctl.engine_names import Wanted
from replyctl.grammar.choose import chosen, makers
from replyctl.grammar.engine import Engine, EngineFailed, Finding
from replyctl.text.masks import Mask

if TYPE_CHECKING:
    from replyctl.config import Grammar

_UND = "und"
_REMEMBERED = 8
"""How many texts: subject and body of a few versions."""
_LONG_ENOUGH = 60
"""The fewest characters of a text that let an engine recognise its unknown language."""


class Proofreader:
    """Proofreads with the configured and wanted engines. Several threads may use it."""

    def __init__(self, settings: Grammar, wanted: Wanted) -> None:
        self._settings = settings
        self._wanted = wanted
        self._engines: tuple[Engine, ...] | None = None
        """The engines to ask; None before they are chosen. Read and changed only under the lock."""
        self._choosing = Lock()
        """Choosing holds it, which takes long if a server has to be started."""
        self._telling = Lock()
        self._told: set[str] = set()
        self._notices: list[str] = []
        self._known: dict[tuple[str, tuple[Mask, ...], str], list[Finding]] = {}
        """The findings in the last texts: the review checks a reply again at every key."""
        self.incomplete = False
        """Whether anything was not checked as it should have been."""

    def warm(self) -> None:
        """Start slow preparations in threads, so that nobody waits for them later."""
        Thread(target=self._warm, daemon=True).start()

    def _warm(self) -> None:
        with suppress(Exception):  # `check` reports it; where the program ends meanwhile, no thread can be begun
            for engine in self._all():
                engine.warm()

    def check(self, text: str, masks: Sequence[Mask], language: str) -> list[Finding]:
        """What the first capable engine finds; nothing if there is none."""
        if not text.strip():
            return []
        key = text, tuple(masks), language
        found = self._known.get(key)
        if found is None:
            found = self._checked(text, masks, language)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = found
        return found

    def _checked(self, text: str, masks: Sequence[Mask], language: str) -> list[Finding]:
        for engine in self._knowing(language, text):
            try:
                found = engine.check(text, masks, language)
            except EngineFailed as problem:
                self._drop(engine, problem)
            else:
                return [one for one in found if one.rule not in self._settings.ignore]
        if language != _UND:
            self._unchecked(language.partition("-")[0])
        return []

    def notices(self) -> list[str]:
        """The notices since the last call, each only once."""
        with self._telling:
            new, self._notices = self._notices, []
        return new

    def _knowing(self, language: str, text: str) -> Iterator[Engine]:
        base = language.partition("-")[0]
        for engine in self._all():
            try:
                if base in engine.languages or (base == _UND and engine.tells_language and len(text) >= _LONG_ENOUGH):
                    yield engine
            except EngineFailed as problem:
                self._drop(engine, problem)

    def _all(self) -> tuple[Engine, ...]:
        with self._choosing:
            if self._engines is None:
                self._engines = tuple(chosen(self._settings, self._wanted, self._tell, self._fail))
            return self._engines

    def _drop(self, engine: Engine, problem: EngineFailed) -> None:
        """An engine that failed is not asked again."""
        with self._choosing:
            self._engines = tuple(one for one in self._engines or () if one is not engine)
        self._fail(f"{engine.label}: {problem}; spelling and grammar are checked without it")

    def _unchecked(self, language: str) -> None:
        """Say why no wanted engine checks this language (a primary tag), unless a failure already explains it."""
        if self.incomplete and not self._all():
            return
        reasons = (maker.lacking(language) for maker in makers(self._wanted))
        self._fail(f"spelling and grammar were not checked beyond a short list: {'; '.join(reasons)}")

    def _fail(self, notice: str) -> None:
        self.incomplete = True
        self._tell(notice)

    def _tell(self, notice: str) -> None:
        with self._telling:
            if notice not in self._told:
                self._told.add(notice)
                self._notices.append(notice)
