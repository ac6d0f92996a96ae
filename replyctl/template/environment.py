"""The one Jinja environment: what templates can reach while they run."""

from __future__ import annotations

from functools import cache as once
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from jinja2 import FunctionLoader, Undefined, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from replyctl.template import filters, syntax
from replyctl.template.budget import TooMuch, number, run
from replyctl.template.lexing import Lexer
from replyctl.template.marked import OPEN, SHUT
from replyctl.template.namespace import Approved, ByGender, Namespace

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.runtime import Context

LOOP = ("first", "index", "index0", "last", "length", "nextitem", "previtem", "revindex")
"""What `loop` has. Beside it only a Namespace and a text can be reached into."""


class Missing(Undefined):
    """A name without a value: false in every condition, noted as missing where it is printed or reckoned with."""

    __slots__ = ()

    def _less(self, _other: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _less  # type: ignore[assignment]  # Jinja's own raise, and are typed so


class Environment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with its lists of what is forbidden turned into lists of what is allowed."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    @cached_property
    def lexer(self) -> Lexer:
        """What cuts templates into tokens."""
        return Lexer(self)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return syntax.counted(super()._parse(source, name, filename), self)

    def _generate(self, source: nodes.Template, name: Any, filename: Any, defer_init: bool = False) -> str:  # noqa: ANN401, ARG002 - Jinja's signature
        # A template's name is its source here, and Jinja writes names into the code that it makes, not safely quoted.
        return super()._generate(source, None, None, defer_init)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - a template's values are of any type
        """`obj.attribute`."""
        if isinstance(obj, Namespace):
            return self._named(obj, attribute)
        if isinstance(obj, Undefined):
            return self.undefined(name=f"{obj._undefined_name}.{attribute}")  # noqa: SLF001 - Jinja's own way to know it
        if isinstance(obj, str) and attribute in filters.METHODS:
            return partial(filters.METHODS[attribute], obj)
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        raise SecurityError(f"'{attribute}' of {_kind(obj)} is not allowed in templates")

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - as above
        """`obj[argument]`."""
        if isinstance(argument, int) and isinstance(obj, str | tuple | list):
            return obj[argument] if -len(obj) <= argument < len(obj) else self.undefined(name=str(argument))
        return self.getattr(obj, argument)

    def _named(self, space: Namespace, name: str) -> Any:  # noqa: ANN401 - as above
        if name == "form" and space.form:
            return space.form
        return space.values[name] if name in space.values else self.undefined(name=f"{space.label}.{name}")

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - Jinja names these with underscores; nobody passes them by name
        """Call what a template calls: a form of words, `range`, `partial`, a method that `getattr` gave out."""
        run().spend()
        if isinstance(obj, partial | ByGender) or any(obj is known for known in self.globals.values()):
            return context.call(obj, *args, **kwargs)
        raise SecurityError("only range, partial, form and text methods can be called")

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401, ARG002 - as above; Jinja's signature
        """`left operator right`."""
        run().spend(left, right)
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return run().make(left + right)
        return number(self.binop_table[operator](number(left), number(right)))


def _kind(obj: object) -> str:
    return "text" if isinstance(obj, str) else "this value"


@pass_context  # so that Jinja prints at run time, also what it could fold when compiling
def _printed(_context: Context, value: object) -> str:
    """What is put in place of `{{ value }}`: between marks, unless it is text of the library."""
    return value if isinstance(value, Approved) else f"{OPEN}{filters.text(value)}{SHUT}"


def _partial(name: object) -> Approved:
    """The text of `partials/<name>.yaml` in the reply's language, itself a template over the same values."""
    current = run()
    if current.passage is None:
        raise TooMuch("a partial can only be used in a text, not in a field")
    with current.deeper():
        return Approved(current.passage(str(name)))


@once
def environment() -> Environment:
    """The environment."""
    # Without a cache of compiled templates: it saves 5 ms of a start, and is code that would be run from a folder.
    made = Environment(
        loader=FunctionLoader(lambda source: source),  # a template's name is its source: Jinja caches only loaded ones
        undefined=Missing,
        finalize=_printed,
        autoescape=False,  # plain text; output/html.py escapes
        optimized=False,  # constants folded when compiling would be reckoned outside the bounds
        keep_trailing_newline=True,
    )
    made.filters = {**filters.FILTERS, **filters.INNER}
    made.tests = dict(filters.TESTS)
    made.globals = {"range": filters.numbers, "partial": _partial}
    return made
