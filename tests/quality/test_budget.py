"""The budget of false alarms and misses, on our labelled replies; and what the harness itself must get right."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))
from replyctl.config import Grammar
from replyctl.grammar.proofreader import Proofreader
from replyctl.lint.proof import Proof
from replyctl.lint.run import Selection
from tests.quality import real
from tests.quality.labelled import FOLDER, LANGUAGES, PROOF, SLIPS, Result, measure


@pytest.fixture(scope="module", params=LANGUAGES)
def result(request: pytest.FixtureRequest) -> Result:
    return measure(request.param)


@pytest.fixture(scope="module")
def harper() -> Proof:
    """What proofreads English without anything else."""
    pytest.importorskip("harper", reason="harper-py has no wheel for this platform")
    return Proof(Proofreader(Grammar(), "harper"))


def test_what_is_found_is_right(result: Result) -> None:
    assert result.firm.precision >= 0.95, "\n".join(result.faults)


def test_what_is_there_is_found(result: Result) -> None:
    assert result.firm.recall >= 0.90, "\n".join(result.faults)


def test_clean_replies_are_left_alone(result: Result) -> None:
    assert result.clean_flagged <= 0.05 * result.clean, "\n".join(result.faults)
    assert result.clean_suggestions <= result.clean


def test_there_are_enough_replies_and_a_third_of_them_is_clean(result: Result) -> None:
    assert result.replies >= 60
    assert result.clean >= result.replies / 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_proofreader_says_is_right(language: str, harper: Proof) -> None:
    found = measure(language, PROOF, SLIPS, harper)

    assert found.firm.precision >= 0.95, "\n".join(found.faults)
    assert found.clean_flagged == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_engine_leaves_clean_replies_alone(language: str, harper: Proof) -> None:
    found = measure(language, Selection(), FOLDER, harper)

    assert found.firm.precision >= 0.95, "\n".join(found.faults)
    assert found.clean_flagged <= 0.05 * found.clean, "\n".join(found.faults)


def test_only_rules_that_exist_are_judged() -> None:
    assert real.unknown() == set()


@pytest.mark.skipif(real.folder() is None, reason="the real text is not ours to keep; REPLYCTL_DATA names its folder")
@pytest.mark.parametrize("source", real.SOURCES)
def test_on_real_text_false_alarms_are_rare(source: str) -> None:
    data = real.folder()
    assert data
    found = real.measure(data, source)

    assert found.per_hundred() < 8, "\n".join(real.report(found))
