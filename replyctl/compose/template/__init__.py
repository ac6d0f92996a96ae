"""Templates: the only place that knows Jinja. What they may say, how long they may take, how much they may print.

Templates come from libraries that others write, so nothing in them is trusted. Three walls: a template that uses
anything but a few constructs is refused when it is parsed (`syntax.py`: no include, import, macro, recursion, private
name); what it reaches while it runs is what the tables of `environment.py` and `filters.py` name, and nothing else; and
every loop step, operation, filter and call is counted against a deadline and makes no more than so many characters
(`bounds.py`). As each single step is small, the deadline needs no signal and holds in every thread.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.exceptions import TemplateError as JinjaError

from replyctl.clean import printable
from replyctl.compose.marked import MARKS, TAG, Marked
from replyctl.compose.namespace import Approved
from replyctl.compose.template.bounds import Run, TooMuch, run, running
from replyctl.compose.template.environment import environment
from replyctl.errors import Place, TemplateError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import TracebackType

    from jinja2 import nodes

    from replyctl.compose.printing import Printer

SOURCE = 100_000
"""Characters of one template."""

_TAGS = re.compile(r"\{[%#](?!-)")
_FAILURES = (
    JinjaError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What a template's own expressions raise, or Jinja over them."""


def parse(source: str) -> nodes.Template:
    """The syntax tree of a template, for those who check it. TemplateError, with the line, if it is none."""
    with _told("template"):
        _fits(source)
        return environment(_partial).parse(source)


def render(
    source: str,
    values: Mapping[str, Any],
    printer: Printer,
    *,
    where: str,
    partial: Callable[[str], str] | None = None,
) -> tuple[Marked, tuple[str, ...]]:
    """What the template prints, and the names that it would have printed and that have no value.

    `where` names the template in errors; `partial` gives the source of a partial. Raises TemplateError: no template,
    forbidden, too slow, too long.
    """
    with running(Run(printer, values, partial)) as current:
        rendered = _output(source, where)
        return Marked.read(rendered), tuple(current.missing)


def holds(expression: str, values: Mapping[str, Any], printer: Printer, *, where: str) -> bool:
    """Whether a `when` expression is true; a name without a value is false. Raises TemplateError."""
    with running(Run(printer, values, None)):
        return "1" in _output(f"{{% if {expression} %}}1{{% endif %}}", where)


def _output(source: str, where: str) -> str:
    current = run()
    with _told(where):
        _fits(source)
        tagged = _TAGS.sub(lambda tag: TAG + tag[0], MARKS.sub("", source))
        template = environment(_partial).get_template(tagged)
        context = template.new_context(dict(current.values))
        return "".join(current.print(chunk) for chunk in template.root_render_func(context))


def _partial(name: object) -> Approved:
    """The text of `partials/<name>.yaml` in the reply's language, itself a template over the same values."""
    current = run()
    if current.partial is None:
        raise TooMuch("partials are not for conditions")
    with current.deeper():
        return Approved(_output(current.partial(str(name)), f"partial {name}"))


def _fits(source: str) -> None:
    if len(source) > SOURCE:
        raise TooMuch(f"it is longer than {SOURCE} characters")


@contextmanager
def _told(where: str) -> Iterator[None]:
    """Whatever Jinja raises, as the one error that users see."""
    try:
        yield
    except TemplateSyntaxError as error:
        raise TemplateError(_plain(error.message), place=Place(where, error.lineno)) from error
    except (SecurityError, TooMuch) as error:
        hint = "templates run in a sandbox: the README lists what they may use"
        raise TemplateError(_plain(error), hint=hint, place=Place(where, _line(error.__traceback__))) from error
    except _FAILURES as error:
        raise TemplateError(f"this fails: {_plain(error)}", place=Place(where, _line(error.__traceback__))) from error


def _plain(message: object) -> str:
    return printable(MARKS.sub("", str(message)))


def _line(traceback: TracebackType | None) -> int:
    """The template's line that was running, 0 if none was."""
    line = 0
    while traceback:
        if template := traceback.tb_frame.f_globals.get("__jinja_template__"):
            line = template.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    return line
