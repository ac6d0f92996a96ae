r"""Greet a person, not an office.

Bad: {body: "Dear Sir or Madam,\n\nYour order ships on Friday."}
Good: {body: "Hello,\n\nYour order ships on Friday."}
"""

from __future__ import annotations

from collections.abc import Iterator

from replyctl.lint.rule import Draft, Finding, NoOptions, Severity, at_words

SEVERITY = Severity.WARNING
GROUP = "greeting"
SOURCE = ("B10",)
Options = NoOptions


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """A stiff form in the greeting."""
    piece = draft.body
    for hit in piece.find("greeting-stiff"):
        if piece.zone_of(piece.starts[hit.first]) == "greeting":
            yield at_words(piece, hit.first, hit.last, "Too stiff: greet by name, or plainly where it is not known.")
            return
