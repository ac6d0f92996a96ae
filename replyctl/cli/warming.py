"""Checks a guess of the reply while the agent answers, so that words, patterns and engines are loaded in time."""

from __future__ import annotations

import sys
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

_SLICE = 0.001
"""Seconds for which this thread may hold up the one that draws what the agent types."""
_STAND_IN = "7"
"""An answer that fits most prompts without an example."""


def begin(composition: Composition, settings: Settings, proof: Proof) -> Thread:
    """Start the thread; join it before the real reply is checked."""
    sys.setswitchinterval(_SLICE)
    thread = Thread(target=_check, args=(composition, settings, proof), daemon=True)
    thread.start()
    return thread


def _check(composition: Composition, settings: Settings, proof: Proof) -> None:
    with suppress(Exception):  # mistakes are reported when the real reply is checked
        reply_lint.problems(_guessed(composition), settings, proof)


def _guessed(composition: Composition) -> Reply:
    """The reply with examples for missing values. MissingValues if one does not fit."""
    # Look-up commands are not run for an example order.
    settings = replace(composition.plan.settings, look_up={})
    composition = replace(composition, plan=replace(composition.plan, settings=settings))
    for prompt in composition.open():
        text = prompt.example or next(iter(prompt.choices), _STAND_IN)
        with suppress(ReplyctlError):
            composition = composition.answer(prompt.name, text)
    return composition.reply()
