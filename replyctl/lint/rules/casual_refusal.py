r"""Refuse formally, with a reason and an alternative.

Bad: {body: "Hey Diane,\n\nnope, can't refund that.\n\nCheers,\nDana", context: {intent: refusal}}
Good: {body: "Dear Diane,\n\nWe are unable to refund the lamp because its warranty ended in May. You can have it repaired at half price.\n\nKind regards,\nDana", context: {intent: refusal}}
"""

from replyctl.lint.rule import Draft, Severity, Violation, Violations, at_words

SEVERITY = Severity.WARNING
GROUP = "voice"
SOURCE = ("B22",)


def check(draft: Draft) -> Violations:
    """In a refusal: the first casual word, of those that refuse if there are any, and a missing reason or alternative."""
    if not draft.is_refusal or not draft.language.limits:
        return
    piece = draft.body
    casual = [hit for hit in piece.find("casual-words") if piece.zone_of(piece.starts[hit.first]) != "signature"]
    if casual:
        body = [hit for hit in casual if piece.zone_of(piece.starts[hit.first]) == "body"]
        # The words that refuse tell more than an "oh" before them.
        denials = piece.find("negations").words
        first = next((hit for hit in body if denials.meet(hit.first, hit.last)), (body or casual)[0])
        word = piece.text[slice(*piece.span(first.first, first.last))]
        yield at_words(piece, first.first, first.last, f"Too casual for a refusal: '{word}'.")
        return
    if not piece.find("reason"):
        alternative = "" if piece.find("alternative") else ", and offer another way"
        yield Violation(f"A refusal without a reason: say why{alternative}.")
