"""The engines that proofread, by the names that users write; what `--grammar` and `grammar.engine` take derives from it."""

from __future__ import annotations

from typing import Literal, TypeAlias

EngineName: TypeAlias = Literal["languagetool", "harper"]
"""The one that is asked first stands first; each is a file of `grammar/` (a `Maker`, see `grammar/engine.py`)."""
Wanted: TypeAlias = Literal["auto", EngineName, "off"]
"""auto: all of them, in that order."""
