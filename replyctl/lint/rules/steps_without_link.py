r"""Link the full instructions where you list steps.

Bad: {body: "Hi Diane,\n\n1. Open the app.\n2. Tap Settings.\n3. Select Reset."}
Good: {body: "Hi Diane,\n\n1. Open the app.\n2. Tap Settings.\n3. Select Reset.\n\nWith pictures: https://shop.example/reset"}
"""

from bisect import bisect_left
from typing import NamedTuple

from replyctl.lint.rule import Cut, Draft, Severity, Violation, Violations
from replyctl.text.spans import Range

SEVERITY = Severity.SUGGESTION
GROUP = "form"
SOURCE = ("B17",)
_NEAR = {"words": 4, "characters": 10}
"""Among how many units at its start the verb of a step stands: what it is done with, or where, may come first."""


class Options(NamedTuple):
    """How many listed steps call for a link."""

    steps: int = 3


def check(draft: Draft, options: Options) -> Violations:
    """A list of instructions in a mail without any link."""
    piece = draft.body
    if len(piece.zones.items) < options.steps or any(word == "§url" for word in piece.words):
        return
    verbs = piece.find("step-verbs").firsts
    lines = [one for one in piece.sentences if one.zone == "list"]
    near = _NEAR[piece.language.units]
    told = [one for one in lines if any(index in verbs for index in range(one.first, min(one.first + near, one.last)))]
    starts, asked = [one.start for one in told if not one.asks], [one.start for one in lines if one.asks]
    for items in _lists(piece):
        own = [(start, end) for start, end in items if bisect_left(asked, start) == bisect_left(asked, end)]
        steps = sum(bisect_left(starts, start) < bisect_left(starts, end) for start, end in own)
        numbered = sum(piece.text[start:end].lstrip(" \t(")[:1].isdigit() for start, end in own)
        if steps >= options.steps or (numbered >= options.steps and steps * 2 >= options.steps):
            yield Violation("Steps without a link: add one to the full instructions, for whoever gets stuck.")
            return


def _lists(piece: Cut) -> list[list[Range]]:
    """The items of the body, list by list: any other line ends a list."""
    lists: list[list[Range]] = []
    for start, end in piece.zones.items:
        if lists and not piece.text[lists[-1][-1][1] : start].strip():
            lists[-1].append((start, end))
        else:
            lists.append([(start, end)])
    return lists
