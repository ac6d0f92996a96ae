r"""Leave the customer a way to reach you.

Bad: {body: "Hi Diane,\n\nYour order ships on Friday.\n\nKind regards,\nDana"}
Good: {body: "Hi Diane,\n\nYour order ships on Friday.\n\nKind regards,\nDana\nsupport@shop.example"}
"""

from replyctl.lint.rule import Draft, Severity, Violation, Violations

SEVERITY = Severity.WARNING
GROUP = "identity"
SOURCE = ("B11",)
_REACHABLE = frozenset({"§email", "§phone", "§url", "§handle"})


def check(draft: Draft) -> Violations:
    """A mail without the agent's contact, a phone number, an e-mail address, or a link near the signature."""
    if not draft.language.limits or not draft.own_words:
        return
    contact, own = draft.context.agent.contact, draft.own_text
    if contact and (contact.casefold() in own.casefold() or (_digits(contact) and _digits(contact) in _digits(own))):
        return
    zones = draft.body.zones
    start = min(zones.signature, zones.closing[0] or zones.signature)
    words = zip(draft.body.words, draft.body.starts, strict=True)
    for word, at in () if _REACHABLE.isdisjoint(draft.body.words) else words:
        if word in _REACHABLE and (at >= start or word in {"§email", "§phone"}):
            return
    behind = (draft.body.words[hit.last : hit.last + 3] for hit in draft.body.find("reach-words"))
    if any(_reach(words, handles=bool(draft.language.latin)) for words in behind):
        return
    own_way = (
        "; `replyctl config set agent.contact …` does it in every reply" if draft.agent_name and not contact else ""
    )
    yield Violation(f"No way to reach you: add a phone number, an e-mail address or a link below your name{own_way}.")


def _reach(words: list[str], *, handles: bool) -> bool:
    """Whether a number follows "phone" and the like, or, in a text of another script, a Latin handle."""
    return any(word == "§id" or word[0].isdigit() or (handles and word.isascii() and word.isalpha()) for word in words)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
