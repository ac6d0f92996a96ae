"""The prompts of a reply, in order, with their defaults, choices and checks."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from replyctl.compose.values.printing import printer, tongue
from replyctl.compose.values.read_values import default, read_one
from replyctl.errors import ValueRefused
from replyctl.language import DEFAULT, load
from replyctl.library.field_types.types import TYPES, Type
from replyctl.library.known_values import ASKED
from replyctl.library.localized import localized

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from replyctl.compose.plan.decided import Plan
    from replyctl.compose.plan.declared import Declared
    from replyctl.compose.values.read_values import ReadValues
    from replyctl.library.snippet import FieldType
    from replyctl.mail.case import CustomerCase


_PRINTED_AS_TYPED = ("str", "tuple", "bool", "int")
_MAY_BE_EMPTY = ("customer.name", "customer.email")
"""Asked, but never required."""


def _anything(_text: str) -> None:
    """Accept every text."""


def _as_typed(_text: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question about one value."""

    name: str
    """The value's dotted name: `order`, `customer.name`, `parts.replacement`, `text` (for `--blank`)."""
    ask: str
    """The question, one line."""
    type: FieldType = "text"
    """The type of the value; `bool` for parts."""
    example: str = ""
    """Shown grey, never used as a value."""
    default: str = ""
    """The value of an empty answer, or ""."""
    choices: tuple[str, ...] = ()
    """The choices, as shown and as answered."""
    other: bool = False
    """Whether free text is accepted too."""
    optional: bool = False
    """Whether it may stay empty."""
    answered: str | None = None
    """The value as an agent would type it, "" if it was left empty on purpose, None if no source gives one."""
    refused: str = ""
    """Why the given value was refused."""
    validator: Callable[[str], object] = field(default=_anything, repr=False, compare=False)
    """Raises ValueRefused for an invalid text."""
    printed: Callable[[str], str] = field(default=_as_typed, repr=False, compare=False)
    """A valid text as the reply prints it, "" for what is printed as it is typed."""

    @property
    def kind(self) -> Type:
        """The entry of the type table."""
        return TYPES[self.type]

    def check(self, text: str) -> str | None:
        """Why `text` is refused, None if it is valid. An empty text means the default."""
        if not text.strip() and (self.optional or self.default):
            return None
        try:
            self.validator(text)
        except ValueRefused as refused:
            return refused.message
        return None


def prompts(plan: Plan, given: ReadValues, missing: Iterable[str]) -> tuple[Prompt, ...]:
    """The customer's name (and address, for a header), the fields in use, the parts (before the first field that depends on one), the agent.

    Last come names that templates print and that have no value (`missing`), even if asked before.
    """
    declared = plan.declared
    fields = [name for name in declared.fields if name not in given.unused]
    depends = [index for index, name in enumerate(fields) if "parts." in " ".join(declared.conditions.get(name, ()))]
    split = depends[0] if depends else len(fields)
    parts = [f"parts.{name}" for name in declared.parts]
    customer = ["customer.name", "customer.email"] if plan.headed else ["customer.name"]
    order = [*customer, *fields[:split], *parts, *fields[split:], "agent.name"]
    needed = [*missing, *(plan.sources.asked.keys() & {*ASKED})]
    return tuple(_prompt(plan, given, name) for name in dict.fromkeys([*order, *needed]))


def _prompt(plan: Plan, given: ReadValues, name: str) -> Prompt:
    field, language = plan.declared.field(name), plan.language
    found = plan.sources.find(name)
    offered = default(plan, given, name)
    refused = given.unfilled.get(name, "")
    orders = plan.orders if field.type == "order" else ()
    skipped = "" if name in plan.sources.skipped and (field.optional or name == "customer.name") else None
    return Prompt(
        name=name,
        ask=_ask(plan.declared, name, plan.settings.language or language),
        type=field.type,
        example=localized(field.example, language) or _example(name, language),
        default="" if offered is None else _typed(offered, language),
        choices=orders or tuple(localized(choice, language) for choice in field.choices),
        other=field.other or bool(orders),
        optional=field.optional or name in _MAY_BE_EMPTY,
        answered=_typed(found[0], language) if found and found[1] != "default" and not refused else skipped,
        refused=refused,
        validator=partial(read_one, plan, given.scope, name),
        printed=_as_typed if TYPES[field.type].gives in _PRINTED_AS_TYPED else partial(_printed, plan, given, name),
    )


def _printed(plan: Plan, given: ReadValues, name: str, text: str) -> str:
    try:
        return printer(plan.language).text(read_one(plan, given.scope, name, text))
    except ValueRefused:
        return ""


def _ask(declared: Declared, name: str, reader: str) -> str:
    if name.startswith("parts."):
        part = name.removeprefix("parts.")
        return localized(declared.parts[part].ask, reader) or part
    return localized(declared.field(name).ask, reader) or _question(name, reader) or name.replace("_", " ")


def _question(name: str, reader: str) -> str:
    """The words of a question that no snippet asks, or ""."""
    return load(reader).questions.get(name) or load(DEFAULT).questions.get(name, "")


def _example(name: str, language: str) -> str:
    return tongue(language)[1].example if name == "customer.name" else ""


def _typed(raw: object, language: str) -> str:
    """A value as an agent would type it."""
    if isinstance(raw, bool):
        formats = tongue(language)[1].formats
        return (formats.yes if raw else formats.no)[0]
    return "\n".join(map(str, raw)) if isinstance(raw, list | tuple) else str(raw)


def hint(missing: tuple[str, ...], mail: CustomerCase | None = None) -> str:
    """How to give the missing values; the `mail` may hold an order number that nothing tells as one."""
    if missing == ("agent.name",):
        return "replyctl config set agent.name …"
    first = next(name for name in missing if name != "agent.name")
    own = "; save yours with `replyctl config set agent.name …`" if "agent.name" in missing else ""
    seen = mail.unnamed[0] if mail and mail.unnamed and "order" in missing else ""
    form = f"; the mail has {seen}: if your order numbers look like it, `order_patterns` in your settings tells so"
    return f"set each value, as in --set {first}=…{own}{form if seen else ''}"
