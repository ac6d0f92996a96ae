"""The Jinja environment: everything that running templates can reach."""

from __future__ import annotations

from functools import cache as once
from functools import cached_property, partial
from types import CodeType
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache, FunctionLoader, Undefined, __version__, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from replyctl import cache
from replyctl.template import filters, syntax
from replyctl.template.budget import TooMuch, number, run
from replyctl.template.lexing import Lexer
from replyctl.template.marks import FIRST, LAST, OPEN, SHUT
from replyctl.template.namespace import Approved, ByGender, Inserted, Namespace

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.bccache import Bucket
    from jinja2.runtime import Context

_ROOM = "templates"
_FILE = "<template>"
"""The file that Jinja names in what it compiles."""
_KEPT = 30
"""Most templates that one process keeps: a reply has ten; a check of a whole library has thousands and keeps no more."""
LOOP = ("first", "index", "index0", "last", "length", "nextitem", "previtem", "revindex")
"""The attributes of `loop`. Besides, only a Namespace and text have attributes."""


class Missing(Undefined):
    """A name without a value: false in conditions; noted as missing when printed or used in a calculation."""

    __slots__ = ()

    def _less(self, _other: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _less  # type: ignore[assignment]  # Jinja's are typed as raising


class _Compiled(BytecodeCache):
    """Compiled templates in the cache, which is read only where nobody but the user can write: a tenth of a start."""

    def __init__(self) -> None:
        self._left = _KEPT

    def load_bytecode(self, bucket: Bucket) -> None:
        code = cache.recall(_ROOM, self._key(bucket))
        if isinstance(code, CodeType) and code.co_filename == _FILE:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if self._left:
            self._left -= 1
            cache.keep(_ROOM, self._key(bucket), bucket.code)

    @staticmethod
    def _key(bucket: Bucket) -> bytes:
        return f"{__version__} {bucket.key}".encode()


class Environment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with lists of what is allowed instead of what is forbidden."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    @cached_property
    def lexer(self) -> Lexer:
        """The lexer."""
        return Lexer(self)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return syntax.counted(super()._parse(source, name, filename), self)

    def _generate(self, source: nodes.Template, name: Any, filename: Any, defer_init: bool = False) -> str:  # noqa: ANN401, ARG002 - Jinja's signature
        # A template's name is its source here. Jinja would write it into the generated code without safe quoting.
        return super()._generate(source, None, None, defer_init)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - a template's values are of any type
        """`obj.attribute`."""
        if isinstance(obj, Namespace):
            return self._named(obj, attribute)
        if isinstance(obj, Undefined):
            return self.undefined(name=f"{obj._undefined_name}.{attribute}")  # noqa: SLF001 - no other way
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
        """Call `form`, `range`, `partial`, or a text method from `getattr`."""
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


@pass_context  # keeps Jinja from evaluating constants when compiling
def _printed(_context: Context, value: object) -> str:
    """The output of `{{ value }}`, between marks unless it is library text."""
    if isinstance(value, Inserted):
        return f"{FIRST}{value}{LAST}"
    return value if isinstance(value, Approved) else f"{OPEN}{filters.text(value)}{SHUT}"


def _partial(name: object) -> Inserted:
    """The rendered partial `name` in the reply's language."""
    current = run()
    if current.passage is None:
        raise TooMuch("a partial can only be used in a text, not in a field")
    with current.deeper():
        return Inserted(current.passage(str(name)))


@once
def environment() -> Environment:
    """The environment."""
    made = Environment(
        loader=FunctionLoader(lambda source: source),  # names are sources: Jinja caches only loaded ones
        bytecode_cache=_Compiled(),
        undefined=Missing,
        finalize=_printed,
        autoescape=False,  # plain text; output/html.py escapes
        optimized=False,  # constants folded at compile time would escape the limits
        keep_trailing_newline=True,
    )
    made.filters = {**filters.FILTERS, **filters.INNER}
    made.tests = dict(filters.TESTS)
    made.globals = {"range": filters.numbers, "partial": _partial}
    return made
