"""The engine of a command: chosen by flag and configuration, its notices told, and the exit code of what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.engine_names import Wanted
from replyctl.lint.proof import Proof

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.config import Settings
    from replyctl.grammar.proofreader import Proofreader


class ChosenEngine:
    """What a command proofreads with; `engine` is None where it is off, and then no engine is imported."""

    def __init__(self, settings: Settings, wanted: Wanted, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self.engine: Proofreader | None = None
        if wanted != "off":
            from replyctl.grammar.proofreader import Proofreader

            self.engine = Proofreader(settings.grammar, wanted)
        words = settings.lint.words
        self.proof = Proof(self.engine, words.accept, words.reject)

    def warm(self) -> None:
        """Begin what takes long."""
        if self.engine:
            self.engine.warm()

    def tell(self) -> None:
        """The notices since the last time."""
        for notice in self.engine.notices() if self.engine else ():
            self._tell(f"notice: {notice}")

    @property
    def is_whole(self) -> bool:
        """Whether all that should have been proofread was."""
        return self.engine is not None and not self.engine.incomplete


def wanted(flag: Wanted | None, settings: Settings, *, interactive: bool) -> Wanted:
    """The flag, else the configured engine where somebody waits for one draft, else off."""
    return flag or (settings.grammar.engine if interactive else "off")
