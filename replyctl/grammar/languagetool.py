"""LanguageTool, over HTTP, from a server that is already running. Only this file uses `language_tool_python`.

The library knows what to ask and what the answers mean; our own `http.py` sends the requests. It counts the length of a
match in UTF-16 units and its place in code points; here both are in code points.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from replyctl import ownership, paths
from replyctl.clean import clean
from replyctl.config.address import Address
from replyctl.grammar.engine import EngineFailed, Finding, Kind, Tell
from replyctl.grammar.http import NONSENSE, ask
from replyctl.grammar.languagetool_rules import OFF, OFF_CATEGORIES, OFF_FAMILIES
from replyctl.grammar.masked import Masked
from replyctl.grammar.region import in_region, regions
from replyctl.grammar.slip import distance
from replyctl.grammar.tame import kept
from replyctl.text.masks import Mask

if TYPE_CHECKING:
    from pathlib import Path

    from language_tool_python import LanguageTool as Client
    from language_tool_python.match import Match

    from replyctl.config import Grammar

SECONDS = 5.0
"""How long an answer may take."""
_VARIANTS = {"zh": "zh-CN", "de": "de-DE", "pt": "pt-PT", "ca": "ca-ES"}
"""The region of a language given without one: the plain tags have no spelling check."""
_SPELLERS = ("MORFOLOGIK", "HUNSPELL", "SPELLER", "SPELLING_RULE")
"""Parts of the ids of its spelling rules; all other rules are about grammar."""
_MOST_SUGGESTIONS = 5
_LONGEST_MESSAGE = 300
_UND = "und"
_UNKNOWN = frozenset({"he"})
"""Languages of replies that no LanguageTool server knows."""
Answer = TypeVar("Answer")


def made(settings: Grammar, tell: Tell, fail: Tell) -> LanguageTool | None:
    """The engine on the team's own server, or on the one in the background; None where there is neither."""
    from replyctl.grammar.languagetool_server import found

    server = found(settings, tell, fail)
    picky = settings.level == "picky"
    return LanguageTool(server.url, dialect=settings.dialect, picky=picky, used=server.used) if server else None


def lacking(language: str) -> str:
    """It knows most languages, if a server is running."""
    from replyctl.grammar.languagetool_server import START

    if language in _UNKNOWN:
        return f"LanguageTool does not know '{language}'"
    return f"no running LanguageTool server knows '{language}'; {START}"


def described(settings: Grammar) -> Iterator[str]:
    """Its servers, and how many languages each knows."""
    from replyctl.grammar import languagetool_server

    def answer(url: str) -> str:
        try:
            return f"which knows {len(LanguageTool(url).languages)} languages"
        except EngineFailed as problem:
            return str(problem)

    return languagetool_server.described(settings, answer)


class LanguageTool:
    """The engine behind one address."""

    tells_language = True

    def __init__(
        self, url: str, *, dialect: str = "", picky: bool = False, used: Callable[[], None] = lambda: None
    ) -> None:
        self.url = url
        self._address = Address.read(url)
        self._dialect = dialect
        self._picky = picky
        self._used = used
        """Tells a local server that it is still wanted."""
        self._clients: dict[str, Client] = {}
        self._languages: frozenset[str] | None = None

    @property
    def label(self) -> str:
        """Its name and address."""
        return f"LanguageTool at {self.url}"

    @property
    def languages(self) -> Collection[str]:
        """The languages the server knows, by primary tag; EngineFailed if it does not say."""
        if self._languages is None:
            self._languages = _in_time(self._asked_languages)
        return self._languages

    def warm(self) -> None:
        """Load the library in a thread: it takes longer than an answer."""
        Thread(target=self._quietly, daemon=True).start()

    def _quietly(self) -> None:
        with suppress(Exception):  # `check` reports it
            self._client(regions(self._dialect)[0]).check("Dear Mary, your order was sent.")
            distance("warm", "up")

    def check(self, text: str, masks: Sequence[Mask], language: str) -> list[Finding]:
        """The mistakes in `text`. EngineFailed if the server is silent for 5 seconds or answers nonsense."""
        masked = Masked(text, masks)
        self._used()
        if language.partition("-")[0] != "en":
            return kept(_in_time(lambda: self._found(masked.text, self._tag(language))), masked)
        dialect = language if "-" in language else self._dialect
        return in_region(dialect, masked, lambda region: _in_time(lambda: self._found(masked.text, region)))

    def _asked_languages(self) -> frozenset[str]:
        client = self._client("auto")
        return frozenset(code.partition("-")[0] for code in client._get_languages() if code)  # noqa: SLF001 - the library has no public name for it

    def _found(self, text: str, tag: str) -> list[Finding]:
        units = _units(text)
        matches = self._client(tag).check(text)
        return [_finding(one, text, units) for one in matches if not any(part in one.rule_id for part in OFF_FAMILIES)]

    def _client(self, tag: str) -> Client:
        if tag not in self._clients:
            # Both hosts are dummies: `_query_server` asks the address.
            client = _library(self._address)(tag, remote_server="http://127.0.0.1", host="127.0.0.1")
            client.disabled_rules = set(OFF)
            client.disabled_categories = set(OFF_CATEGORIES)
            client.picky = self._picky
            self._clients[tag] = client
        return self._clients[tag]

    @staticmethod
    def _tag(language: str) -> str:
        base = language.partition("-")[0]
        if base == _UND:
            return "auto"
        return language if "-" in language and base != "zh" else _VARIANTS.get(base, base)


