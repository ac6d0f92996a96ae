"""The values of a composition, read; and the scope of its templates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from replyctl.compose import known, salutation, template, values
from replyctl.compose.namespace import Namespace
from replyctl.compose.printing import Printer
from replyctl.compose.values import Reading, Value
from replyctl.errors import LanguageError, PatternTooSlow, SnippetError, ValueRefused
from replyctl.language import Language, load
from replyctl.text.clean import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.compose.composition import Composition
    from replyctl.config import Settings
    from replyctl.errors import Place
    from replyctl.language.salutation import Salutation

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ISRAEL = ("Asia/Jerusalem", "Asia/Tel_Aviv", "Israel")


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
        weekend=_weekend(settings),
        language=composition.language,
        order_patterns=settings.order_patterns,
    )


def _weekend(settings: Settings) -> frozenset[int]:
    days = settings.calendar.weekend
    if days == ("saturday", "sunday") and settings.calendar.timezone in _ISRAEL:
        days = ("friday", "saturday")
    return frozenset(_WEEK.index(day) for day in days)


def read_one(composition: Composition, name: str, text: str) -> object:
    """What `text` would mean as the value `name`. ValueRefused, with the message to show."""
    value = _read(composition, name, text, reading(composition))
    if name not in known.GENDERED:
        validate(composition, name, value)
    return value


def _read(composition: Composition, name: str, raw: object, how: Reading) -> object:
    """What `raw` means as the value `name`. ValueRefused; PatternTooSlow with the pattern's place."""
    if name in known.GENDERED:
        return known.gender(str(raw)) or "n"
    try:
        return values.read(raw, composition.form.declared(name), how)
    except PatternTooSlow as error:
        raise PatternTooSlow(error.pattern, place=_place(composition, name, error.pattern)) from None


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
        message, _ = template.render(
            declared.validate, scope, printer(composition.language), where=f"validate of {name}"
        )
        if message.text.strip():
            raise ValueRefused(message.text.strip())


def read_plain(composition: Composition) -> dict[str, Value]:
    """All values there are, whether or not their `when` holds, not yet validated. ValueRefused, naming the value."""
    how = reading(composition)
    found: dict[str, Value] = {}
    for name in composition.form.names():
        if given := composition.sources.find(name):
            raw, origin = given
            try:
                value = _read(composition, name, raw, how)
            except PatternTooSlow:
                raise
            except ValueRefused as error:
                raise _named(name, raw, error) from None
            if value not in {"", ()}:
                found[name] = Value(value, origin)
    return found


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
    return not conditions or any(template.holds(one, seen, how, where=f"when of {name}") for one in conditions)
