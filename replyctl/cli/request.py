"""What a `compose` command line asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from replyctl.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from replyctl.cli.checked import Level
    from replyctl.cli.grammar import Grammar


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Request:
    """The flags of `compose`, as typed."""

    snippets: tuple[str, ...] = ()
    blank: bool = False
    sets: tuple[str, ...] = ()
    data: str | None = None
    language: str | None = None
    tone: str = "auto"
    with_: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    no_input: bool = False
    edit: bool = False
    wrap: int | None = None
    format: str = "text"
    output: Path | None = None
    copy: bool = False
    copy_subject: bool = False
    resume: bool = False
    again: bool = False
    fail_level: Level | None = None
    grammar: Grammar | None = None
    libraries: tuple[Path, ...] = ()
    no_shipped: bool = False

    @property
    def level(self) -> Level:
        """The fail level in force."""
        return self.fail_level or "error"

    def check(self) -> None:
        """UsageError for flags that contradict each other."""
        starts = {"SNIPPET": self.snippets, "--blank": self.blank, "--resume": self.resume, "--again": self.again}
        given = [name for name, value in starts.items() if value]
        if len(given) > 1:
            raise UsageError(f"{' and '.join(given)} do not go together", hint="each begins a reply in its own way")
        values = {"--set": self.sets, "--data": self.data, "--with": self.with_, "--without": self.without}
        given = [name for name, value in values.items() if value]
        if given and (self.resume or self.again):
            raise UsageError(
                f"{given[0]} does not go with {'--resume' if self.resume else '--again'}",
                hint="its values are those of the reply that was begun",
            )
        if self.edit and (self.no_input or self.again):
            raise UsageError("--edit opens an editor; it does not go with --no-input or --again")
