r"""Take out an `ignore` that silences nothing.

Bad: {body: "replyctl: ignore[all-caps]\nHi Diane,"}
Good: {body: "replyctl: ignore[all-caps]\nPlease DO NOT send it back."}
"""

from replyctl.lint.rule import Draft, Said, Severity, Violations, at

SEVERITY = Severity.WARNING
GROUP = "proof"
SOURCE = ("B18",)
AFTERWARDS = True


def check(draft: Draft, said: Said) -> Violations:
    """Each rule named in a directive that ran and found nothing there."""
    for directive, rule in draft.body.directives.unused(said):
        yield at(draft.body, directive.start, directive.end, f"This silences nothing of '{rule}': take it out.")
