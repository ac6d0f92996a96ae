from __future__ import annotations

from dataclasses import replace

import pytest

from replyctl.library.find import Library
from replyctl.library.search import search
from replyctl.library.snippet import Snippet, Text
from tests.growing import growth


def made(name: str, title: str, *, asks: tuple[str, ...] = (), body: str = "b") -> Snippet:
    return Snippet(name=name, title=title, kind="answer", text={"en": Text(subject="s", body=body)}, asks=list(asks))


SNIPPETS = (
    made("damaged-item", "Damaged item: refund and replacement", asks=("my parcel arrived broken",)),
    made("order-delayed", "订单延迟：原因和新日期", asks=("我的包裹怎么还没到",)),
    made("refund-approved", "החזר כספי אושר", body="Your café voucher for the order is on its way."),
    made("resume-upload", "Résumé upload"),
)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("damaged", "damaged-item"),
        ("dam", "damaged-item"),
        ("DAMAGED ITEM", "damaged-item"),
        ("damagd", "damaged-item"),
        ("dmgi", "damaged-item"),
        ("parcel broken", "damaged-item"),
        ("my parcel came broken", "damaged-item"),
        ("订单", "order-delayed"),
        ("包裹没到", "order-delayed"),
        ("החזר", "refund-approved"),
        ("ההחזר הכספי", "refund-approved"),
        ("resume", "resume-upload"),
        ("cafe", "refund-approved"),
        ("refund", "refund-approved"),
        ("refund replacement", "damaged-item"),
    ],
)
def test_what_is_meant_comes_first(query: str, first: str) -> None:
    assert [snippet.name for snippet, _ in search(SNIPPETS, query, "en")][:1] == [first]


def test_a_blank_query_finds_all_and_nonsense_nothing() -> None:
    assert [snippet for snippet, _ in search(SNIPPETS, "  ", "en")] == list(SNIPPETS)
    assert search(SNIPPETS, "xylophone", "en") == []
    assert search((), "order", "en") == []


def test_the_best_comes_first_with_its_score() -> None:
    scores = [score for _, score in search(SNIPPETS, "refund", "en")]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 2


def test_each_shipped_snippet_is_found_by_its_own_title_in_each_language() -> None:
    shipped = tuple(Library.open([]).all())
    for snippet in shipped:
        for language, title in dict(snippet.title).items():
            for reader in (language, "en"):
                names = [found.name for found, _ in search(shipped, title, reader)]
                assert snippet.name in names[:2], (language, title)


def test_four_times_as_many_snippets_take_four_times_as_long() -> None:
    some = tuple(Library.open([]).all())
    many = tuple(replace(some[n % len(some)], name=f"{some[n % len(some)].name}-{n}") for n in range(500))

    assert growth(lambda some: search(some, "damagd parcel", "en"), many[:125], many, 5) <= 5
