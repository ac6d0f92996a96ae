"""Chooses the engines to ask, in the order of `engine_names.py`: those that are wanted and available."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, get_args

from replyctl.engine_names import EngineName, Wanted
from replyctl.grammar.engine import Engine, Maker, Tell

if TYPE_CHECKING:
    from replyctl.config import Grammar


def makers(wanted: Wanted) -> Iterator[Maker]:
    """The modules of the wanted engines; each is loaded when its turn comes."""
    for name in get_args(EngineName) if wanted == "auto" else (wanted,):
        if name != "off":
            yield import_module(f"replyctl.grammar.{name}")


def chosen(settings: Grammar, wanted: Wanted, tell: Tell, fail: Tell) -> Iterator[Engine]:
    """The engines to ask, in order; `tell` is called with what the user should know, `fail` with what went wrong."""
    for maker in makers(wanted):
        if engine := maker.made(settings, tell, fail):
            yield engine
