"""While the agent answers, the reply is checked as it may become: words, patterns and engines are ready when it is done."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING

from replyctl.cli import reply_lint
from replyctl.compose.composition import Composition
from replyctl.errors import ReplyctlError

if TYPE_CHECKING:
    from replyctl.compose.reply import Reply
    from replyctl.config import Settings
    from replyctl.lint.proof import Proof

_STAND_IN = "7"
"""An answer that most prompts without an example take."""


def begin(composition: Composition, settings: Settings, proof: Proof) -> Thread:
    """The thread that does it; who checks the reply itself waits for it first."""
    thread = Thread(target=_check, args=(composition, settings, proof), daemon=True)
    thread.start()
    return thread


def _check(composition: Composition, settings: Settings, proof: Proof) -> None:
    with suppress(Exception):  # what is wrong is told when the reply itself is checked
        reply_lint.problems(_guessed(composition), settings, proof)


def _guessed(composition: Composition) -> Reply:
    """The reply with examples for what is not known. MissingValues where one does not fit."""
    # The agent's own commands are not run for an order that nobody named.
    settings = replace(composition.plan.settings, look_up={})
    composition = Composition(replace(composition.plan, settings=settings))
    for prompt in composition.open():
        text = prompt.example or next(iter(prompt.choices), _STAND_IN)
        with suppress(ReplyctlError):
            composition = composition.answer(prompt.name, text)
    return composition.reply()
