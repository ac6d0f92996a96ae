r"""Offer further help, with a way to answer.

Bad: {body: "Hi Diane,\n\nYour order ships on Friday.\n\nKind regards,\nDana"}
Good: {body: "Hi Diane,\n\nYour order ships on Friday. If anything else comes up, just reply.\n\nKind regards,\nDana"}
"""

from replyctl.lint.rule import Draft, Severity, Violation, Violations

SEVERITY = Severity.SUGGESTION
GROUP = "thanks"
SOURCE = ("B20",)
_WAYS = frozenset({"§email", "§phone"})


def check(draft: Draft) -> Violations:
    """A reply that neither offers help nor names a way to answer."""
    if not draft.language.limits or not draft.own_words:
        return
    piece = draft.body
    end = piece.zones.signature
    if any(piece.starts[hit.first] < end for hit in piece.find("further-help", "reply-words")):
        return
    # A website in the signature shows where the shop is, not how to reach the agent.
    if _WAYS.isdisjoint(piece.words):
        yield Violation("No offer of further help: say how the customer can reach you if anything is left open.")
