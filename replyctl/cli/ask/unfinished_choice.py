"""Which of several unfinished replies goes on, and which are dropped."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, NamedTuple

from replyctl.errors import Interrupted

if TYPE_CHECKING:
    from replyctl.memory.unfinished import Keeper, Unfinished

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_GAP = "  "


class Choice(NamedTuple):
    """What the agent wants with the reply in a row."""

    to: Literal["resume", "drop", "leave"]
    row: int = 0


Chooser = Callable[[Sequence[str], str], Choice]
"""Shows a line for each reply, newest first, and a notice."""


def choose(ask: Chooser, found: Sequence[tuple[Keeper, Unfinished]]) -> tuple[Keeper, Unfinished]:
    """The reply to go on with, held by this process. Only the first of `found` is held before.

    Raises Interrupted if the agent leaves, or nothing is left to choose from.
    """
    found[0][0].release()
    left, notice = list(found), ""
    while left:
        choice = ask([line(state, keeper.written, time.time()) for keeper, state in left], notice)
        if choice.to == "leave":
            raise Interrupted("nothing picked")
        keeper, state = left[choice.row]
        held = keeper.retaken()
        if held and choice.to == "resume":
            return held, _current(held, state)
        notice = "dropped" if held else "that one is open in another terminal, or done"
        if held:
            held.forget()
        del left[choice.row]
    raise Interrupted("no unfinished reply is left")


def _current(held: Keeper, state: Unfinished) -> Unfinished:
    """The state as it is kept now: another terminal may have gone on with it meanwhile."""
    from replyctl.memory import restore

    with suppress(*restore.UNREADABLE):
        return held.load() or state
    return state


def line(state: Unfinished, written: float, now: float) -> str:
    """Snippet (or the number of questions answered one by one), customer and age."""
    questions = f"{len(state.start.questions)} questions" if state.start.questions else ""
    other = "a reply of your own" if state.start.blank else "no snippet yet"
    snippet = questions or " + ".join(state.start.snippets) or other
    return _GAP.join((snippet, _customer(state) or "–", _age(now - written)))


def _customer(state: Unfinished) -> str:
    given = state.start.data.get("customer")
    known = (
        state.answers.get("customer.name"),
        state.typed.get("customer.name"),
        state.start.sets.get("customer.name"),
        given.get("name") if isinstance(given, dict) else given,
        state.start.mail and state.start.mail.name,
    )
    return next((str(name).strip() for name in known if name), "")


def _age(seconds: float) -> str:
    for unit, name in ((_DAY, "day"), (_HOUR, "hour"), (_MINUTE, "minute")):
        if seconds >= unit:
            count = int(seconds // unit)
            return f"{count} {name}{'s' * (count > 1)} ago"
    return "just now"
