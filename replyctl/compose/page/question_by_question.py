"""The texts of a reply that quotes each question of the customer and answers under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.compose.plan.declared import answer_to
from replyctl.compose.values.printing import tongue
from replyctl.template.marked import Marked, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.compose.page.rendering import Rendering
    from replyctl.compose.plan.decided import Plan
    from replyctl.compose.start import HowAnswered
    from replyctl.compose.values.read_values import ReadValues


def by_question(plan: Plan, given: ReadValues, rendering: Rendering) -> Iterator[Marked]:
    """A sentence about what follows, then a piece for each question; those with the same snippets share one."""
    yield _worded("questions", plan, rendering)
    answered: set[tuple[str, ...]] = set()
    for number, how in enumerate(plan.start.questions, 1):
        if how.snippets in answered:
            continue
        if how.snippets:
            answered.add(how.snippets)
        same = [one.question for one in plan.start.questions if one.snippets == how.snippets != ()]
        quotes = [Marked.typed(_quoted(one)) for one in same or [how.question]]
        yield joined((*quotes, *_answer(number, how, plan, given, rendering)), "\n\n")


def _answer(number: int, how: HowAnswered, plan: Plan, given: ReadValues, rendering: Rendering) -> Iterator[Marked]:
    if how.snippets:
        by_name = {snippet.name: snippet for snippet in plan.snippets}
        yield from (rendering.text(by_name[name], "body") for name in how.snippets)
        return
    value = given.values.get(answer_to(number, how))
    if value is None:
        return
    if not how.later:
        yield rendering.finished(Marked.typed(str(value.value)))
        return
    before = rendering.known
    rendering.known = {**before, "answer_by": value.value}
    yield _worded("later", plan, rendering)
    rendering.known = before


def _worded(name: str, plan: Plan, rendering: Rendering) -> Marked:
    _, frame = tongue(plan.language)
    return rendering.print(getattr(frame, name)[plan.tone], f"language {plan.language}: {name}")


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
