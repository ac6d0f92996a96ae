"""The values as templates see them, and which fields are in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl import template
from replyctl.compose.values import who
from replyctl.compose.values.printing import LanguagePrinter, printer, tongue
from replyctl.compose.values.template_place import located
from replyctl.template.namespace import Namespace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.compose.plan.decided import Plan
    from replyctl.library.field_types.value import Value


def scope(plan: Plan, found: Mapping[str, Value]) -> dict[str, Any]:
    """Fields by name (an optional one without a value is empty), and the namespaces."""
    declared = plan.declared
    language, frame = tongue(plan.language)
    empty = {name: "" for name, field in declared.fields.items() if field.optional}
    spaces = {
        "customer": who.customer(found, frame, plan.language),
        "agent": who.agent(found, language, frame),
        **{label: Namespace(label, _within(found, label)) for label in ("company", "case", "parts")},
    }
    fields = {name: found[name].value for name in declared.fields if name in found}
    return {"tone": plan.tone, "kind": plan.kind, **empty, **fields, **spaces}


def _within(found: Mapping[str, Value], label: str) -> dict[str, object]:
    prefix = f"{label}."
    return {name.removeprefix(prefix): value.value for name, value in found.items() if name.startswith(prefix)}


def in_use(plan: Plan, name: str, seen: Mapping[str, Any]) -> bool:
    """Whether the field is asked and used: it has no condition, or one is true."""
    conditions = plan.declared.conditions.get(name, ())
    how = printer(plan.language)
    return not conditions or any(_holds(plan, name, one, seen, how) for one in conditions)


def _holds(plan: Plan, name: str, condition: str, seen: Mapping[str, Any], how: LanguagePrinter) -> bool:
    with located(plan, name, "when", condition) as where:
        return template.holds(condition, seen, how, where=where)
