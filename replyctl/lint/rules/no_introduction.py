r"""Say who you are on first contact.

Bad: {body: "Hi Diane,\n\nYour order ships on Friday.\n\nKind regards", context: {agent: {name: Dana Levi}}}
Good: {body: "Hi Diane,\n\nYour order ships on Friday.\n\nKind regards,\nDana", context: {agent: {name: Dana Levi}}}
"""

from replyctl.lint.rule import Draft, Severity, Violation, Violations
from replyctl.reading.named import stands_in

SEVERITY = Severity.WARNING
GROUP = "identity"
SOURCE = ("B11",)


def check(draft: Draft) -> Violations:
    """A first reply without the agent's name; a name in another script is not looked for."""
    name = draft.agent_name
    if not name or draft.context.first_contact is False or not draft.own_words:
        return
    own = [word.strip(".,，。:：!！-") for word in draft.own_text.split()]
    if name in draft.own_text or (found := stands_in(name, own, draft.language)):
        return
    if draft.language.letters and found is None:
        return
    yield Violation(f"Your name ({name}) is missing: introduce yourself, or sign with it.")
