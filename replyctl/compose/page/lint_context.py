"""The lint context of a composed reply, with the keys of `lint/context.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl.compose.values import who

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.compose.plan.decided import Plan
    from replyctl.compose.values.read_values import ReadValues
    from replyctl.library.field_types.value import Value
    from replyctl.library.snippet import Field

_CASE = ("order", "incoming", "first_contact", "closed", "opted_in", "received")


def context_of(plan: Plan, given: ReadValues) -> Mapping[str, Any]:
    """The context; unknown values are left out."""
    found = given.values
    name = who.name_of(found, plan.language)
    agent = {
        key: found[f"agent.{key}"].value for key in ("name", "role", "contact", "gender") if f"agent.{key}" in found
    }
    company = found["company.name"].value if "company.name" in found else None
    gender = given.scope["customer"].form.gender
    told = {key: found[f"customer.{key}"].value for key in ("email", "preferred") if f"customer.{key}" in found}
    known = {
        "language": plan.language,
        "customer": _known(name=name.full, title=name.title, gender=gender, **told),
        "agent": _known(**agent, company=company),
        "company": _known(name=company),
        "intent": plan.kind if plan.snippets else "",
        "attachments": [_known(**{key: getattr(one, key) for key in ("name", "size")}) for one in plan.attachments],
        "now": plan.now.isoformat(),
        **{key: found[f"case.{key}"].value for key in _CASE if f"case.{key}" in found},
    }
    if plan.start.mail and plan.start.mail.no_questions:
        known["no_questions"] = list(plan.start.mail.no_questions)
    order = _order(plan.declared.fields, found)
    known |= {"order": order} if order else {}
    return {key: value for key, value in known.items() if value not in ({}, "")}


def _known(**values: object) -> dict[str, object]:
    return {key: value for key, value in values.items() if value not in (None, "", "n")}


def _order(fields: Mapping[str, Field], found: Mapping[str, Value]) -> object:
    """The first field of type order that has a value."""
    return next((found[name].value for name, field in fields.items() if field.type == "order" and name in found), None)
