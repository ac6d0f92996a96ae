"""What an engine sees of a text, and where what it says stands in the original."""

import pytest

from replyctl.grammar.masked import CUT, Masked
from replyctl.text.masks import masks


def test_names_numbers_links_and_quotes_never_reach_an_engine() -> None:
    text = 'Dear Xiuying, your order HW-659 is at https://shop.example/x, you wrote "it hurts me" to noa@shop.example.'

    seen = Masked(text, masks(text, ["Xiuying"])).text

    assert seen == "Dear Mary, your order 7 is at https://example.com, you wrote “it” to mary@example.com."


def test_a_stretch_is_found_again_in_the_original() -> None:
    text = "😀 Xiuying has HW-659 and two aplles."
    masked = Masked(text, masks(text, ["Xiuying"]))
    at = masked.text.index("aplles")

    start, end = masked.back(at, at + 6) or (0, 0)

    assert text[start:end] == "aplles"


@pytest.mark.parametrize("word", ["7", "a 7", "Mary", "an"])
def test_what_touches_a_mask_is_about_the_mask(word: str) -> None:
    text = "It is an HW-659 of Xiuying and me."
    masked = Masked(text, masks(text, ["Xiuying"]))
    at = masked.text.index(word if word != "a 7" else "n 7")

    assert masked.back(at, at + len(word)) is None


def test_a_name_in_a_script_without_a_stand_in_stays() -> None:
    assert Masked("林秀英您好", [(0, 3, "§name")]).text == "林秀英您好"


def test_what_is_no_part_of_the_message_is_cut_out() -> None:
    assert Masked("one\n> quoted\ntwo", [(4, 13, CUT)]).text == "one\n\n\ntwo"


def test_overlapping_masks_are_one() -> None:
    masked = Masked("abcdefgh", [(1, 4, "§id"), (3, 6, "§id")])

    assert masked.text == "a7gh"


def test_a_place_out_of_the_text_is_none() -> None:
    assert Masked("abc", []).back(2, 9) is None
