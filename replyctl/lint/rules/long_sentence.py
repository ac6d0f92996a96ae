"""Keep sentences short enough to be read once.

Bad: {body: "We looked for your parcel and found that it still waits in our depot.", options: {max: 8}}
Good: Your order ships on Friday. It arrives on Monday.
"""

from typing import NamedTuple

from replyctl.lint.rule import Draft, Severity, Violations, at

SEVERITY = Severity.SUGGESTION
GROUP = "form"
SOURCE = ("B16",)


class Options(NamedTuple):
    """The most words (Chinese: characters) in a sentence; 0: the language's own limit."""

    max: int = 0


def check(draft: Draft, options: Options) -> Violations:
    """Each sentence of the body over the limit."""
    limit = options.max or draft.language.limits.get("sentence", 0)
    unit = draft.language.units
    for sentence in draft.body.sentences if limit else ():
        count = draft.body.size(sentence.first, sentence.last)
        if count > limit and sentence.zone in {"body", "list"}:
            yield at(
                draft.body, sentence.start, sentence.end, f"{count} {unit} in one sentence, over {limit}: split it."
            )
