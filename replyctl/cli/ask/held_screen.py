"""The other screen of a terminal, held from one of our screens to the next, so that nothing flickers between them."""

from __future__ import annotations

from prompt_toolkit.output.vt100 import Vt100_Output

_HOME = "\x1b[H"


class HeldScreen(Vt100_Output):
    """Enters the other screen once, and leaves it when told, not whenever an application ends."""

    held = False

    def enter_alternate_screen(self) -> None:
        """Enter it, or begin at its top again."""
        if self.held:
            self.write_raw(_HOME)
        else:
            super().enter_alternate_screen()
            self.held = True

    def quit_alternate_screen(self) -> None:
        """Stay: the next application draws over what is there."""

    def let_go(self) -> None:
        """Leave it, if it was entered."""
        if self.held:
            self.held = False
            super().quit_alternate_screen()
            self.flush()
