"""Keep paragraphs short; one thought each.

Bad: {body: "one two three. four five", options: {max: 4}}
Good: Your order ships on Friday. It arrives on Monday.
"""

from typing import NamedTuple

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.steps import paragraphs

SEVERITY = Severity.SUGGESTION
GROUP = "form"
SOURCE = ("B26",)


class Options(NamedTuple):
    """The most words (Chinese: characters) in a paragraph; 0: the language's own limit."""

    max: int = 0


def check(draft: Draft, options: Options) -> Violations:
    """Each paragraph of the body over the limit."""
    limit = options.max or draft.language.limits.get("paragraph", 0)
    unit = draft.language.units
    if not limit or draft.own_words <= limit:
        return
    for paragraph in paragraphs(draft.body):
        count = sum(draft.body.size(sentence.first, sentence.last) for sentence in paragraph)
        if count > limit:
            message = f"{count} {unit} in one paragraph, over {limit}: break it where the thought changes."
            yield at(draft.body, paragraph[0].start, paragraph[-1].end, message)
