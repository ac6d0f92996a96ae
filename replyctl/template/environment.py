"""The one Jinja environment: what templates can reach while they run."""

from __future__ import annotations

from functools import cache as once
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, FunctionLoader, Undefined, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from replyctl import cache
from replyctl.template import filters, syntax
from replyctl.template.bounds import bounded, number, run
from replyctl.template.marked import OPEN, SHUT
from replyctl.template.namespace import Approved, Form, Namespace

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import nodes
    from jinja2.bccache import Bucket
    from jinja2.runtime import Context

_ATTRIBUTES: dict[type, tuple[str, ...]] = {
    str: ("capitalize", "endswith", "isdigit", "lower", "split", "splitlines", "startswith", "strip", "title", "upper"),
    LoopContext: ("first", "index", "index0", "last", "length", "nextitem", "previtem", "revindex"),
}
"""All that can be reached by a dot, beside the names of a Namespace."""
_TESTS = ("defined", "undefined", "none", "string", "number", "boolean", "odd", "even", "in")


class Missing(Undefined):
    """A name without a value: false in every condition, noted as missing where it is printed or reckoned with."""

    __slots__ = ()

    def _less(self, _other: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _less  # type: ignore[assignment]  # Jinja's own raise, and are typed so


class _Compiled(BytecodeCache):
    """Compiled templates in replyctl's own cache, where a full or read-only disk stops nothing."""

    def load_bytecode(self, bucket: Bucket) -> None:
        if kept := cache.recall("templates", bucket.key.encode()):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        cache.keep("templates", bucket.key.encode(), bucket.bytecode_to_string())


class Environment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with its lists of what is forbidden turned into lists of what is allowed."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return syntax.checked(super()._parse(source, name, filename), self)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - a template's values are of any type
        """`obj.attribute`."""
        if isinstance(obj, Namespace):
            return self._named(obj, attribute)
        if isinstance(obj, Undefined):
            return self.undefined(name=f"{obj._undefined_name}.{attribute}")  # noqa: SLF001 - Jinja's own way to know it
        if any(isinstance(obj, kind) and attribute in names for kind, names in _ATTRIBUTES.items()):
            return getattr(obj, attribute)
        raise SecurityError(f"'{attribute}' of {_kind(obj)} is not for templates")

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
        method = isinstance(getattr(obj, "__self__", None), str)
        if method or isinstance(obj, Form) or any(obj is known for known in self.globals.values()):
            return context.call(obj, *args, **kwargs)
        raise SecurityError("only range, partial, form and the methods of a text can be called")

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401, ARG002 - as above; Jinja's signature
        """`left operator right`."""
        run().spend()
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return bounded(left + right)
        return number(self.binop_table[operator](number(left), number(right)))


def _kind(obj: object) -> str:
    return "a text" if isinstance(obj, str) else "this value"


@pass_context  # so that Jinja prints at run time, also what it could fold when compiling
def _printed(_context: Context, value: object) -> str:
    """What is put in place of `{{ value }}`: between marks, unless it is text of the library."""
    return value if isinstance(value, Approved) else f"{OPEN}{filters.text(value)}{SHUT}"


@once
def environment(partial: Callable[[str], Approved]) -> Environment:
    """The environment; `partial` gives what `{{ partial(name) }}` prints."""
    made = Environment(
        loader=FunctionLoader(lambda source: source),  # a template's name is its source: Jinja caches only loaded ones
        bytecode_cache=_Compiled(),
        undefined=Missing,
        finalize=_printed,
        autoescape=False,  # plain text; output/html.py escapes
        optimized=False,  # constants folded when compiling would be reckoned outside the bounds
        keep_trailing_newline=True,
    )
    made.filters = dict(filters.FILTERS)
    made.tests = {name: made.tests[name] for name in _TESTS}
    made.globals = {"range": filters.numbers, "partial": partial}
    return made
