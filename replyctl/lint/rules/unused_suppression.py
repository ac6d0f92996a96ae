r"""Take out an `ignore` that silences nothing.

Bad: {body: "replyctl: ignore[all-caps]\nHi Diane,"}
Good: {body: "replyctl: ignore[all-caps]\nPlease DO NOT send it back."}
"""

from replyctl.lint.rule import Draft, Severity, Violations, at

SEVERITY = Severity.WARNING
GROUP = "proof"
SOURCE = ("B18",)


def check(draft: Draft) -> Violations:
    """Each rule named in a directive that silenced nothing; runs last, when the others have been silenced."""
    for directive, rule in draft.body.directives.unused():
        if rule in draft.ran:
            yield at(draft.body, directive.start, directive.end, f"Nothing of '{rule}' is silenced here: take it out.")
