"""The interface of a report: gets draft after draft, and returns the text to print for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from replyctl.report.checked import Checked


class Style(NamedTuple):
    """How to show a report for people; other formats ignore it."""

    colour: bool = False
    questions: bool = False
    """Whether to show the customer's questions too."""
    columns: int | None = None
    """Of the terminal; None: as many as a line takes."""
    noun: str = "draft"
    """What is checked."""


class Report(Protocol):
    """The problems of a run in one format; text with its line ends."""

    is_read_early: bool
    """Whether to show problems before the engine answers."""
    head: str
    """Text before all drafts."""

    @property
    def tail(self) -> str:
        """Text after all drafts."""
        ...

    def draft(self, checked: Checked) -> str:
        """One draft."""
        ...

    def later(self, checked: Checked) -> str:
        """Problems found later in the same draft; "" unless `is_read_early`."""
        ...

    def error(self, place: dict[str, Any]) -> str:
        """An input that cannot be read: `path` or `line`, and `error`."""
        ...
