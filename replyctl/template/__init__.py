"""Templates: the only code that uses Jinja, with limits on syntax, time and output.

Templates come from libraries that others write, so they are not trusted. There are three walls. The parser accepts only
a few constructs (`syntax.py`: no include, import, macro, recursion, private name) and a limited size (`lexing.py`). A
running template reaches only what the tables of `environment.py` and `filters.py` list. Every loop step, operation,
filter and call is counted against limits of steps and time, by the size of its input and output (`budget.py`). Each
step is small, so the deadline needs no signal and works in every thread.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.exceptions import TemplateError as JinjaError

from replyctl.clean import printable
from replyctl.errors import Place, TemplateError
from replyctl.template.budget import EXPRESSION, SOURCE, STEPS, Run, TooMuch, run, running
from replyctl.template.environment import environment
from replyctl.template.marked import Marked
from replyctl.template.marks import MARKS, TAG
from replyctl.template.mistake import TemplateMistake

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import TracebackType

    from replyctl.template.budget import Printer

_TAGS = re.compile(r"\{[%#](?!-)")
_FAILURES = (
    JinjaError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""Errors raised by expressions in a template."""
_HINTS = {
    SecurityError: "the README lists what templates may use",
    TooMuch: "make the template simpler",
}
_IF = "{% if "


def render(  # noqa: PLR0913 - everything a rendering depends on
    source: str,
    values: Mapping[str, Any],
    printer: Printer,
    *,
    where: str,
    partial: Callable[[str], str] | None = None,
    steps: int = STEPS,
) -> tuple[Marked, tuple[str, ...]]:
    """The output of the template, and the names in it without a value.

    `where` names the template in errors; `partial` gives the source of a partial. Raises TemplateError if it
    is malformed, forbidden, too slow or too long; the place is `where` or "partial NAME", with line and column.
    """
    passage = partial and (lambda name: _output(partial(name), f"partial {name}"))
    with running(Run(printer, values, passage, steps)) as current:
        rendered = _output(source, where)
        return Marked.read(rendered), tuple(current.missing)


def holds(expression: str, values: Mapping[str, Any], printer: Printer, *, where: str) -> bool:
    """Whether a `when` expression is true; a name without a value is false. TemplateError as `render`."""
    with running(Run(printer, values, None, EXPRESSION)):
        try:
            return "1" in _output(f"{_IF}{expression} %}}1{{% endif %}}", where)
        except TemplateError as error:
            if error.place and error.place.line == 1:  # line 1 has the prefix added above
                error.place = error.place._replace(column=max(1, error.place.column - len(_IF)), quoted=expression)
            raise


def _output(source: str, where: str) -> str:
    current = run()
    tagged = _TAGS.sub(lambda tag: TAG + tag[0], MARKS.sub("", source))
    with _told(tagged, where):
        if len(source) > SOURCE:
            raise TooMuch(f"it is longer than {SOURCE} characters")
        template = environment().get_template(tagged)
        context = template.new_context(dict(current.values))
        return "".join(current.print(chunk) for chunk in template.root_render_func(context))


@contextmanager
def _told(tagged: str, where: str) -> Iterator[None]:
    """Turn all errors of Jinja into TemplateError."""
    try:
        yield
    except TemplateSyntaxError as error:
        raise _failed(_advised(tagged, error), tagged, where) from error
    except (SecurityError, TooMuch) as error:
        mistake = TemplateMistake(_running(error.__traceback__), str(error), _HINTS[type(error)])
        raise _failed(mistake, tagged, where) from error
    except _FAILURES as error:
        raise _failed(TemplateMistake(_running(error.__traceback__), f"this fails: {error}"), tagged, where) from error


def _advised(tagged: str, error: TemplateSyntaxError) -> TemplateMistake:
    from replyctl.template.jinja_errors import advised

    return advised(tagged, error.message or "", error.lineno - 1, environment().lexer)


def _failed(mistake: TemplateMistake, tagged: str, where: str) -> TemplateError:
    at = max(0, mistake.at)
    line = tagged[tagged.rfind("\n", 0, at) + 1 :].partition("\n")[0]
    column = at - tagged.rfind("\n", 0, at) - tagged.count(TAG, tagged.rfind("\n", 0, at) + 1, at)
    place = Place(where, tagged.count("\n", 0, at) + 1, column, line.replace(TAG, ""))
    return TemplateError(printable(MARKS.sub("", mistake.message)), hint=mistake.hint, place=place)


def _running(traceback: TracebackType | None) -> int:
    """The position of the template code that was running, -1 if none."""
    place = 0
    while traceback:
        if template := traceback.tb_frame.f_globals.get("__jinja_template__"):
            place = template.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    return place - 1