def install() -> Path:
    """Download LanguageTool with the library's own verified download, and return its folder.

    EngineFailed if it cannot be downloaded, or Java is missing or too old.
    """
    from language_tool_python.download_lt import LTP_DOWNLOAD_VERSION, LocalLanguageTool

    if paths.home() is None:
        raise EngineFailed("the home folder is not known")
    found = LocalLanguageTool.from_version_name(LTP_DOWNLOAD_VERSION)
    try:
        with _privately():
            found.download()
        return found.get_directory_path()
    except Exception as problem:
        raise EngineFailed(f"{found.download_url}: {_why(problem)}") from problem


def installed() -> Path | None:
    """The folder of a LanguageTool that the library downloaded earlier; None also if others could have changed it."""
    from language_tool_python.download_lt import LocalLanguageTool

    if paths.home() is None:
        return None
    try:
        with _privately():  # looking into its folder creates it
            found = LocalLanguageTool.get_latest_installed_version()
        place = found.get_directory_path() if found else None
    except Exception:  # noqa: BLE001 - whatever it is, none is installed
        return None
    return None if place is None or ownership.weak_spot(place) else place


@contextmanager
def _privately() -> Iterator[None]:
    """Make new files readable only by the user, whatever the umask is."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def _library(address: Address) -> type[Client]:
    """The library's client, made to ask only `address`: its own requests follow redirects and proxies."""
    from language_tool_python import LanguageTool as Client

    class Direct(Client):
        def _query_server(
            self,
            url: str,
            params: dict[str, str] | None = None,
            num_tries: int = 1,  # noqa: ARG002 - the library's signature, as the next
            method: Literal["get", "post"] = "get",  # noqa: ARG002
        ) -> Any:  # noqa: ANN401 - JSON
            return json.loads(ask(address, url.rpartition("/")[2], params, seconds=SECONDS))

    return Direct


def _in_time(ask: Callable[[], Answer]) -> Answer:
    """The result of `ask`; EngineFailed if it fails in any way or takes too long."""
    given: list[Answer] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            given.append(ask())
        except Exception as problem:  # noqa: BLE001 - whatever a server sends must not end a command
            failed.append(problem)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(SECONDS)
    if given:
        return given[0]
    raise EngineFailed(_why(failed[0]) if failed else f"no answer within {SECONDS:.0f} seconds")


def _why(problem: Exception) -> str:
    if isinstance(problem, AttributeError | LookupError | TypeError | UnicodeDecodeError | json.JSONDecodeError):
        return NONSENSE
    return clean(str(problem))[:_LONGEST_MESSAGE] or type(problem).__name__


def _units(text: str) -> list[int] | None:
    """The UTF-16 offset of each code point and of the end; None where they are the same."""
    if not text or max(text) < "\U00010000":
        return None
    units, at = [], 0
    for char in text:
        units.append(at)
        at += 1 + (char > "\uffff")
    return [*units, at]


def _finding(match: Match, text: str, units: list[int] | None) -> Finding:
    start, length = _number(match.offset), _number(match.error_length)
    end = start + length
    if units is not None:
        goal = units[start] + length
        end = next(at for at, unit in enumerate(units) if unit >= goal)
    if not 0 <= start <= end <= len(text):
        raise TypeError("a place outside of the text")
    kind: Kind = "spelling" if any(name in match.rule_id for name in _SPELLERS) else "grammar"
    suggestions = tuple(_plain(one) for one in match.replacements[:_MOST_SUGGESTIONS])
    return Finding(start, end, clean(match.message)[:_LONGEST_MESSAGE], clean(match.rule_id), kind, suggestions)


def _number(value: Any) -> int:  # noqa: ANN401 - what a server sent
    if not isinstance(value, int):
        raise TypeError("not a number")
    return value


def _plain(text: str) -> str:
    """A suggestion without anything that could harm a draft; spaces at its ends are kept."""
    inner = clean(text)
    return text if inner == text.strip() else inner
