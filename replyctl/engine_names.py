"""The names of the proofreading engines; the values of `--grammar` and `grammar.engine` derive from them."""

from __future__ import annotations

from typing import Literal, TypeAlias

EngineName: TypeAlias = Literal["languagetool", "harper"]
"""In the order of asking; each is a module of `grammar/` (a `Maker`, see `grammar/engine.py`)."""
Wanted: TypeAlias = Literal["auto", EngineName, "off"]
"""auto: all engines, in that order."""
