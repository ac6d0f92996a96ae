"""What a report is: an object that is given draft after draft, and gives what is to be printed of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from replyctl.report.checked import Checked


class Style(NamedTuple):
    """How a report for people is shown; the others do not look at it."""

    colour: bool = False
    questions: bool = False
    """Whether the customer's questions are told too."""
    columns: int | None = None
    """Of the terminal; None: as many as a line takes."""
    noun: str = "draft"
    """What is checked."""


class Report(Protocol):
    """The problems of a run in one format; text with its line ends."""

    is_read_early: bool
    """Whether somebody waits for what is known before the engine is asked."""
    head: str
    """What comes before all drafts."""

    @property
    def tail(self) -> str:
        """What comes behind all drafts."""
        ...

    def draft(self, checked: Checked) -> str:
        """One draft."""
        ...

    def later(self, checked: Checked) -> str:
        """What was found in the same draft since; "" unless it is read early."""
        ...

    def error(self, place: dict[str, Any]) -> str:
        """An input that cannot be read: `path` or `line`, and `error`."""
        ...
