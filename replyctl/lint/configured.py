"""The rules that the settings ask for, and what is wrong with what they say about rules, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from replyctl import config
from replyctl.errors import ConfigError, UsageError
from replyctl.lint.run import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.config import Lint


class Statement(NamedTuple):
    """One thing that the settings say: where below `lint`, and the selection that says only this."""

    key: str
    steps: tuple[str | int, ...]
    alone: dict[str, object]


def selection(asked: Lint, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Selection:
    """The rules to run; `select` and `ignore` come from the command line.

    Raises ConfigError for a mistake in the settings, UsageError for one in the command line.
    """
    check(asked)
    return Selection.of(select or asked.select, (*asked.ignore, *ignore), asked.options, asked.severity)


def check(asked: Lint, *, in_use: bool = True) -> None:
    """Raise ConfigError for the first rule, option or value that does not exist; with its place if they are `in_use`."""
    for key, steps, alone in statements(asked):
        try:
            Selection.of(**alone)  # type: ignore[arg-type] # each holds one argument of its own type
        except UsageError as error:
            place = config.place(f"lint.{key}", *steps) if in_use else None
            where = "" if place or not in_use else f"{config.origin(f'lint.{key}')}: "
            raise ConfigError(f"{where}{error.message}", hint=error.hint, place=place) from None


def statements(asked: Lint) -> Iterator[Statement]:
    """All that settings say about rules, each thing alone."""
    for key in ("select", "ignore"):
        yield from (Statement(key, (at,), {key: [name]}) for at, name in enumerate(getattr(asked, key)))
    for rule, level in asked.severity.items():
        yield Statement("severity", (rule,), {"severity": {rule: level}})
    for rule, values in asked.options.items():
        yield Statement("options", (rule,), {"options": {rule: {}}})
        yield from (
            Statement("options", (rule, name), {"options": {rule: {name: value}}}) for name, value in values.items()
        )
