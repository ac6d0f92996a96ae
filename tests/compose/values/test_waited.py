"""The sentence about the wait: from one day on, an apology from three, in every language and tone; and lint accepts it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from making import NOW, SETTINGS, snippet, start

from replyctl.cli import reply_lint
from replyctl.compose.values.waited import waited
from replyctl.config.settings import Wording
from replyctl.library.field_types.value import Value
from replyctl.mail.case import CustomerCase

TEXTS = {"en": "The lamp comes today.", "zh": "台灯今天送到。", "he": "המנורה מגיעה היום."}
MAILS = {"en": "Where is my lamp?", "zh": "我的台灯在哪里？", "he": "איפה המנורה שלי?"}
PATIENCE = {"en": "patience", "zh": "久等", "he": "סבלנות"}
APOLOGY = {"en": "that you have waited 5 days", "zh": " 5 天才收到", "he": " 5 ימים לתשוב"}


def mail(days: float, language: str = "en") -> CustomerCase:
    sent = (NOW - timedelta(days=days)).isoformat() if days else ""
    return CustomerCase(
        name="Diane", language=language, sent=sent, own_text=MAILS[language], subject="HW-1", reply_subject="Re: HW-1"
    )


def reply(days: float, language: str = "en", **keys: Any) -> Any:  # noqa: ANN401 - what Start takes
    return start(snippet(TEXTS[language]), mail=mail(days, language), **keys).reply()


@pytest.mark.parametrize("tone", ["casual", "formal"])
@pytest.mark.parametrize("language", MAILS)
def test_a_wait_gets_its_sentence(language: str, tone: str) -> None:
    soon, patient, late = (reply(days, language, tone=tone) for days in (0.9, 1.5, 5.2))

    assert PATIENCE[language] not in soon.body
    assert APOLOGY[language] not in patient.body
    assert PATIENCE[language] in patient.body
    assert APOLOGY[language] in late.body
    for one in (soon, patient, late):
        assert not {"late-reply", "vague-apology"} & {found.rule for found in reply_lint.problems(one, SETTINGS)}


def test_it_stands_before_the_text() -> None:
    assert "\n\nI am sorry that you have waited 5 days for this answer.\n\nThe lamp" in reply(5.2).body


@pytest.mark.parametrize("days", [0, -4])
def test_a_mail_without_a_date_or_with_one_to_come_gets_none(days: float) -> None:
    assert "wait" not in reply(days).body
    assert "patience" not in reply(days).body


def test_a_text_that_speaks_of_the_wait_itself_is_enough() -> None:
    for text in ("I am sorry that you are still waiting for an answer.", "Sorry for the late reply."):
        body = start(snippet(text), mail=mail(5)).reply().body
        assert "you have waited 5 days" not in body


def test_a_late_parcel_is_no_late_answer() -> None:
    assert "you have waited 5 days" in start(snippet("The parcel is delayed until Friday."), mail=mail(5)).reply().body


def test_it_can_be_left_out_and_lint_does_not_miss_it() -> None:
    left = reply(5, without=("wait",))

    assert "waited" not in left.body
    assert "late-reply" not in {found.rule for found in reply_lint.problems(left, SETTINGS)}


def test_the_team_words_it() -> None:
    own = replace(
        SETTINGS, salutation={"en": Wording(wait="{{ case.waited }} days: {{ 'late' if case.late else 'ok' }}.")}
    )

    assert "\n\n5 days: late.\n\n" in start(snippet(), mail=mail(5), settings=own).reply().body
    assert "\n\n2 days: ok.\n\n" in start(snippet(), mail=mail(2), settings=own).reply().body


def test_what_follows_up_an_answer_lets_nobody_wait() -> None:
    follow = snippet("Did the lamp arrive?", kind="followup")

    assert "waited" not in start(follow, mail=mail(5)).reply().body
    assert "you have waited 5 days" in start(follow, mail=mail(5), with_=("wait",)).reply().body


def test_no_two_apologies_stand_one_behind_the_other() -> None:
    body = start(snippet("I am sorry that the lamp came broken. A new one is on its way."), mail=mail(5)).reply().body

    assert "I appreciate your patience over the last 5 days.\n\nI am sorry that the lamp" in body


@pytest.mark.parametrize(
    ("received", "days"),
    [
        ("2026-11-24T21:20:00+02:00", 7),
        ("2026-11-25T22:47:00+00:00", 6),
        ("2026-11-25T23:30:00-08:00", 6),
        ("2026-11-27T00:10:00+08:00", 4),
        ("2026-11-28T09:00:00", 3),
    ],
)
def test_days_are_counted_as_on_the_customers_calendar(received: str, days: int) -> None:
    now = datetime(2026, 12, 1, 15, 54, tzinfo=UTC)

    assert waited({"case.received": Value(received, "mail")}, now).days == days


@pytest.mark.parametrize("language", MAILS)
def test_a_date_of_years_ago_is_not_believed(language: str) -> None:
    body = reply(2188, language).body

    assert "2188" not in body
    assert PATIENCE[language] not in body
