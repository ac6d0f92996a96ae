"""The texts of a reply, one after the other: each knows what those before it have said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from replyctl.compose.page.unframed import Unframed, opens_anew, unframed
from replyctl.compose.values import who
from replyctl.compose.values.printing import tongue
from replyctl.reading import said
from replyctl.reading.promised import Promised, promised
from replyctl.template.marked import Marked
from replyctl.text.cut import Cut, cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from replyctl.compose.page.rendering import Rendering
    from replyctl.compose.plan.decided import Plan
    from replyctl.compose.values.read_values import ReadValues


class Texts(NamedTuple):
    """The texts without what frames them."""

    texts: Sequence[Marked]
    greeting: Marked
    """The first text's own greeting, empty where it has none."""
    sign_off: Marked
    """The last text's own."""
    signature: Marked
    """What stands behind that sign-off."""
    greets: bool
    """Whether the first text greets, also where its greeting is still in it."""
    follows: bool
    """Whether something may stand between the greeting and the first text."""
    notices: Sequence[str]
    """What was left out because a text has its own, and what two of them promise differently."""
    tells_wait: bool = False
    """Whether a text speaks of the customer's wait for the answer."""
    apologises: bool = False
    """Whether the first text opens with an apology."""


def rendered(plan: Plan, given: ReadValues, rendering: Rendering) -> Texts:
    """The text of each snippet, or the typed one."""
    language, _ = tongue(plan.language)
    pieces: list[Marked] = []
    cuts: list[Cut] = []
    for piece in _pieces(plan, given, rendering):
        pieces.append(piece)
        cuts.append(cut(piece.text, language))
        rendering.known = known(cuts)
    name = who.name_of(given.values, plan.language)
    names = [one for one in (name.full, name.given, name.family) if one]
    made = _put_together([unframed(piece, language, names) for piece in pieces])
    return made._replace(
        tells_wait=any(map(said.waits, cuts)),
        apologises=any(map(said.opens_with_apology, cuts[:1])),
        notices=[*made.notices, *_silent(plan, pieces), *_differing(plan, cuts)],
    )


def _pieces(plan: Plan, given: ReadValues, rendering: Rendering) -> Iterator[Marked]:
    """Each as it is asked for: a template sees what is known of those before it."""
    if plan.start.questions:
        from replyctl.compose.page.question_by_question import by_question

        yield from by_question(plan, given, rendering)
        return
    typed = given.values.get("text") if plan.blank else None
    if typed:
        yield rendering.finished(Marked.typed(str(typed.value)))
    yield from (rendering.text(snippet, "body") for snippet in plan.snippets)


def known(cuts: Sequence[Cut]) -> dict[str, bool]:
    """What templates see of the texts so far, by name: `case.opens`, `case.thanked`, `case.invited`."""
    return {"opens": not cuts, "thanked": any(map(said.thanks, cuts)), "invited": any(map(said.invites, cuts))}


def also_known(known: Mapping[str, object], piece: Marked, plan: Plan) -> dict[str, object]:
    """`known`, and whether the `piece` before the texts thanks."""
    language, _ = tongue(plan.language)
    return {**known, "thanked": known["thanked"] or (bool(piece) and said.thanks(cut(piece.text, language)))}


def _silent(plan: Plan, pieces: Sequence[Marked]) -> Iterator[str]:
    """A notice for each snippet that says nothing beside others that do."""
    for snippet, piece in zip(plan.snippets, pieces, strict=False):
        if not piece and any(pieces):
            yield f"the text of '{snippet.name}' is empty with these values"


def _differing(plan: Plan, cuts: Sequence[Cut]) -> Iterator[str]:
    """A notice for each thing that two snippets promise for different times."""
    if len(cuts) < 2 or plan.start.questions:  # noqa: PLR2004 - there is nothing to hold it against
        return
    told: dict[str, tuple[str, Promised]] = {}
    for snippet, piece in zip(plan.snippets, cuts, strict=True):
        for one in promised(piece):
            name, before = told.setdefault(one.thing, (snippet.name, one))
            if name != snippet.name and before.when != one.when:
                yield f'{name} and {snippet.name} promise differently: "{before.said}" and "{one.said}"'
                told[one.thing] = (snippet.name, one)


def _put_together(pieces: Sequence[Unframed]) -> Texts:
    """The first greeting and the last sign-off count; those between two texts are left out."""
    if not pieces:
        return Texts((), Marked(), Marked(), Marked(), greets=False, follows=True, notices=())
    first, last = pieces[0], pieces[-1]
    own = [name for name, has in (("greeting", any(one.greets for one in pieces)), ("sign-off", _signs(pieces))) if has]
    return Texts(
        [one.text for one in pieces],
        first.greeting,
        last.sign_off,
        last.signature,
        greets=first.greets,
        follows=(bool(first.greeting) or not first.greets) and opens_anew(first.text.text),
        notices=[f"the text has its own {' and '.join(own)}, so replyctl leaves its own out"] if own else [],
    )


def _signs(pieces: Sequence[Unframed]) -> bool:
    return any(one.sign_off for one in pieces)
