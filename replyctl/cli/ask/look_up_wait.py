"""Waits for a look-up command: says what is looked up, and lets the agent go on without it."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

from replyctl.compose.values.look_up import LookedUp, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prompt_toolkit.key_binding.key_processor import KeyPress

    from replyctl.cli.ask.tty import Terminal

QUICK = 0.2
"""Seconds before anything is shown: most answers are there by then."""


def look_up(terminal: Terminal, argv: Sequence[str], value: str) -> LookedUp:
    """What the command found; nothing, with a notice, if it fails or the agent skips it."""
    stop, found = Event(), [LookedUp()]
    thread = Thread(target=lambda: found.__setitem__(0, run(argv, value, stop)), daemon=True)
    thread.start()
    try:
        thread.join(QUICK)
        if thread.is_alive():
            (_lines if terminal.plain else _screen)(terminal, thread, stop, f"looking up {value}…")
    finally:  # whatever ends the wait ends the command, too
        stop.set()
        thread.join()
    return found[0]


def _lines(terminal: Terminal, thread: Thread, stop: Event, told: str) -> None:
    terminal.write(f"{told} (Ctrl-C goes on without it)\n")
    try:
        thread.join()
    except KeyboardInterrupt:
        stop.set()


def _screen(terminal: Terminal, thread: Thread, stop: Event, told: str) -> None:
    from prompt_toolkit.input.typeahead import store_typeahead
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.keys import Keys
    from prompt_toolkit.layout import Window

    from replyctl.cli.ask.frame import LEAVE, bind, columns, key_line, show, words
    from replyctl.cli.ask.screen_text import block

    early: list[KeyPress] = []
    keys = KeyBindings()
    bind(keys, (*LEAVE, "escape"), lambda _: stop.set())  # the thread ends then, and with it the screen
    keys.add(Keys.Any)(lambda event: early.extend(event.key_sequence))
    panes = [
        words(lambda: block(told, columns(), "class:heading")[:-1]),
        Window(),
        key_line(("Esc goes on without it",)),
    ]
    show(terminal, panes, keys, full_screen=True, until=thread.join)
    store_typeahead(terminal.screen()[0], early)  # what was typed meanwhile is for the next question
