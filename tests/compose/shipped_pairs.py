"""Every shipped snippet put together with every other: `python -m tests.compose.shipped_pairs` prints what goes wrong."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

from replyctl.compose.composition import Composition
from replyctl.compose.start import Start
from replyctl.language import available, load
from replyctl.text.cut import cut
from tests.compose.making import FRAME
from tests.compose.test_shipped_examples import LIBRARY, NOW, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.library.snippet import Snippet

_ONCE = {"thanks": "thanks-words"}
"""What a reply says once, and the list of words that tells it."""


def faults(snippets: Sequence[Snippet], language: str, number: int = 0) -> Iterator[str]:
    """What is wrong with the reply of these snippets, each with its example of that number."""
    names = " + ".join(snippet.name for snippet in snippets)
    data: dict[str, Any] = {}
    for snippet in reversed(snippets):
        example = snippet.examples[language][number]
        own = {name: value for name, value in example.items() if name in snippet.fields}
        data = {**data, **own, "parts": {**data.get("parts", {}), **example.get("parts", {})}}
    begun = Start(snippets=tuple(one.name for one in snippets), data=data, language=language, without=FRAME)
    body = Composition.start(begun, snippets, SETTINGS, now=NOW, library=LIBRARY).reply().body
    piece = cut(body, load(language))
    for thing, words in _ONCE.items():
        said = [sentence for sentence in piece.prose() if piece.within(piece.find(words), sentence)]
        if len(said) > 1:
            yield f"{names} ({language}) {thing} {len(said)} times"


if __name__ == "__main__":
    for both in permutations(tuple(LIBRARY.all()), 2):
        for tag in available():
            for fault in faults(both, tag):
                print(fault)
