"""The terminal for questions: /dev/tty, whatever stdin and stdout are.

prompt_toolkit is imported only when the first screen is shown.
"""

from __future__ import annotations

import os
import signal
import termios
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TextIO, TypeVar, cast

from replyctl.clean import printable
from replyctl.errors import Interrupted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from prompt_toolkit.application import Application
    from prompt_toolkit.input.vt100 import Vt100Input
    from prompt_toolkit.key_binding.key_processor import KeyPress

    from replyctl.cli.ask.held_screen import HeldScreen

Result = TypeVar("Result")
ESCAPE_SECONDS = 0.1
"""How long a lone Esc waits for the rest of an arrow key's sequence."""


def open_terminal() -> Terminal | None:
    """The terminal to ask on; None if there is none or we are in the background."""
    try:
        reader = open("/dev/tty", encoding="utf-8", errors="replace")  # noqa: PTH123, SIM115 - kept open for the session
        writer = open("/dev/tty", "w", encoding="utf-8", errors="replace")  # noqa: PTH123, SIM115 - as above
    except OSError:
        return None
    try:
        if os.tcgetpgrp(reader.fileno()) == os.getpgrp():
            return Terminal(reader, writer)
    except OSError:
        pass
    reader.close()
    writer.close()
    return None


def can_ask() -> bool:
    """Whether there is a terminal to ask on."""
    terminal = open_terminal()
    if terminal is not None:
        terminal.reader.close()
        terminal.writer.close()
    return terminal is not None


@dataclass(slots=True)
class Terminal:
    """The controlling terminal, open for reading and for writing."""

    reader: TextIO
    writer: TextIO
    _screen: tuple[Vt100Input, HeldScreen] | None = field(default=None, repr=False)

    @property
    def plain(self) -> bool:
        """Whether the cursor cannot be moved: plain lines, no colours."""
        return os.environ.get("TERM", "").lower() in {"", "dumb", "unknown"}

    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        try:
            columns, rows = os.get_terminal_size(self.writer.fileno())
        except OSError:
            columns, rows = 0, 0
        return columns or 80, rows or 24

    def write(self, text: str) -> None:
        """Write `text` at once, made safe."""
        self.writer.write(printable(text))
        self.writer.flush()

    def read_line(self, prompt: str) -> str | None:
        """A line typed with the terminal's own editing, without its newline; None at the end of input (Ctrl-D)."""
        self.write(prompt)
        line = self.reader.readline()
        return line.rstrip("\n") if line else None

    @contextmanager
    def session(self) -> Iterator[None]:
        """Between screens no key is echoed or lost; in the end the terminal is restored.

        Raises Interrupted on Ctrl-C, if the terminal goes away, and if the process is asked to end.
        """
        before = termios.tcgetattr(self.reader)
        ended = signal.signal(signal.SIGTERM, _end)
        try:
            with ExitStack() as stack:
                if not self.plain:
                    stack.enter_context(self.screen()[0].raw_mode())
                yield
        except (KeyboardInterrupt, EOFError) as error:
            raise Interrupted("stopped") from error
        finally:
            signal.signal(signal.SIGTERM, ended)
            with suppress(OSError):  # a terminal that went away
                self._let_go()
            with suppress(termios.error):  # as above
                termios.tcsetattr(self.reader, termios.TCSADRAIN, before)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """The terminal in its normal mode, for a program that we start, such as an editor."""
        with ExitStack() as stack:
            if not self.plain:
                stack.enter_context(self.screen()[0].cooked_mode())
                self._let_go()
            yield

    def _let_go(self) -> None:
        """Show the screen again on which the program was started."""
        if self._screen is not None:
            self._screen[1].let_go()

    def screen(self) -> tuple[Vt100Input, HeldScreen]:
        """prompt_toolkit's input and output on this terminal."""
        if self._screen is None:
            from prompt_toolkit.input.vt100 import Vt100Input
            from prompt_toolkit.output.color_depth import ColorDepth

            from replyctl.cli.ask.held_screen import HeldScreen

            depth = ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None
            output = cast(
                "HeldScreen", HeldScreen.from_pty(self.writer, os.environ.get("TERM"), default_color_depth=depth)
            )
            # If we asked for the cursor position, the next reader might get the answer as typed keys.
            output.enable_cpr = False
            self._screen = Vt100Input(self.reader), output
        return self._screen

    def drain(self) -> list[KeyPress]:
        """Forget what was typed until now. Returns the keys that were forgotten (none on a plain terminal)."""
        if self.plain:
            termios.tcflush(self.reader, termios.TCIFLUSH)
            return []
        from prompt_toolkit.input.typeahead import get_typeahead

        source = self.screen()[0]
        keys = get_typeahead(source)
        while more := source.read_keys():
            keys += more
        return keys + source.flush_keys()

    def run(self, application: Application[Result], until: Callable[[], object] | None = None) -> Result:
        """Show `application` until it exits, or `until` returns. Returns its result, None in the second case."""
        import asyncio
        import selectors

        def failed(_loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
            error = context.get("exception")
            if not application.is_done and isinstance(error, BaseException):
                application.exit(exception=error)

        async def ended() -> None:
            if until is not None:
                await asyncio.to_thread(until)
                if application.is_running and not application.is_done:
                    application.exit()

        async def shown() -> Result:
            asyncio.get_running_loop().set_exception_handler(failed)

            def begun() -> None:
                application.create_background_task(ended())

            application.pre_run_callables.append(begun)
            return await application.run_async(set_exception_handler=False)

        application.ttimeoutlen = ESCAPE_SECONDS
        application.timeoutlen = 2 * ESCAPE_SECONDS
        # select() works on /dev/tty everywhere; kqueue and poll refuse it on macOS.
        loop = lambda: asyncio.SelectorEventLoop(selectors.SelectSelector())  # noqa: E731 - a factory of one line
        with asyncio.Runner(loop_factory=loop) as runner:
            return runner.run(shown())


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
