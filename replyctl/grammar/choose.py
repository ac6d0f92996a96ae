"""Which engine proofreads: LanguageTool where a server answers, else Harper for English, else none, and that is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from replyctl.errors import ReplyctlError
from replyctl.grammar.engine import EngineFailed, Finding
from replyctl.text.masks import Mask

if TYPE_CHECKING:
    from replyctl.config import Grammar
    from replyctl.grammar.harper import Harper
    from replyctl.grammar.languagetool import LanguageTool
    from replyctl.grammar.server import Server

Wanted = Literal["auto", "harper", "languagetool", "off"]
_PUBLIC = ("languagetool.org", "languagetoolplus.com")
_START = "`replyctl grammar start` starts LanguageTool"
_NAMES = {"harper": "Harper", "languagetool": "LanguageTool"}
_UND = "und"
_REMEMBERED = 8
"""Texts: subject and body of a few versions."""
_LONG_ENOUGH = 60
"""Characters of a text in an unknown language from which LanguageTool is asked what it is."""


class Proofreader:
    """The engines of a run behind one face: the first that knows the language and answers checks the text.

    It never fails: what goes wrong is a notice, and the text is handed to the next engine, or is not checked.
    """

    name = "auto"
    languages: Collection[str] = ()

    def __init__(self, settings: Grammar, wanted: Wanted) -> None:
        self._settings = settings
        self._wanted = wanted
        self._engines: list[Harper | LanguageTool] | None = None
        self._told: set[str] = set()
        self._notices: list[str] = []
        self._known: dict[tuple[str, tuple[Mask, ...], str], list[Finding]] = {}
        """The last texts: a reply is looked at again at every key of the review."""
        self.incomplete = False
        """Whether anything was not checked as it should have been."""

    def warm(self) -> None:
        """Begin in threads what takes long, so that nobody waits for it later."""
        for engine in self._all():
            engine.warm()

    def check(self, text: str, masks: Sequence[Mask], language: str) -> list[Finding]:
        """What the first engine that can says; nothing where none can."""
        if not text.strip():
            return []
        key = text, tuple(masks), language
        if key not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = self._checked(text, masks, language)
        return self._known[key]

    def _checked(self, text: str, masks: Sequence[Mask], language: str) -> list[Finding]:
        for engine in self._knowing(language, text):
            try:
                found = engine.check(text, masks, language)
            except EngineFailed as problem:
                self._drop(engine, problem)
            else:
                return [one for one in found if one.rule not in self._settings.ignore]
        if language != _UND:
            self._unchecked(language)
        return []

    def notices(self) -> list[str]:
        """What is to be told since the last time, each once."""
        new, self._notices = self._notices, []
        return new

    def _knowing(self, language: str, text: str) -> Iterator[Harper | LanguageTool]:
        base = language.partition("-")[0]
        for engine in tuple(self._all()):
            try:
                if base in engine.languages or (base == _UND and _guesses(engine, text)):
                    yield engine
            except EngineFailed as problem:
                self._drop(engine, problem)

    def _all(self) -> list[Harper | LanguageTool]:
        if self._engines is None:
            self._engines = []
            if self._wanted in {"auto", "languagetool"} and (found := self._languagetool()):
                self._engines.append(found)
            if self._wanted in {"auto", "harper"}:
                from replyctl.grammar.harper import Harper  # noqa: PLC0415 - only where it is wanted

                self._engines.append(Harper(self._settings.dialect))
        return self._engines

    def _languagetool(self) -> LanguageTool | None:
        """The team's own server, or the one in the background; None where there is neither."""
        from replyctl.grammar import server  # noqa: PLC0415 - only where it is wanted

        url = self._settings.languagetool_url
        more: dict[str, Any] = {}
        if not url:
            found = server.running()
            if found is None and self._settings.languagetool == "auto":
                found = self._started()
            if found is None:
                return None
            url, more = found.url, {"used": server.used}
        elif (urlsplit(url).hostname or "").endswith(_PUBLIC):
            self._tell("grammar.languagetool_url is the public service: customers' text leaves the house")
        from replyctl.grammar.languagetool import LanguageTool  # noqa: PLC0415 - as above

        picky = self._settings.level == "picky"
        return LanguageTool(url, dialect=self._settings.dialect, picky=picky, **more)

    def _started(self) -> Server | None:
        from replyctl.grammar import server  # noqa: PLC0415 - only with `grammar.languagetool: auto`

        try:
            self._tell("LanguageTool is started in the background; `replyctl grammar stop` stops it")
            return server.start(warmed(self._settings.dialect))
        except ReplyctlError as problem:
            self._tell(f"{problem.message}{f' ({problem.hint})' if problem.hint else ''}")
            self.incomplete = True
            return None

    def _drop(self, engine: Harper | LanguageTool, problem: EngineFailed) -> None:
        """An engine that failed is not asked again."""
        if self._engines and engine in self._engines:
            self._engines.remove(engine)
        url = getattr(engine, "url", "")
        where = f" at {url}" if url else ""
        self._tell(f"{_NAMES[engine.name]}{where}: {problem}; spelling and grammar are checked without it")
        self.incomplete = True

    def _unchecked(self, language: str) -> None:
        self.incomplete = True
        base = language.partition("-")[0]
        if self._wanted == "languagetool" and not self._engines:
            self._tell(f"spelling and grammar were not checked: no LanguageTool server runs; {_START}")
        elif base == "he":
            self._tell("spelling and grammar were not checked beyond a short list: no engine knows Hebrew")
        elif self._wanted == "harper" and base != "en":
            self._tell(f"spelling and grammar were not checked beyond a short list: Harper knows English, not '{base}'")
        else:
            self._tell(f"spelling and grammar were not checked beyond a short list in '{base}'; {_START}")

    def _tell(self, notice: str) -> None:
        if notice not in self._told:
            self._told.add(notice)
            self._notices.append(notice)


def _guesses(engine: Harper | LanguageTool, text: str) -> bool:
    return engine.name == "languagetool" and len(text) >= _LONG_ENOUGH


def warmed(dialect: str) -> tuple[str, ...]:
    """The languages that a server makes ready before it answers: Chinese, and English as it is here."""
    return (*((dialect,) if dialect else ("en-US", "en-GB")), "zh-CN")
