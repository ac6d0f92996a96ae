"""Say what can be done rather than what cannot.

Bad: Unfortunately, we cannot ship before Friday.
Good: We ship on Friday. No problem at all, and do not open the battery.
"""

from typing import NamedTuple

from replyctl.lint.rule import Draft, Hit, Severity, Violations, at_words

SEVERITY = Severity.SUGGESTION
GROUP = "voice"
SOURCE = ("B23",)


class Options(NamedTuple):
    """How many turn each of them into a warning."""

    many: int = 3


def check(draft: Draft, options: Options) -> Violations:
    """Each negative phrase that has a positive counterpart; not safety warnings, nor what a refusal must say."""
    piece = draft.body
    hits = [hit for hit in piece.find("negative") if piece.zone_of(piece.starts[hit.first]) in {"body", "list"}]
    if len(hits) == 1 and _refuses_well(draft, hits[0]):
        return
    severity = Severity.WARNING if len(hits) >= options.many else None
    for hit in hits:
        better = f" ({hit.value})" if hit.value else ""
        yield at_words(piece, hit.first, hit.last, f"Say what can be done instead{better}.", severity=severity)


def _refuses_well(draft: Draft, hit: Hit) -> bool:
    """Whether the phrase is the refusal itself, its sentence gives the reason, and the reply offers another way."""
    piece = draft.body
    if not draft.is_refusal or not piece.find("refusal-words").words.meet(hit.first, hit.last):
        return False
    sentence = piece.sentence_at(hit.first)
    return bool(sentence and piece.within(piece.find("reason"), sentence) and piece.find("alternative"))
