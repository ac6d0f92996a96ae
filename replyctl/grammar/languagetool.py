"""LanguageTool, over HTTP, from a server that is already running. Only LanguageTool's own files use `language_tool_python`.

The library knows what to ask and what the answers mean; our own `http.py` sends the requests. It counts the length of a
match in UTF-16 units and its place in code points; here both are in code points.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from replyctl.config.address import Address
from replyctl.grammar.engine import EngineFailed, Finding, Tell
from replyctl.grammar.http import ask
from replyctl.grammar.languagetool_answer import finding, units, why
from replyctl.grammar.languagetool_rules import OFF, OFF_CATEGORIES, OFF_FAMILIES
from replyctl.grammar.masked import Masked
from replyctl.grammar.region import in_region, regions
from replyctl.grammar.slip import distance
from replyctl.grammar.tame import kept
from replyctl.text.masks import Mask

if TYPE_CHECKING:
    from language_tool_python import LanguageTool as Client

    from replyctl.config import Grammar

SECONDS = 5.0
"""How long an answer may take."""
_VARIANTS = {"zh": "zh-CN", "de": "de-DE", "pt": "pt-PT", "ca": "ca-ES"}
"""The region of a language given without one: the plain tags have no spelling check."""
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
        offsets = units(text)
        matches = self._client(tag).check(text)
        return [finding(one, text, offsets) for one in matches if not any(part in one.rule_id for part in OFF_FAMILIES)]

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
    raise EngineFailed(why(failed[0]) if failed else f"no answer within {SECONDS:.0f} seconds")
