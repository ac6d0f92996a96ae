from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from replyctl.language import load
from replyctl.reading.apology import apologies
from replyctl.reading.greeting import addressed
from replyctl.reading.shouting import shouts
from replyctl.reading.subject import core
from replyctl.text.cut import Cut, cut
from replyctl.text.detect import detect

LANGUAGES = ("en", "zh", "he", "und")
ZONES = {"greeting", "body", "list", "closing", "signature"}
MAIL = st.lists(
    st.one_of(
        st.sampled_from(
            ["Hi Dana,", "您好：", "שלום דנה,", "I am sorry. ", "非常抱歉。", "סליחה. ", "DO NOT STOP ", "e.g. "]
        ),
        st.sampled_from(
            [
                "\n",
                "\n\n",
                "\r\n",
                "> quoted\n",
                "On Monday, Dana wrote:\n",
                "-----Original Message-----\n",
                "```",
                "`a`",
            ]
        ),
        st.sampled_from(
            [
                "Kind regards,\n",
                "此致\n敬礼\n",
                "בברכה,\n",
                "Dana",
                "--\n",
                "HW-659",
                "a@b.test",
                "1. one",
                "- two",
                "“so”",
            ]
        ),
        st.sampled_from(
            ["\u200f", "\u202b", "e\u0301", "שָׁלוֹם", "😀", "𠀀", "?!", "...", "。", "ß", "İ", "\x1b[31m", "\0", "\ud800"]
        ),
        st.text(max_size=6),
    ),
    max_size=16,
).map("".join)


def sentences(piece: Cut) -> list[list[str]]:
    return [[s.zone, piece.text[s.start : s.end], s.mark] for s in piece.sentences]


def test_a_text_is_cut_into_the_sentences_of_its_author(case: dict[str, Any]) -> None:
    assert sentences(cut(case["text"], load(case["lang"]), case.get("names", []))) == case["sentences"]


def test_a_subject_has_neither_zones_nor_quotes() -> None:
    piece = cut("> Hi Dana, your order", load("en"), whole=False)

    assert piece.quotes == []
    assert {sentence.zone for sentence in piece.sentences} == {"body"}


def test_a_text_in_a_foreign_language_is_cut_all_the_same() -> None:
    piece = cut("Guten Tag. Ihre Bestellung kommt.", load("und"))

    assert [sentence[1] for sentence in sentences(piece)] == ["Guten Tag", "Ihre Bestellung kommt"]
    assert piece.hits == {}


def test_traditional_characters_are_read_as_simplified_ones_in_their_place() -> None:
    piece = cut("您好，\n訂單延誤，非常抱歉。", load("zh"))

    assert [piece.text[slice(*piece.span(hit.first, hit.last))] for hit in piece.find("regret-words")] == ["抱歉"]
    assert len(piece.text) == len(piece.normal.text)


@given(MAIL, st.sampled_from(LANGUAGES))
@example("See ```\n> cited\ncode``` please. Bye", "en")
def test_any_text_can_be_cut_and_every_sentence_holds_its_words(text: str, code: str) -> None:
    piece = cut(text, load(code), ["Dana", "דנה"])

    assert len(piece.words) == len(piece.starts) == len(piece.ends)
    assert piece.starts == sorted(piece.starts)
    for sentence in piece.sentences:
        assert 0 <= sentence.start < sentence.end <= len(piece.text)
        assert sentence.first < sentence.last
        assert sentence.zone in ZONES
        for index in range(sentence.first, sentence.last):
            assert sentence.start <= piece.starts[index] < piece.ends[index] <= sentence.end
        start, end = piece.normal.span(sentence.start, sentence.end)
        assert 0 <= start < end <= len(text)


@given(MAIL, st.sampled_from(LANGUAGES))
def test_sentences_follow_each_other_and_none_stands_in_a_quote(text: str, code: str) -> None:
    piece = cut(text, load(code))
    spans = [(sentence.start, sentence.end) for sentence in piece.sentences]

    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert not any(start <= at < end for at, _ in spans for start, end in piece.quotes)


@given(MAIL, st.sampled_from(LANGUAGES))
def test_whatever_looks_at_a_cut_text_takes_any_text(text: str, code: str) -> None:
    piece = cut(text, load(code), ["Dana"])

    assert detect(text) in LANGUAGES
    assert 0 <= core(piece) <= len(piece.text)
    assert all(0 <= start < end <= len(piece.text) for start, end in shouts(piece))
    assert all(apology.sentence in piece.sentences for apology in apologies(piece))
    greeted = addressed(piece)
    assert greeted is None or 0 <= greeted.start <= greeted.end <= len(piece.text)
