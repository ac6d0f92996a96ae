"""The values of a composition, read; and the scope of its templates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from replyctl import template
from replyctl.clean import printable
from replyctl.compose import salutation
from replyctl.compose.located import located
from replyctl.compose.printing import Printer
from replyctl.compose.unfilled import refuse
from replyctl.errors import LanguageError, PatternTooSlow, SnippetError, Unfilled, ValueRefused
from replyctl.language import Language, load
from replyctl.language.facts import Weekday
from replyctl.library import known, values
from replyctl.library.snippet import is_template
from replyctl.library.values import Reading, Value
from replyctl.template.bounds import EXPRESSION
from replyctl.template.namespace import Namespace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.compose.composition import Composition
    from replyctl.errors import Place
    from replyctl.language.salutation import Salutation
    from replyctl.library.values import Origin

_WEEK = get_args(Weekday)


def tongue(tag: str) -> tuple[Language, Salutation]:
    """The language of a reply and how it greets. LanguageError for `und`, in which nobody can be greeted."""
    language = load(tag)
    if language.salutation is None:
        raise LanguageError(f"no reply can be written in '{tag}'")
    return language, language.salutation


def printer(tag: str) -> Printer:
    """How a reply in `tag` prints values: as its region does, where the tag names one."""
    language, frame = tongue(tag)
    region = re.fullmatch(r"[A-Za-z]{2,3}[-_]([A-Za-z]{2})", tag)
    locale = f"{language.babel}_{region[1].upper()}" if region else language.babel
    return Printer(frame.formats, locale, regional=bool(region))


def reading(composition: Composition) -> Reading:
    """What the meaning of a typed text depends on."""
    settings = composition.settings
    return Reading(
        today=composition.now.date(),
        weekend=frozenset(map(_WEEK.index, settings.calendar.weekend or load(composition.language).weekend)),
        language=composition.language,
        order_patterns=settings.order_patterns,
    )


def read_raw(composition: Composition, name: str, raw: object) -> object:
    """What `raw` means as the value `name`, whoever gave it. Unfilled if it is a placeholder, else ValueRefused."""
    declared = composition.form.declared(name)
    lenient = composition.lenient and name in composition.form.fields and declared.type in {"text", "multiline"}
    if not lenient:
        refuse(name, raw, declared)
    if name in known.GENDERED:
        return known.gender(str(raw)) or "n"
    try:
        return values.read(raw, declared, reading(composition))
    except PatternTooSlow as error:
        raise PatternTooSlow(error.pattern, place=_place(composition, name, error.pattern)) from None


def read_one(composition: Composition, name: str, text: str) -> object:
    """What `text` would mean as the value `name`. ValueRefused, with the message to show."""
    value = read_raw(composition, name, text)
    if name not in known.GENDERED:
        validate(composition, name, value)
    return value


def _place(composition: Composition, name: str, pattern: str) -> Place | None:
    """Where the pattern stands, None where that is no file."""
    from replyctl import config, yamlfile  # noqa: PLC0415 - an error path

    library = composition.library
    for snippet in composition.snippets:
        if library and name in snippet.fields and snippet.fields[name].pattern == pattern:
            return yamlfile.read(library.path(snippet.name), SnippetError).place(("fields", name, "pattern"))
    return config.place("order_patterns", composition.settings.order_patterns.index(pattern))


def validate(composition: Composition, name: str, value: object) -> None:
    """Raise ValueRefused with what the field's own `validate` has to say of the value, if it says anything."""
    declared = composition.form.declared(name)
    if declared.validate:
        scope = {**composition.scope, name: value}
        how = printer(composition.language)
        with located(composition, name, "validate", declared.validate) as where:
            message, _ = template.render(declared.validate, scope, how, where=where, steps=EXPRESSION)
        if message.text.strip():
            raise ValueRefused(message.text.strip())


class Found(NamedTuple):
    """What the sources turn out to give."""

    values: Mapping[str, Value]
    """All values there are, whether or not their `when` holds, not yet validated."""
    unfilled: Mapping[str, str]
    """Why others are missing although something was given for them."""


