"""Finds the LanguageTool server: the team's own, or one in the background, which is started if that is allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from replyctl.config.address import Address
from replyctl.errors import ReplyctlError
from replyctl.grammar import server
from replyctl.grammar.region import regions

if TYPE_CHECKING:
    from replyctl.config import Grammar
    from replyctl.grammar.engine import Tell

START = "`replyctl grammar start` starts LanguageTool"
_PUBLIC = (".languagetool.org", ".languagetoolplus.com")


class ReachedServer(NamedTuple):
    """A server's address, and what to call whenever it is used."""

    url: str
    used: Callable[[], None] = lambda: None


def found(settings: Grammar, tell: Tell, fail: Tell) -> ReachedServer | None:
    """The server to use, or None. `tell` and `fail` as in `choose`."""
    if url := settings.languagetool_url:
        if f".{Address.read(url).host}".endswith(_PUBLIC):
            tell("grammar.languagetool_url is the public service: customers' text leaves your company")
        return ReachedServer(url)
    local = server.running()
    if local is None and settings.languagetool == "auto":
        local = _started(settings, tell, fail)
    return ReachedServer(local.url, server.used) if local else None


def warmed(dialect: str) -> tuple[str, ...]:
    """The languages that a server prepares before it answers: Chinese, and English in the dialect."""
    return (*regions(dialect), "zh-CN")


def described(settings: Grammar, answer: Callable[[str], str]) -> Iterator[str]:
    """A line about each server, with what `answer` says about its address; or how to get one."""
    from replyctl.grammar import java

    if url := settings.languagetool_url:
        yield f"LanguageTool: the server at {url}, {answer(url)}"
    if local := server.running():
        yield f"LanguageTool: runs at {local.url}, pid {local.pid}, {answer(local.url)}; log {server.log()}"
    elif place := java.place():
        yield f"LanguageTool: installed in {place}, not running; `replyctl grammar start` starts it"
    else:
        yield "LanguageTool: not installed; `replyctl grammar install` downloads it"


def _started(settings: Grammar, tell: Tell, fail: Tell) -> server.Server | None:
    try:
        started = server.start(warmed(settings.dialect))
    except ReplyctlError as problem:
        fail(f"{problem.message}{f' ({problem.hint})' if problem.hint else ''}")
        return None
    tell("LanguageTool was started in the background; `replyctl grammar stop` stops it")
    return started
