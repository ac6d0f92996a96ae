"""Finds questions that a reply quotes, each with its answer under the quote."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from replyctl.reading.questions import Question
from replyctl.text.cut import Cut

_LONGEST = 2000
"""The most letters of a quoted line or question that is compared."""
_KEY = 3
"""How many letters are used to look up a text."""
_MOST = 200
"""How many texts are compared with one: more that share its letters only repeat themselves."""


def under_quotes(reply: Cut, asked: list[Question]) -> dict[int, str]:
    """The questions that the reply quotes, by their start, with the sentence below the quote."""
    own = [one for one in reply.sentences if one.zone in {"body", "list"}]
    quotes = [
        (end, letters)
        for start, end in reply.quotes
        if own and end <= own[-1].start and (letters := _letters(reply.text[start:end]))
    ]
    if not quotes:
        return {}
    questions = [_letters(one.text) for one in asked]
    found = {}
    for at, number in sorted(_alike([letters for _, letters in quotes], questions)):
        under = own[bisect_left(own, quotes[at][0], key=attrgetter("start"))]
        found[asked[number].start] = reply.text[under.start : under.end]
    return found


def _alike(quotes: Sequence[str], questions: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The numbers of each quote and question of which one contains the other."""
    holding_quotes, holding_questions = _Texts(quotes), _Texts(questions)
    for number, question in enumerate(questions):
        yield from ((at, number) for at in holding_quotes.with_(question))
    for at, quote in enumerate(quotes):
        yield from ((at, number) for number in holding_questions.with_(quote))


class _Texts:
    """Texts, looked up by what they contain."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self._by_key: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            if len(text) > _LONGEST:
                continue
            for key in {text[at : at + size] for size in range(1, _KEY + 1) for at in range(len(text) - size + 1)}:
                self._by_key.setdefault(key, []).append(number)

    def with_(self, part: str) -> Iterator[int]:
        """The numbers of the texts that contain `part`; none if it is empty."""
        keys = (part[at : at + _KEY] for at in range(max(len(part) - _KEY, 0) + 1))
        rarest = min((self._by_key.get(key, []) for key in keys), key=len)
        return (number for number in rarest[:_MOST] if part in self.texts[number])


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
