"""The engines of this computer, a line each, for `replyctl grammar status`."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from replyctl import config
from replyctl.grammar import java, server

if TYPE_CHECKING:
    from collections.abc import Iterator


def described() -> Iterator[str]:
    """Harper, the server in the background or the team's own, and what is configured."""
    settings = config.load().grammar
    yield f"engine: {settings.engine}, {settings.dialect or 'English of any region'}"
    yield f"Harper: {'ready (English)' if find_spec('harper') else 'not installed'}"
    if settings.languagetool_url:
        yield f"LanguageTool: the server at {settings.languagetool_url}, {_answer(settings.languagetool_url)}"
    if found := server.running():
        yield f"LanguageTool: runs at {found.url}, pid {found.pid}, {_answer(found.url)}; log {server.log()}"
    elif place := java.place():
        yield f"LanguageTool: installed in {place}, not running; `replyctl grammar start` starts it"
    else:
        yield "LanguageTool: not installed; `replyctl grammar install` downloads it"


def _answer(url: str) -> str:
    from replyctl.grammar.engine import EngineFailed
    from replyctl.grammar.languagetool import LanguageTool

    try:
        return f"which knows {len(LanguageTool(url).languages)} languages"
    except EngineFailed as problem:
        return str(problem)
