"""Check the date: there must be such a day, its weekday must fit, and a promised one must lie ahead.

Bad: Your parcel arrives on Monday, 27 November 2026.
Good: Your parcel arrives on Friday, 27 November 2026.
"""

from itertools import chain

from replyctl.lint.rule import Cut, Draft, Sentence, Severity, Violations, at
from replyctl.reading.dates import WrittenDate, written
from replyctl.reading.times import promised_for
from replyctl.text.spans import Range

SEVERITY = Severity.ERROR
GROUP = "commitment"
SOURCE = ("B19",)
_MONTHS, _DAYS = range(1, 13), range(29, 32)
"""Numbers that can be a slip in a date; others belong to something else."""


def check(draft: Draft) -> Violations:
    """Each date with the wrong weekday, each promised day that is past, and each day that does not exist."""
    now = draft.context.now.date() if draft.context.now else None
    for piece in draft.pieces:
        dates = list(written(piece))
        promised = _promised(piece, dates) if now and dates else frozenset()
        for one in dates:
            if not one.exists and one.month in _MONTHS and one.day in _DAYS:
                yield at(piece, one.start, one.end, "There is no such day.")
            day = one.on(now)
            if day is None or not one.is_certain(day, now):
                continue
            if one.weekday is not None and day.weekday() != one.weekday:
                right = f"{day.isoformat()} is a {day:%A}"
                yield at(piece, one.start, one.end, f"Weekday and date disagree: {right}.")
            elif now and day < now and (one.start, one.end) in promised:
                yield at(
                    piece, one.start, one.end, f"This day is past: {day.isoformat()}, and today is {now.isoformat()}."
                )


def _promised(piece: Cut, dates: list[WrittenDate]) -> frozenset[Range]:
    """The dates on which something is promised."""
    by_sentence: dict[Sentence, list[Range]] = {}
    for one in dates:
        sentence = piece.sentence_over(one.start)
        if sentence and not sentence.asks:
            by_sentence.setdefault(sentence, []).append((one.start, one.end))
    told = (promised_for(piece, sentence, inside) for sentence, inside in by_sentence.items())
    return frozenset(chain.from_iterable(told))
