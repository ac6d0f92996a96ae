"""The review screen: the reply, with its problems beside or below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import (
    AnyContainer,
    ConditionalContainer,
    Dimension,
    DynamicContainer,
    FormattedTextControl,
    HSplit,
    VSplit,
    Window,
)

from replyctl.clean import printable
from replyctl.cli.ask import problem_list
from replyctl.cli.ask.frame import LEAVE, bind, columns, filled, key_line, leaving, rows, show, words
from replyctl.cli.ask.review_state import BACK, DONE, ReviewState, in_body, spans
from replyctl.cli.ask.review_state import LEAVE as LEFT
from replyctl.cli.ask.screen_text import Fragments, block, marked, wrap

if TYPE_CHECKING:
    from replyctl.cli.ask.tty import Terminal

WIDE = 100
"""Columns needed to show the problems beside the reply instead of below it."""


def review(terminal: Terminal, state: ReviewState) -> str:
    """What the agent chose: the letter of a key, or a digit for the value of that number."""
    return Review(state).shown_on(terminal)


class Review:
    """The state, the scroll position, and whether the problems get the larger half."""

    def __init__(self, state: ReviewState) -> None:
        self._state = state
        self._large = False
        self._hints = _hints(state)
        self._body = FormattedTextControl(self._body_lines, focusable=True, show_cursor=False)

    def shown_on(self, terminal: Terminal) -> str:
        """Show the review until a key leaves it."""
        beside, below = self._beside(), self._below()
        panes: list[AnyContainer] = [
            words(self._subject),
            words(self._place),
            DynamicContainer(lambda: beside if columns() >= WIDE else below),
            ConditionalContainer(words(self._notice), bool(self._state.notice or self._state.held)),
            key_line(self._hints),
        ]
        return show(  # type: ignore[no-any-return] # the keys exit with a word
            terminal, panes, self._keys(), focus=self._body, full_screen=True, unseen=self._state.unseen
        )

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()
        for key in self._state.keys:
            bind(keys, (key.letter, *([key.also] if key.also else [])), leaving(key.letter))
        bind(keys, ("n",), lambda _: self._jump(1))
        bind(keys, ("N",), lambda _: self._jump(-1))
        for digit in "123456789":
            bind(keys, (digit,), leaving(digit))
        bind(keys, ("c-j",), leaving(DONE))
        bind(keys, LEAVE, leaving(LEFT))
        bind(keys, ("tab",), lambda _: setattr(self, "_large", not self._large))
        moves = {"up": -1, "k": -1, "down": 1, "j": 1, "home": -9999, "end": 9999}
        for move, by in moves.items():
            bind(keys, (move,), partial(self._scroll_key, by))
        bind(keys, ("pageup",), lambda _: self._scroll(-self._room()))
        bind(keys, ("pagedown",), lambda _: self._scroll(self._room()))
        return keys

    def _jump(self, by: int) -> None:
        """Make the next problem the current one, and bring it into view."""
        state = self._state
        if not state.problems:
            return
        state.current = (state.current + by) % len(state.problems)
        problem = state.problems[state.current]
        if in_body(problem):
            row = sum(start <= problem.start for start, _ in self._lines()) - 1
            if not state.scroll <= row < state.scroll + self._room():
                state.scroll = row - self._room() // 3
                self._scroll(0)

    def _scroll_key(self, by: int, _event: KeyPressEvent) -> None:
        self._scroll(by)

    def _scroll(self, by: int) -> None:
        last = max(len(self._lines()) - self._room(), 0)
        self._state.scroll = min(max(self._state.scroll + by, 0), last)

    def _width(self) -> int:
        return columns() * 3 // 5 if columns() >= WIDE else columns()

    def _lines(self) -> list[tuple[int, str]]:
        text = printable(self._state.reply.body.rstrip("\n")).replace("\t", " ")
        return list(wrap(text, self._width() - 2))

    def _room(self) -> int:
        """Visible lines of the body."""
        around = 1 + _height(self._subject()) + _height(self._notice()) + len(filled(self._hints, columns()))
        taken = around + (0 if columns() >= WIDE else 1 + self._below_height())
        return max(rows() - taken, 1)

    def _place(self) -> Fragments:
        total, room, first = len(self._lines()), self._room(), self._state.scroll
        seen = f" {first + 1}-{min(first + room, total)} of {total} " if total > room else ""
        return [("class:dim", f"──{seen}".ljust(columns(), "─"))]

    def _subject(self) -> Fragments:
        return block(self._state.reply.subject or "(no subject)", columns(), "class:heading")[:-1]

    def _body_lines(self) -> Fragments:
        self._scroll(0)  # the window may have grown
        found = spans(self._state)
        lines = self._lines()[self._state.scroll :]
        return [part for at, line in lines for part in (*marked(line, _moved(found, at)), ("", "\n"))]

    def _notice(self) -> Fragments:
        held = block(self._state.held, columns(), "class:error")
        return [*held, *block(self._state.notice, columns(), "class:notice")][:-1]

    def _below_height(self) -> int:
        lines = problem_list.height(self._state, columns())
        return min(lines, rows() * 2 // 3 if self._large else rows() // 3)

    def _beside(self) -> AnyContainer:
        problems = problem_list.pane(self._state, lambda: columns() - self._width() - 1)
        body = Window(self._body, width=lambda: Dimension.exact(self._width()))
        return VSplit([body, Window(char="│", width=1, style="class:dim"), problems])

    def _below(self) -> AnyContainer:
        height = lambda: Dimension.exact(self._below_height())  # noqa: E731 - a size of one line
        problems = problem_list.pane(self._state, columns, height)
        return HSplit([Window(self._body), Window(height=1, char="─", style="class:dim"), problems])


def _hints(state: ReviewState) -> tuple[str, ...]:
    letters = [f"{key.letter} {key.label}" for key in state.useful if key.letter not in {DONE, BACK}]
    jump = ("n N problems",) if len(state.problems) > 1 else ()
    return ("Enter done", *jump, *letters, "↑↓ scroll", "Tab larger", "Esc back")


def _height(fragments: Fragments) -> int:
    text = "".join(fragment[1] for fragment in fragments)
    return text.count("\n") + 1 if text else 0


def _moved(found: list[tuple[int, int, str]], by: int) -> list[tuple[int, int, str]]:
    return [(start - by, end - by, style) for start, end, style in found]
