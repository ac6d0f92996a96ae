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
    mends: bool = False
    """Whether the command has `--fix`: then what it can fix is marked and counted."""


class Report(Protocol):
    """The problems of a run in one format; text with its line ends."""

    head: str
    """Text before all drafts."""

    @property
    def tail(self) -> str:
        """Text after all drafts."""
        ...

    def early(self, checked: Checked) -> str:
        """What of the draft can be shown before the engine answers; the rest follows with `draft`."""
        ...

    def draft(self, checked: Checked) -> str:
        """One draft, without what `early` has shown of it."""
        ...

    def error(self, place: dict[str, Any]) -> str:
        """An input that cannot be read: `path` or `line`, and `error`."""
        ...
