from __future__ import annotations

from dataclasses import asdict

import pytest

from replyctl.library.search.index import Index, Searched
from replyctl.library.search.lookup import Lookup
from replyctl.library.snippet import Snippet, Text


def lookup_over(**titles: str) -> Lookup:
    snippets = (
        Snippet(name=name, title=title, kind="answer", text={"en": Text(subject="s", body="b")})
        for name, title in titles.items()
    )
    sources = {one.name: Searched(0, asdict(one)) for one in snippets}
    return Lookup(sources, Index.in_memory(sources))


@pytest.fixture
def lookup() -> Lookup:
    return lookup_over(delayed="Order delayed", refund="Refund for an order", hebrew="החזר על הזמנה")


def names(lookup: Lookup, rows: dict[int, float]) -> list[str]:
    return sorted(lookup.index.names[row] for row in rows)


@pytest.mark.parametrize(
    ("word", "typed", "whole"),
    [
        ("order", ["delayed", "refund"], ["delayed", "refund"]),
        ("ref", ["refund"], []),
        ("refnud", ["refund"], []),
        ("rfnd", ["refund"], []),
        ("dlyd", ["delayed"], []),
        ("ההחזר", ["hebrew"], ["hebrew"]),
        ("zzz", [], []),
    ],
)
def test_the_beginning_of_a_word_is_one_only_where_it_is_typed(
    word: str, typed: list[str], whole: list[str], lookup: Lookup
) -> None:
    assert names(lookup, lookup.typed(word)) == typed
    assert names(lookup, lookup.whole(word)) == whole


def test_a_word_is_common_when_more_snippets_have_it(lookup: Lookup) -> None:
    assert lookup.is_common("order", 1)
    assert not lookup.is_common("order", 2)
    assert not lookup.is_common("refund", 1)


def test_a_typed_word_stands_for_its_own_endings_or_else_for_the_nearest(lookup: Lookup) -> None:
    assert lookup.forms("delay") == ["delayed"]
    assert lookup.forms("refnud") == ["refund"]
