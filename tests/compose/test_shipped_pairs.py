"""Shipped snippets put together say nothing twice, and ask nothing that only one of them means.

`python -m tests.compose.shipped_pairs` composes all pairs; what a text says depends on its place alone, so here each
stands once behind one that thanks.
"""

from __future__ import annotations

from itertools import combinations

import pytest

from replyctl.compose.plan.declared import Declared
from replyctl.language import available
from replyctl.library.localized import localized
from replyctl.library.snippet import Snippet
from tests.compose.shipped_pairs import LIBRARY, faults

SNIPPETS = tuple(LIBRARY.all())


@pytest.mark.parametrize("language", available())
def test_only_the_first_text_of_a_reply_thanks_for_the_mail(language: str) -> None:
    first = LIBRARY.get("custom-order-status")
    behind = [(first, snippet) for snippet in SNIPPETS if snippet is not first and snippet.name != first.name]
    alone = [(snippet,) for snippet in SNIPPETS]

    assert [fault for texts in (*alone, *behind) for fault in faults(texts, language)] == []


@pytest.mark.parametrize("language", available())
def test_what_two_snippets_ask_by_the_same_name_is_the_same_question(language: str) -> None:
    def asked(snippet: Snippet) -> dict[str, str]:
        return {name: localized(field.ask, language) for name, field in snippet.fields.items()}

    different = [
        f"{one.name}, {other.name}: {name}"
        for one, other in combinations(SNIPPETS, 2)
        for name, question in asked(one).items()
        if asked(other).get(name, question) != question
    ]

    assert different == []
    for both in combinations(SNIPPETS, 2):
        Declared.by(both, blank=False)
