from __future__ import annotations

import pytest
from making import FRAME, NOW, SETTINGS, snippet, start

from replyctl.compose.plan.decided import decide
from replyctl.compose.start import Start
from replyctl.errors import UsageError
from replyctl.library.snippet import Field, Part


def test_nothing_is_read_before_all_is_decided() -> None:
    one = snippet(fields={"days": Field(type="int")}, parts={"gift": Part()})
    plan = decide(Start(sets={"days": "many"}, with_=("gift",)), [one], SETTINGS, now=NOW)

    assert plan.sources.set == {"days": "many", "parts.gift": True}
    assert (plan.language, plan.tone, plan.kind) == ("en", "casual", "answer")


@pytest.mark.parametrize("piece", ["gift", *FRAME])
def test_a_part_is_in_or_out_not_both(piece: str) -> None:
    with pytest.raises(UsageError, match=f"'{piece}' is in both --with and --without"):
        start(snippet(parts={"gift": Part()}), with_=[piece], without=[piece])


def test_a_blank_reply_has_no_snippet() -> None:
    with pytest.raises(UsageError, match="--blank cannot be combined"):
        start(snippet(), blank=True)


def test_a_field_called_language_is_no_language_of_a_mail() -> None:
    assert start(snippet(), data={"language": "he"}).plan.language == "he"
    assert start(snippet(fields={"language": Field()}), data={"language": "he"}).plan.language == "en"
