from __future__ import annotations

import pytest

from replyctl.config.flat import KEYS, VARIABLES, build, flat
from replyctl.config.settings import Settings, Vocabulary


def test_settings_become_values_by_name_and_settings_again() -> None:
    assert tuple(flat(Settings())) == KEYS
    assert build(flat(Settings())) == Settings()


def test_every_setting_has_a_variable_of_its_own() -> None:
    assert VARIABLES["agent.name"] == "REPLYCTL_AGENT_NAME"
    assert VARIABLES["order_patterns"] == "REPLYCTL_ORDER_PATTERNS"
    assert len(set(VARIABLES.values())) == len(KEYS)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (["SmartLatch"], Vocabulary(accept=("SmartLatch",))),
        ({"accept": ["SmartLatch"]}, Vocabulary(accept=("SmartLatch",))),
        ({"reject": {"client": "customer"}}, Vocabulary(reject={"client": "customer"})),
        ({"accept": None, "reject": None}, Vocabulary()),
        ([], Vocabulary()),
    ],
)
def test_a_vocabulary_may_be_a_plain_list(written: object, words: Vocabulary) -> None:
    assert build({**flat(Settings()), "lint.vocabulary": written}).lint.words == words
