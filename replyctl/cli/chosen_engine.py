"""The proofreading engine of a command, chosen by flag and configuration, and its notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.engine_names import Wanted
from replyctl.lint.proof import Proof

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.config import Settings
    from replyctl.grammar.proofreader import Proofreader


class ChosenEngine:
    """What a command proofreads with; `engine` is None when proofreading is off, and no engine is imported."""

    def __init__(self, settings: Settings, wanted: Wanted, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self.engine: Proofreader | None = None
        if wanted != "off":
            from replyctl.grammar.proofreader import Proofreader

            self.engine = Proofreader(settings.grammar, wanted)
        words = settings.lint.words
        self.proof = Proof(self.engine, words.accept, words.reject)

    def warm(self) -> None:
        """Start loading what takes long."""
        if self.engine:
            self.engine.warm()

    def tell(self) -> None:
        """Show the notices since the last call."""
        for notice in self.engine.notices() if self.engine else ():
            self._tell(f"notice: {notice}")

    @property
    def is_whole(self) -> bool:
        """Whether everything was proofread."""
        return self.engine is not None and not self.engine.incomplete


def wanted(flag: Wanted | None, settings: Settings, *, interactive: bool) -> Wanted:
    """The flag, else the configured engine if interactive, else off."""
    return flag or (settings.grammar.engine if interactive else "off")
