"""The proofreading engines of this computer, one line each, for `replyctl grammar status`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl import config
from replyctl.grammar.choose import makers

if TYPE_CHECKING:
    from collections.abc import Iterator


def described() -> Iterator[str]:
    """The configuration, then each possible engine."""
    settings = config.load().grammar
    yield f"engine: {settings.engine}, {settings.dialect or 'English of any region'}"
    for maker in makers("auto"):
        yield from maker.described(settings)
