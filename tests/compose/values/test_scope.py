from __future__ import annotations

from making import snippet, start

from replyctl.compose.values.read_values import read_all
from replyctl.compose.values.scope import in_use, scope
from replyctl.library.snippet import Field, Part


def test_templates_see_fields_by_name_and_the_rest_by_namespace() -> None:
    fields = {"why": Field(), "note": Field(optional=True), "gone": Field()}
    made = start(snippet(fields=fields, parts={"gift": Part(default=True)}), sets={"why": "rain"})
    seen = scope(made.plan, made.values)

    assert (seen["why"], seen["note"], seen["tone"], seen["kind"]) == ("rain", "", "casual", "answer")
    assert "gone" not in seen
    assert seen["parts"].values == {"gift": True}
    assert seen["company"].values == {"name": "HomeWorks"}


def test_a_field_is_in_use_if_one_of_its_conditions_holds() -> None:
    one = snippet(name="one", fields={"a": Field(when="parts.gift")}, parts={"gift": Part()})
    two = snippet(name="two", fields={"a": Field(when="tone == 'formal'")})

    assert not in_use(start(one).plan, "a", read_all(start(one).plan).scope)
    assert in_use(start(one, two, tone="formal").plan, "a", read_all(start(one, two, tone="formal").plan).scope)
    assert "a" in read_all(start(one).plan).unused
