"""The two ways to ask: screens, or plain lines on a terminal that cannot move its cursor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from replyctl.cli.ask import plain, plain_questions

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.cli.ask.interview import Asker
    from replyctl.cli.ask.one_by_one import Decider
    from replyctl.cli.ask.picker.catalogue import Catalogue
    from replyctl.cli.ask.review_state import ReviewState
    from replyctl.cli.ask.tty import Terminal
    from replyctl.cli.ask.unfinished_choice import Chooser


@dataclass(frozen=True, slots=True)
class UserInterface:
    """How to pick a snippet, decide how a question of the customer is answered, ask a question, review a reply, and choose among unfinished ones."""

    pick: Callable[[Catalogue, str], list[str] | None]
    answer: Decider
    ask: Asker
    review: Callable[[ReviewState], str]
    choose: Chooser
    read: Callable[[str], object]
    """Shows a text to read."""

    @classmethod
    def on(cls, terminal: Terminal) -> UserInterface:
        """The one that fits the terminal."""
        if terminal.plain:
            lines = plain.PlainReview(terminal)
            return cls(
                partial(plain.pick, terminal),
                partial(plain_questions.decide, terminal),
                partial(plain.ask, terminal),
                lines,
                partial(plain.choose, terminal),
                terminal.write,
            )
        from replyctl.cli.ask import leaflet, review, unfinished_list, widgets
        from replyctl.cli.ask.picker import pick, question_picker

        return cls(
            partial(pick.pick, terminal),
            partial(question_picker.decide, terminal),
            partial(widgets.ask, terminal),
            partial(review.review, terminal),
            partial(unfinished_list.choose, terminal),
            partial(leaflet.read, terminal),
        )
