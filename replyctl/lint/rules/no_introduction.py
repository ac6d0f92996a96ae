r"""Say who you are on first contact.

Bad: {body: "Hi Diane,\n\nYour order ships on Friday.\n\nKind regards", context: {agent: {name: Dana Levi}}}
Good: {body: "Hi Diane,\n\nYour order ships on Friday.\n\nKind regards,\nDana", context: {agent: {name: Dana Levi}}}
"""

from replyctl.lint.rule import Draft, Severity, Violation, Violations
from replyctl.people.called import fits
from replyctl.people.scripts import script

SEVERITY = Severity.WARNING
GROUP = "identity"
SOURCE = ("B11",)


def check(draft: Draft) -> Violations:
    """A first reply in which the agent's name stands nowhere; a name in another script is not looked for."""
    name = draft.agent_name
    if not name or draft.context.first_contact is False or not draft.own_words:
        return
    parts = [part.strip(".,") for part in name.split()]
    own = [word.strip(".,，。:：!！-") for word in draft.own_text.split()]
    if name in draft.own_text or any(fits(word, part, draft.language) for part in parts for word in own):
        return
    if draft.language.letters and not any(script(part) in {script(word) for word in own} for part in parts):
        return
    yield Violation(f"Your name ({name}) stands nowhere: introduce yourself, or sign with it.")
