from __future__ import annotations

from typing import Any

from replyctl.desk.example_case import MOST, cases, filled
from replyctl.library.snippet import Field, Part, Snippet, Text


def snippet(parts: int, **keys: Any) -> Snippet:  # noqa: ANN401 - what a snippet takes
    return Snippet(
        name="a",
        title="A",
        kind="answer",
        text={"en": Text(subject="a", body="b")},
        parts={f"p{number}": Part() for number in range(parts)},
        **keys,
    )


def test_each_example_is_rendered_as_written_and_with_each_other_combination() -> None:
    found, cut = cases(snippet(2, examples={"en": [{"parts": {"p0": True}}, {}]}))

    assert cut == 0
    assert [case.written for case in found] == [True] * 2 + [False] * 6
    assert sorted(tuple(case.data["parts"].values()) for case in found[2:] if case.number == 0) == [
        (False, False),
        (False, True),
        (True, True),
    ]
    assert found[2].label == " (with p0 in, p1 in)"


def test_there_is_a_bound_and_what_it_cuts_is_counted() -> None:
    found, cut = cases(snippet(8, examples={"en": [{}]}))

    assert (len(found), cut) == (1 + MOST, 2**8 - 1 - MOST)
    assert len(cases(snippet(100, examples={"en": [{}]}))[0]) == 1 + MOST


def test_what_a_combination_lacks_is_taken_from_another_example_or_the_field() -> None:
    fields = {"a": Field(example={"en": "x"}), "b": Field(), "c": Field()}
    case = cases(snippet(0, fields=fields, examples={"en": [{}, {"b": "y"}]}))[0][0]
    whole = filled(snippet(0, fields=fields, examples={"en": [{}, {"b": "y"}]}), case, ("a", "b"))

    assert whole
    assert whole.data == {"a": "x", "b": "y"}
    assert filled(snippet(0, fields=fields, examples={}), case, ("c",)) is None
    assert filled(snippet(0), case, ("agent.name",)) is None
