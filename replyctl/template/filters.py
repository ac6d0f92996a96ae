"""The filters, tests and methods of templates.

Each is counted before and after (`_counted`), and none makes a large intermediate text from a small one.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from jinja2 import Undefined

from replyctl.template.budget import SIZE, TooMuch, bounded, fitting, number, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MOST = 1000
"""Most numbers in one `range`."""
_DIGITS = 15
_STRIPPED = 100
"""Most characters given to `strip`, which compares each character of the text with all of them."""


def text(value: object) -> str:
    """The printed value; a missing one prints nothing and is noted."""
    if isinstance(value, Undefined):
        run().miss(value)
        return ""
    return _join(value) if isinstance(value, list | tuple | range) else bounded(run().printer.text(value))


def numbers(first: int, *more: int) -> Sequence[int]:
    """`range`."""
    made = range(first, *more)
    if len(made) > MOST:
        raise TooMuch(f"a range of more than {MOST} numbers")
    return made


def _steps(value: object) -> Iterator[Any]:
    """The items of a loop, each counted."""
    for item in _items(value):
        run().spend()
        yield item


def _looked_at(value: Any) -> Any:  # noqa: ANN401 - any value
    run().spend(value)
    return value


def _items(value: object) -> Sequence[Any]:
    if isinstance(value, Undefined):
        return ()
    if not isinstance(value, list | tuple | range | str):
        raise TypeError("only lists and text can be looped over")
    return value


def _flat(value: Sequence[Any]) -> Sequence[Any]:
    if any(isinstance(item, list | tuple | range) for item in value):
        raise TypeError("a list cannot contain lists")
    return value


def _concat(values: Sequence[Any]) -> str:
    return "".join(fitting([text(value) for value in values]))


def _join(value: object, between: str | None = None) -> str:
    printed = [text(item) for item in _items(value)] if not isinstance(value, str) else [value]
    if between is None:
        return run().printer.join(fitting(printed, between="; and "))
    return between.join(fitting(printed, between))


def _date(value: object, style: str = "") -> str:
    return text(value) if isinstance(value, str | Undefined) else run().printer.date(value, style)


def _money(value: object) -> str:
    return text(value) if isinstance(value, str | Undefined) else run().printer.money(value)


def _default(value: Any, other: Any = "", blank: bool = False) -> Any:  # noqa: ANN401 - any value
    return other if isinstance(value, Undefined) or (blank and not value) else value


def _replace(value: object, old: str, new: str) -> str:
    source = text(value)
    if not old:
        raise ValueError("the text to replace is empty")
    if len(source) + source.count(old) * (len(new) - len(old)) > SIZE:
        raise TooMuch(f"a value is longer than {SIZE} characters")
    return source.replace(old, new)


def _truncate(value: object, length: int = 255, killwords: bool = False, end: str = "…", leeway: int = 5) -> str:
    source = text(value)
    if len(source) <= length + leeway:
        return source
    cut = source[: max(0, length - len(end))]
    return (cut if killwords else cut.rpartition(" ")[0] or cut) + end


def _indent(value: object, width: int = 2, first: bool = False) -> str:
    if not 0 <= width <= 40:  # noqa: PLR2004 - half a line
        raise ValueError("an indent must be from 0 to 40")
    lines = text(value).split("\n")
    return "\n".join(" " * width + line if line and (number or first) else line for number, line in enumerate(lines))


def _whole(value: object) -> int:
    return int(value) if isinstance(value, str) else int(number(value))


def _round(value: object, digits: int = 0) -> object:
    if not -_DIGITS <= digits <= _DIGITS:
        raise TooMuch(f"a number can be rounded to at most {_DIGITS} digits")
    return round(number(value), digits)


def _end(index: int) -> Callable[[object], Any]:
    return lambda value: _items(value)[index] if _items(value) else ""


def _strip(source: str, characters: str | None = None) -> str:
    if characters and len(characters) > _STRIPPED:
        raise TooMuch(f"at most {_STRIPPED} different characters can be stripped")
    return source.strip(characters)


def _within(value: object, values: object) -> bool:
    return value in _items(values)


def _counted(step: Callable[..., Any]) -> Callable[..., Any]:
    """The step, counted by its input and output."""

    @wraps(step)
    def counted(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - the step's own
        current = run()
        current.spend(*args, *kwargs.values())
        return current.make(step(*args, **kwargs))

    return counted


def _table(steps: dict[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    return {name: _counted(step) for name, step in steps.items()}


FILTERS = _table(
    {
        "date": _date,
        "money": _money,
        "join": _join,
        "capitalize": lambda value: text(value).capitalize(),
        "default": _default,
        "first": _end(0),
        "indent": _indent,
        "int": _whole,
        "last": _end(-1),
        "length": lambda value: len(_items(value)),
        "lower": lambda value: text(value).lower(),
        "replace": _replace,
        "round": _round,
        "title": lambda value: text(value).title(),
        "trim": lambda value: text(value).strip(),
        "truncate": _truncate,
        "upper": lambda value: text(value).upper(),
    }
)
"""By name."""
TESTS = _table(
    {
        "defined": lambda value: not isinstance(value, Undefined),
        "undefined": lambda value: isinstance(value, Undefined),
        "none": lambda value: value is None,
        "string": lambda value: isinstance(value, str),
        "number": lambda value: isinstance(value, int | float),
        "boolean": lambda value: isinstance(value, bool),
        "odd": lambda value: number(value) % 2 == 1,
        "even": lambda value: number(value) % 2 == 0,
        "in": _within,
    }
)
"""What may follow `is`."""
METHODS = _table(
    {
        "capitalize": str.capitalize,
        "endswith": str.endswith,
        "isdigit": str.isdigit,
        "lower": str.lower,
        "split": str.split,
        "splitlines": str.splitlines,
        "startswith": str.startswith,
        "strip": _strip,
        "title": str.title,
        "upper": str.upper,
    }
)
"""What may follow the dot of a text."""
INNER = {
    **_table(
        {
            "_concat": _concat,
            "_flat": _flat,
            "_given": lambda value: str(text(value)),
            "_made": lambda value: value,
        }
    ),
    "_looked_at": _looked_at,
    "_steps": _steps,
}
"""Inserted by `syntax.py`; templates cannot use them directly."""
