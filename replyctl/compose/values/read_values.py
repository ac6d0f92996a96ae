"""The given values, read: the first source with a value wins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from replyctl import template
from replyctl.clean import printable
from replyctl.compose.plan.unfilled import refuse
from replyctl.compose.values.printing import printer
from replyctl.compose.values.scope import in_use, scope
from replyctl.compose.values.template_place import located
from replyctl.errors import PatternTooSlow, SnippetError, Unfilled, ValueRefused
from replyctl.language import load
from replyctl.language.facts import Weekday
from replyctl.library import known_values
from replyctl.library.field_types.types import TYPES
from replyctl.library.field_types.value import Reading, Value, read
from replyctl.library.snippet import is_template
from replyctl.template.budget import EXPRESSION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.compose.plan.decided import Plan
    from replyctl.errors import Place
    from replyctl.library.field_types.value import Origin

_WEEK = get_args(Weekday)


def reading(plan: Plan) -> Reading:
    """What the meaning of a typed value depends on."""
    settings = plan.settings
    return Reading(
        today=plan.now.date(),
        weekend=frozenset(map(_WEEK.index, settings.calendar.weekend or load(plan.language).weekend)),
        language=plan.language,
        order_patterns=settings.order_patterns,
    )


def read_raw(plan: Plan, name: str, raw: object) -> object:
    """The value of `raw` for `name`. Raises Unfilled for a placeholder, ValueRefused for an invalid value."""
    declared = plan.declared.field(name)
    lenient = plan.lenient and name in plan.declared.fields and TYPES[declared.type].free
    if not lenient:
        refuse(name, raw, declared)
    if name in known_values.GENDERED:
        return known_values.gender(str(raw)) or "n"
    try:
        return read(raw, declared, reading(plan))
    except PatternTooSlow as error:
        raise PatternTooSlow(error.pattern, place=_place(plan, name, error.pattern)) from None


def _place(plan: Plan, name: str, pattern: str) -> Place | None:
    """The place of the pattern, None if it is not in a file."""
    from replyctl import config, yamlfile

    for snippet in plan.snippets:
        if plan.library and name in snippet.fields and snippet.fields[name].pattern == pattern:
            return yamlfile.read(plan.library.path(snippet.name), SnippetError).place(("fields", name, "pattern"))
    return config.place("order_patterns", plan.settings.order_patterns.index(pattern))


def read_one(plan: Plan, seen: Mapping[str, Any], name: str, text: str) -> object:
    """The value of `text` for `name`, given the other values `seen`. ValueRefused, with the message to show."""
    value = read_raw(plan, name, text)
    if name not in known_values.GENDERED:
        validate(plan, seen, name, value)
    return value


def validate(plan: Plan, seen: Mapping[str, Any], name: str, value: object) -> None:
    """Raise ValueRefused with the message of the field's own `validate`, if it prints one."""
    declared = plan.declared.field(name)
    if declared.validate:
        seen = {**seen, name: value}
        how = printer(plan.language)
        with located(plan, name, "validate", declared.validate) as where:
            message, _ = template.render(declared.validate, seen, how, where=where, steps=EXPRESSION)
        if message.text.strip():
            raise ValueRefused(message.text.strip())


class ReadValues(NamedTuple):
    """The values in use, read."""

    values: Mapping[str, Value]
    """By dotted name, not yet validated."""
    unused: frozenset[str]
    """The fields whose `when` is false: neither asked nor used."""
    scope: Mapping[str, Any]
    """What templates see."""
    unfilled: Mapping[str, str]
    """Messages about unfilled placeholders, by name of the value."""


def read_all(plan: Plan) -> ReadValues:
    """Read all given values. ValueRefused, naming the value."""
    found, unfilled = _everything(plan)
    seen, unused = scope(plan, found), set()
    for name in plan.declared.conditions:
        if not in_use(plan, name, seen):
            seen.pop(name, None)
            unused.add(name)
    return ReadValues(
        {name: value for name, value in found.items() if name not in unused},
        frozenset(unused),
        seen,
        {name: why for name, why in unfilled.items() if name not in unused},
    )


def _everything(plan: Plan) -> tuple[Mapping[str, Value], Mapping[str, str]]:
    """All values, even if their `when` is false, and the messages about unfilled placeholders."""
    found: dict[str, Value] = {}
    unfilled: dict[str, str] = {}
    names = plan.declared.names()
    for name in sorted(names, key=plan.declared.fields.__contains__):  # fields last: their defaults may use the others
        if given := _counting(plan, name, found):
            raw, origin = given
            try:
                value = read_raw(plan, name, raw)
            except PatternTooSlow:
                raise
            except Unfilled as error:
                unfilled[name] = error.message
            except ValueRefused as error:
                if origin != "mail":  # what the mail tells may be of no use, and is then asked for
                    raise _named(name, raw, error) from None
            else:
                if value not in {"", ()}:
                    found[name] = Value(value, origin)
    in_order = {name: found[name] for name in names if name in found}
    return in_order, {name: unfilled[name] for name in names if name in unfilled}


def _counting(plan: Plan, name: str, found: Mapping[str, Value]) -> tuple[Any, Origin] | None:
    """The value for `name` and its origin; a template default is rendered from the values `found` so far."""
    given = plan.sources.find(name)
    if given is None or given[1] != "default" or not is_template(given[0]):
        return given
    made = _made(plan, name, given[0], found)
    return (made, "default") if made else None


def default(plan: Plan, given: ReadValues, name: str) -> Any:  # noqa: ANN401 - as declared
    """The default for `name`; None if there is none, or if values that it uses are missing."""
    declared = plan.sources.default.get(name)
    if not is_template(declared):
        return declared
    before = list(plan.declared.fields)
    before = before[: before.index(name)]
    found = {key: value for key, value in given.values.items() if key in before or "." in key}
    return _made(plan, name, str(declared), found) or None


def _made(plan: Plan, name: str, source: str, found: Mapping[str, Value]) -> str:
    seen, how = scope(plan, found), printer(plan.language)
    with located(plan, name, "default", source) as where:
        text, missing = template.render(source, seen, how, where=where, steps=EXPRESSION)
    return "" if missing else text.text.strip()


def accepted(plan: Plan, given: ReadValues) -> ReadValues:
    """`given`, if each field's own `validate` accepts its value. ValueRefused, naming the value."""
    for name in plan.declared.fields:
        if name in given.values:
            value = given.values[name].value
            try:
                validate(plan, given.scope, name, value)
            except ValueRefused as error:
                raise _named(name, value, error) from None
    return given


def _named(name: str, raw: object, error: ValueRefused) -> ValueRefused:
    return ValueRefused(f"{name}: '{printable(str(raw))[:80]}': {error.message}", hint=error.hint)
