from __future__ import annotations

import pytest

from replyctl.errors import (
    ConfigError,
    Interrupted,
    MissingValues,
    Place,
    ReplyctlError,
    UsageError,
    Withheld,
    did_you_mean,
)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place("a.yaml", 3, 7), "a.yaml:3:7: wrong"),
        (Place("a.yaml", 3), "a.yaml:3: wrong"),
        (Place("a.yaml"), "a.yaml: wrong"),
        (None, "wrong"),
    ],
)
def test_an_error_says_where_as_far_as_that_is_known(place: Place | None, said: str) -> None:
    assert str(ConfigError("wrong", place=place)) == said


@pytest.mark.parametrize(("error", "code"), [(UsageError, 2), (ConfigError, 3), (Withheld, 1), (Interrupted, 130)])
def test_each_kind_of_failure_has_the_exit_code_of_the_contract(error: type[ReplyctlError], code: int) -> None:
    assert error("wrong").exit_code == code


def test_no_other_failure_ends_in_an_exit_code_that_scripts_do_not_know() -> None:
    assert {error.exit_code for error in ReplyctlError.__subclasses__()} == {1, 2, 3, 130}


def test_missing_values_are_named_for_whoever_reads_errors_as_json() -> None:
    assert MissingValues("no value for order", missing=("order",)).missing == ("order",)


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("complain", ("answer", "complaint"), "did you mean 'complaint'?"),
        ("xyz", ("answer", "complaint"), "known: answer, complaint"),
        ("xyz", tuple(f"name-{number}" for number in range(13)), ""),
        ("xyz", (), ""),
        ("שלו", ("שלום", "תודה"), "did you mean 'שלום'?"),
        ("退货单", ("退货", "发票"), "did you mean '退货'?"),
    ],
)
def test_what_was_meant_is_named_or_all_there_is_if_that_is_little(
    word: str, known: tuple[str, ...], hint: str
) -> None:
    assert did_you_mean(word, known) == hint
