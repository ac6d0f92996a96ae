"""Check the date: the weekday must fit it, and a promised day must lie ahead.

Bad: Your parcel arrives on Monday, 27 November 2026.
Good: Your parcel arrives on Friday, 27 November 2026.
"""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.lint.rule import Draft, Finding, NoOptions, Severity, at
from replyctl.reading.dates import Written, written
from replyctl.reading.times import promised_for

SEVERITY = Severity.ERROR
GROUP = "commitment"
SOURCE = ("B19",)
Options = NoOptions


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """Each date beside a weekday that it does not fall on, and each promised day that is past."""
    now = draft.context.now.date() if draft.context.now else None
    for piece in (draft.subject, draft.body) if draft.subject else (draft.body,):
        dates = list(written(piece))
        for one in dates:
            day = one.on(now)
            if day is None or not one.is_certain(day, now):
                continue
            if one.weekday is not None and day.weekday() != one.weekday:
                right = f"{day.isoformat()} is a {day:%A}"
                yield at(piece, one.start, one.end, f"Weekday and date disagree: {right}.")
            elif now and day < now and _promised(draft, one, dates):
                yield at(
                    piece, one.start, one.end, f"This day is past: {day.isoformat()}, and today is {now.isoformat()}."
                )


def _promised(draft: Draft, date: Written, dates: list[Written]) -> bool:
    others = [(one.start, one.end) for one in dates if one is not date]
    sentences = (one for one in draft.body.sentences if one.start <= date.start < one.end)
    return any(
        promised_for(draft.body, sentence, (date.start, date.end), others) and sentence.mark[:1] not in {"?", "？"}
        for sentence in sentences
    )
