"""Templates: the only place that knows Jinja. What they may say, how long they may take, how much they may print.

Templates come from libraries that others write, so nothing in them is trusted. Three walls: a template that uses
anything but a few constructs is refused when it is parsed (`syntax.py`: no include, import, macro, recursion, private
name), and so is one of more pieces than a reply needs (`lexing.py`); what it reaches while it runs is what the tables
of `environment.py` and `filters.py` name, and nothing else; and every loop step, operation, filter and call is counted
against a deadline, by what it looks at and what it makes (`bounds.py`). As each single step is small, the deadline
needs no signal and holds in every thread.
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
from replyctl.template.marked import MARKS, TAG, Marked
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
"""What a template's own expressions raise, or Jinja and Python over them."""
_HINTS = {
    SecurityError: "the README lists what templates may use",
    TooMuch: "make the template simpler",
}
_IF = "{% if "


def render(  # noqa: PLR0913 - what a rendering stands on
    source: str,
    values: Mapping[str, Any],
    printer: Printer,
    *,
    where: str,
    partial: Callable[[str], str] | None = None,
    steps: int = STEPS,
) -> tuple[Marked, tuple[str, ...]]:
    """What the template prints, and the names that it would have printed and that have no value.

    `where` names the template in errors; `partial` gives the source of a partial. Raises TemplateError: no template,
    forbidden, too slow, too long; its place is `where`, or "partial NAME", with line and column in that template.
    """
    passage = partial and (lambda name: _output(partial(name), f"partial {name}"))
    with running(Run(printer, values, passage, steps)) as current:
        rendered = _output(source, where)
        return Marked.read(rendered), tuple(current.missing)


def holds(expression: str, values: Mapping[str, Any], printer: Printer, *, where: str) -> bool:
    """Whether a `when` expression is true; a name without a value is false. Raises TemplateError as `render`."""
    with running(Run(printer, values, None, EXPRESSION)):
        try:
            return "1" in _output(f"{_IF}{expression} %}}1{{% endif %}}", where)
        except TemplateError as error:
            if error.place and error.place.line == 1:  # where what was put before the expression stands
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
    """Whatever Jinja raises, as the one error that users see."""
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
    """The place of the template's piece that was running, -1 if none was."""
    place = 0
    while traceback:
        if template := traceback.tb_frame.f_globals.get("__jinja_template__"):
            place = template.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    return place - 1
