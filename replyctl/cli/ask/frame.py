"""What every screen shares: colours, the line of keys, and how an application is put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.layout import AnyContainer, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.styles import Style
from prompt_toolkit.utils import get_cwidth

from replyctl.clean import printable
from replyctl.cli.ask.screen_text import Fragments, isolated
from replyctl.text.width import fitting, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.layout.controls import UIControl

    from replyctl.cli.ask.tty import Terminal

STYLE = Style.from_dict(
    {
        "dim": "ansibrightblack",
        "example": "ansibrightblack",
        "heading": "bold",
        "isolate": "hidden",
        "chosen": "reverse",
        "marked": "bold ansigreen",
        "keys": "ansibrightblack",
        "notice": "ansigreen",
        "hint": "ansiyellow",
        "error": "bold ansired",
        "warning": "bold ansiyellow",
        "suggestion": "ansicyan",
        "found": "underline",
        "match": "bold underline",
        "sentence": "bold",
        "value": "bold reverse",
    }
)
LEAVE = ("c-c", "<sigint>")
"""Keys that leave any screen; what was typed is kept."""


def columns() -> int:
    """The width of the terminal, now."""
    return get_app().output.get_size().columns


def rows() -> int:
    """The height of the terminal, now."""
    return get_app().output.get_size().rows


def words(content: Callable[[], Fragments], style: str = "") -> Window:
    """A pane of fixed text, no higher than its lines."""
    return Window(FormattedTextControl(content), wrap_lines=True, dont_extend_height=True, style=style)


def key_line(items: Sequence[str]) -> Window:
    """The keys that work here."""
    return words(lambda: [("class:keys", "\n".join(filled(items, columns())))])


def filled(items: Sequence[str], width: int) -> list[str]:
    """The items, as many on a line as fit."""
    lines = [""]
    for item in items:
        joined = f"{lines[-1]} · {item}" if lines[-1] else item
        if get_cwidth(joined) < width or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(item)
    return lines


def cut(text: str, width: int) -> str:
    """The first line of untrusted text, cut to `width` columns with an ellipsis."""
    first, _, more = printable(text).expandtabs(1).partition("\n")
    return f"{fitting(first, width - 1, get_cwidth)}…" if more else shortened(first, width, get_cwidth)


def pairs(rows_of: Sequence[tuple[str, str]], width: int) -> Fragments:
    """Labels and values, one line each, values aligned if the width allows."""
    label = min(max((get_cwidth(name) for name, _ in rows_of), default=0), width // 2 - 2)
    fragments: Fragments = []
    for name, value in rows_of:
        shown = cut(name, label)
        fragments += [
            ("class:dim", shown + " " * (label - get_cwidth(shown))),
            *isolated(cut(value, width - label - 2)),
        ]
        fragments.append(("", "\n"))
    return fragments[:-1]


def bind(keys: KeyBindings, names: Sequence[str], act: Callable[[KeyPressEvent], object]) -> None:
    """Bind each of `names` to `act`; a key sequence is one name, separated by spaces.

    Raises ValueError for one that the screen has already: the later would silently win.
    """
    for name in names:
        taken = [binding.keys for binding in keys.bindings]
        keys.add(*name.split(" "))(lambda event: act(event) and None)
        if keys.bindings[-1].keys in taken:
            msg = f"the key {name} has two meanings on one screen"
            raise ValueError(msg)


def leaving(result: object) -> Callable[[KeyPressEvent], object]:
    """A key's action: the screen exits with `result`."""
    return lambda event: event.app.exit(result=result)


class _Unread:
    """Forgets what was typed before the first drawing, except a wish to leave."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._typed = terminal.drain()
        self._flush = terminal.screen()[1].flush
        self._drawn = False

    def before(self, application: Application[Any]) -> None:
        """Wait for the moment at which the drawing goes out: a quick answer to it must not be lost."""
        if not self._drawn:
            application.output.flush = self._drain  # type: ignore[method-assign] # prompt_toolkit has no event for it

    def _drain(self) -> None:
        self._drawn = True
        self._typed += self._terminal.drain()
        self._terminal.screen()[1].flush = self._flush  # type: ignore[method-assign] # as above
        self._flush()

    def after(self, application: Application[Any]) -> None:
        """Let a wish to leave act."""
        typed, self._typed = self._typed, []
        application.key_processor.feed_multiple([key for key in typed if key.key in LEAVE])
        application.key_processor.process_keys()


def show(  # noqa: PLR0913 - a screen and how it is shown
    terminal: Terminal,
    panes: Sequence[AnyContainer],
    keys: KeyBindings,
    *,
    focus: UIControl | None = None,
    full_screen: bool = False,
    unseen: bool = False,
    until: Callable[[], object] | None = None,
) -> Any:  # noqa: ANN401 - what the bound keys exit with
    """Show panes one above the other until a key exits; inline screens leave nothing behind.

    Keys typed ahead act on the screen, unless it shows what is `unseen` and has to be read first. With `until` it ends
    when that returns, too.
    """
    source, output = terminal.screen()
    unread = _Unread(terminal) if unseen else None
    return terminal.run(
        until=until,
        application=Application(
            layout=Layout(HSplit(list(panes)), focused_element=focus),
            key_bindings=keys,
            style=STYLE,
            include_default_pygments_style=False,
            full_screen=full_screen,
            enable_page_navigation_bindings=False,
            erase_when_done=not full_screen,
            input=source,
            output=output,
            before_render=unread.before if unread else None,
            after_render=unread.after if unread else None,
        ),
    )
