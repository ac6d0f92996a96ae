from __future__ import annotations

from timeit import timeit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replyctl.language import available, load
from replyctl.reading.secrets import Secrets, blotted, hide
from replyctl.reading.sensitive import is_possible, sensitive
from replyctl.text.cut import cut

WORDS = st.lists(st.text("abAB12-é ם", min_size=3, max_size=8).filter(lambda word: " " not in word[:3]), max_size=5)


@settings(deadline=None)
@given(WORDS, st.text("abAB12-é ם", max_size=60))
def test_no_secret_is_left_and_every_text_stays_as_long_as_it_is(secrets: list[str], text: str) -> None:
    text = text + "".join(secrets) + text
    shown = Secrets(secrets).hide(text)

    assert len(shown) == len(text)
    for secret in secrets:
        assert secret.lower() not in shown.lower() or not any(map(str.isalnum, secret))


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_stretches_may_overlap_and_reach_too_far(text: str, spans: list[tuple[int, int]]) -> None:
    assert len(blotted(text, [(min(pair), max(pair)) for pair in spans])) == len(text)


def test_a_long_number_keeps_its_last_four() -> None:
    assert hide("card 4111 1111 1111 1111, pin: 48213") == "card •••• •••• •••• 1111, pin: •••••"


def test_every_language_is_looked_for_also_in_quotation_marks() -> None:
    shown = "no 'my password is ••••••••', no «הסיסמה היא ••••••••», no “密码是••••••••”"

    assert hide(shown.replace("••••••••", "Tr0ub4d3")) == shown


def seconds(numbers: int) -> float:
    """The best of three."""
    secrets = Secrets(f"4{number:015}" for number in range(numbers))
    text = " ".join(f"4{number:015}" for number in range(numbers))
    return min(timeit(lambda: secrets.hide(text), number=1) for _ in range(3))


def test_time_grows_with_the_secrets_and_not_with_their_square() -> None:
    assert seconds(16_000) < 8 * seconds(4_000)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("4111 1111 1111 1111", "•••• •••• •••• 1111"),
        ("123456782", "•••••••••"),
        ("219-09-9999", "•••-••-••••"),
        ("Maple77river", "••••••••••••"),
        ("密码Tulpe#48", "••••••••••"),
    ],
)
def test_a_secret_is_unreadable_and_as_long_as_before(text: str, shown: str) -> None:
    assert blotted(text, [(0, len(text))]) == shown


def test_what_stands_around_a_secret_stays() -> None:
    assert blotted("card 4111111111111111 today", [(5, 21)]) == "card ••••••••••••1111 today"
    assert Secrets(["Maple77river"]).hide("Maple77river and Maple77river") == "•••••••••••• and ••••••••••••"


def test_a_direction_mark_inside_a_secret_hides_no_second_mention() -> None:
    assert "4dor" not in hide("password: 4dor&3\u200ea and again 4dor&3\u200ea or 4dor&3a")


@pytest.mark.parametrize("code", available())
@given(word=st.text(st.characters(exclude_categories=["Nd", "No"], exclude_characters="!@#$%^&*=+?"), min_size=4))
def test_without_a_digit_or_a_mark_that_tells_nothing_is_a_secret(code: str, word: str) -> None:
    text = f"The password is {word}, 密码是{word} הסיסמה: {word}"

    assert not is_possible(text)
    assert sensitive(cut(text, load(code))) == []
