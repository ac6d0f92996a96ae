"""Which engines there are: LanguageTool where a server answers, Harper for English; the one asked first stands first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Literal

from replyctl.errors import ReplyctlError
from replyctl.grammar.region import regions

if TYPE_CHECKING:
    from replyctl.config import Grammar
    from replyctl.grammar.harper import Harper
    from replyctl.grammar.languagetool import LanguageTool
    from replyctl.grammar.server import Server

Wanted = Literal["auto", "harper", "languagetool", "off"]
Tell = Callable[[str], None]
_PUBLIC = (".languagetool.org", ".languagetoolplus.com")


def chosen(settings: Grammar, wanted: Wanted, tell: Tell, fail: Tell) -> Iterator[Harper | LanguageTool]:
    """The engines to ask, in order; `tell` is called with what the user should know, `fail` with what went wrong."""
    if wanted in {"auto", "languagetool"} and (found := _languagetool(settings, tell, fail)):
        yield found
    if wanted in {"auto", "harper"}:
        from replyctl.grammar.harper import Harper

        yield Harper(settings.dialect)


def warmed(dialect: str) -> tuple[str, ...]:
    """The languages that a server makes ready before it answers: Chinese, and English as it is here."""
    return (*regions(dialect), "zh-CN")


def _languagetool(settings: Grammar, tell: Tell, fail: Tell) -> LanguageTool | None:
    """The team's own server, or the one in the background; None where there is neither."""
    from replyctl.config.address import Address
    from replyctl.grammar import server

    url = settings.languagetool_url
    more: dict[str, Any] = {}
    if not url:
        found = server.running()
        if found is None and settings.languagetool == "auto":
            found = _started(settings, tell, fail)
        if found is None:
            return None
        url, more = found.url, {"used": server.used}
    elif f".{Address.read(url).host}".endswith(_PUBLIC):
        tell("grammar.languagetool_url is the public service: customers' text leaves the house")
    from replyctl.grammar.languagetool import LanguageTool

    return LanguageTool(url, dialect=settings.dialect, picky=settings.level == "picky", **more)


def _started(settings: Grammar, tell: Tell, fail: Tell) -> Server | None:
    from replyctl.grammar import server

    try:
        found = server.start(warmed(settings.dialect))
    except ReplyctlError as problem:
        fail(f"{problem.message}{f' ({problem.hint})' if problem.hint else ''}")
        return None
    tell("LanguageTool was started in the background; `replyctl grammar stop` stops it")
    return found
