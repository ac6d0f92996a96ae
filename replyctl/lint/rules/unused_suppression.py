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
    """Each rule named in a directive that ran and found nothing there, or that does not exist; a directive of none."""
    directives = draft.body.directives
    for directive, rule in directives.unused(said.places):
        yield at(draft.body, directive.start, directive.end, f"This silences nothing of '{rule}': take it out.")
    for directive in directives.found:
        for message in filter(None, map(said.unknown, directive.rules)):
            yield at(draft.body, directive.start, directive.end, message)
    for start, end in directives.vain:
        yield at(draft.body, start, end, "This silences nothing: write replyctl: ignore[RULE], with a rule's name.")