def read_all(composition: Composition) -> Found:
    """Everything that was given, read. ValueRefused, naming the value."""
    found: dict[str, Value] = {}
    unfilled: dict[str, str] = {}
    names = composition.form.names()
    for name in sorted(names, key=composition.form.fields.__contains__):  # of which a default may be made, first
        if given := _given(composition, name, found):
            raw, origin = given
            try:
                value = read_raw(composition, name, raw)
            except PatternTooSlow:
                raise
            except Unfilled as error:
                unfilled[name] = error.message
            except ValueRefused as error:
                raise _named(name, raw, error) from None
            else:
                if value not in {"", ()}:
                    found[name] = Value(value, origin)
    return Found(
        {name: found[name] for name in names if name in found},
        {name: unfilled[name] for name in names if name in unfilled},
    )


def _given(composition: Composition, name: str, found: Mapping[str, Value]) -> tuple[Any, Origin] | None:
    """What counts for `name`; a default that is a template made of what was `found` before, if that is all there."""
    given = composition.sources.find(name)
    if given is None or given[1] != "default" or not is_template(given[0]):
        return given
    made = _made(composition, name, given[0], found)
    return (made, "default") if made else None


def default(composition: Composition, name: str) -> Any:  # noqa: ANN401 - as declared
    """What counts for `name` where nobody gives it; None if there is nothing, or not yet all that it is made of."""
    declared = composition.sources.default.get(name)
    if not is_template(declared):
        return declared
    before = list(composition.form.fields)
    before = before[: before.index(name)]
    found = {key: value for key, value in composition.values.items() if key in before or "." in key}
    return _made(composition, name, str(declared), found) or None


def _made(composition: Composition, name: str, source: str, found: Mapping[str, Value]) -> str:
    seen, how = scope(composition, found), printer(composition.language)
    with located(composition, name, "default", source) as where:
        text, missing = template.render(source, seen, how, where=where, steps=EXPRESSION)
    return "" if missing else text.text.strip()


def validated(composition: Composition, found: Mapping[str, Value]) -> None:
    """Raise ValueRefused for a field's value that its own `validate` refuses, naming it."""
    for name in composition.form.fields:
        if name in found:
            try:
                validate(composition, name, found[name].value)
            except ValueRefused as error:
                raise _named(name, found[name].value, error) from None


def _named(name: str, raw: object, error: ValueRefused) -> ValueRefused:
    return ValueRefused(f"{name}: '{printable(str(raw))[:80]}': {error.message}", hint=error.hint)


def scope(composition: Composition, found: Mapping[str, Value]) -> dict[str, Any]:
    """What templates see: fields by name (an optional one without a value is empty), and the namespaces."""
    form = composition.form
    _, frame = tongue(composition.language)
    empty = {name: "" for name, field in form.fields.items() if field.optional}
    spaces = {
        "customer": salutation.customer(found, frame, composition.language),
        "agent": salutation.agent(found),
        **{label: Namespace(label, _within(found, label)) for label in ("company", "case", "parts")},
    }
    fields = {name: found[name].value for name in form.fields if name in found}
    return {"tone": composition.tone, "kind": composition.kind, **empty, **fields, **spaces}


def _within(found: Mapping[str, Value], label: str) -> dict[str, object]:
    prefix = f"{label}."
    return {name.removeprefix(prefix): value.value for name, value in found.items() if name.startswith(prefix)}


def in_use(composition: Composition, name: str, seen: Mapping[str, Any]) -> bool:
    """Whether the field is asked and used: one of its conditions holds, or it has none."""
    conditions = composition.form.conditions.get(name, ())
    how = printer(composition.language)
    return not conditions or any(_holds(composition, name, one, seen, how) for one in conditions)


def _holds(composition: Composition, name: str, condition: str, seen: Mapping[str, Any], how: Printer) -> bool:
    with located(composition, name, "when", condition) as where:
        return template.holds(condition, seen, how, where=where)
