"""Name what went wrong when you apologise.

"Sorry for any inconvenience" could stand in every mail and comforts nobody: a full apology regrets, names the fault, takes
responsibility and repairs.

Bad: We apologise for any inconvenience this may have caused. Your refund is on its way.
Good: I am sorry that your lamp arrived with a cracked base. Your refund is on its way.
"""

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.apology import apologies
from replyctl.text.other_script import composed

SEVERITY = Severity.WARNING
GROUP = "apology"
SOURCE = ("B12",)


def check(draft: Draft) -> Violations:
    """The first vague apology, if none in the mail names the fault; with its missing parts and a proposal."""
    found = apologies(draft.body)
    if not found or any(apology.specific for apology in found):
        return
    sentence = found[0].sentence
    anatomy = ", ".join(f"{part} {'✓' if there else '✗'}" for part, there in _anatomy(draft))
    message = f"The apology does not name what went wrong ({anatomy})."
    yield at(draft.body, sentence.start, sentence.end, f"{message} {_proposal(draft)}".rstrip())


def _anatomy(draft: Draft) -> tuple[tuple[str, bool], ...]:
    """The parts of an apology (Lewicki et al. 2016), and whether the mail has them."""
    return (
        ("regret", True),
        ("what went wrong", False),
        ("responsibility", bool(draft.body.find("responsibility"))),
        ("repair", bool(draft.body.find("repair"))),
    )


def _proposal(draft: Draft) -> str:
    """A sentence in the reply's language and script from what is known of the case, "" if the language has none."""
    sentences, order = draft.language.sentences, draft.context.order
    frame = sentences.get("apology-order" if order else "apology", "")
    fault = _reported(draft) or sentences.get("apology-fault", "")
    if not frame:
        return ""
    example, written = frame.format(order=order, fault=fault), draft.tag
    is_other = written != draft.language.code
    return f"For example: {composed(example, draft.language, written) if is_other else example}"


def _reported(draft: Draft) -> str:
    """The customer's own sentence that reports the fault, "" if there is none."""
    incoming = draft.incoming
    hits = incoming.find("our-fault") if incoming else []
    sentence = incoming.sentence_at(hits[0].first) if incoming and hits else None
    return incoming.text[sentence.start : sentence.end].strip() if incoming and sentence else ""
