"""The engines of a run behind one face: the first that knows the language and answers checks the text.

It never fails: what goes wrong is a notice, and the text is handed to the next engine, or is not checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
"""Texts: subject and body of a few versions."""
_LONG_ENOUGH = 60
"""Characters of a text in an unknown language from which an engine that can tell is asked what it is."""


class Proofreader:
    """What proofreads, as configured and wanted. Several threads may ask it."""

    def __init__(self, settings: Grammar, wanted: Wanted) -> None:
        self._settings = settings
        self._wanted = wanted
        self._engines: tuple[Engine, ...] | None = None
        """Those that are asked; None before they are chosen. Read and changed by who holds the lock."""
        self._choosing = Lock()
        """Choosing may start a server, in a thread, and holds it for long."""
        self._telling = Lock()
        self._told: set[str] = set()
        self._notices: list[str] = []
        self._known: dict[tuple[str, tuple[Mask, ...], str], list[Finding]] = {}
        """The last texts: a reply is looked at again at every key of the review."""
        self.incomplete = False
        """Whether anything was not checked as it should have been."""

    def warm(self) -> None:
        """Begin in threads what takes long, so that nobody waits for it later."""
        Thread(target=self._warm, daemon=True).start()

    def _warm(self) -> None:
        for engine in self._all():
            engine.warm()

    def check(self, text: str, masks: Sequence[Mask], language: str) -> list[Finding]:
        """What the first engine that can says; nothing where none can."""
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
        """What is to be told since the last time, each once."""
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
        """Tell why no engine that is wanted checks a text in this language (a primary tag), unless what failed was told."""
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
