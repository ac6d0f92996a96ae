from __future__ import annotations

from typing import Any

from replyctl.language import load
from replyctl.text.masks import masks
from replyctl.text.tokens import Tokens, hard_break, tokenise


def test_a_text_becomes_words(case: dict[str, Any]) -> None:
    text, tokens = case["text"], Tokens()
    tokenise(text, 0, len(text), masks(text), load(case["lang"]).abbreviations, tokens)

    assert tokens.words == case["words"]
    assert len(tokens.starts) == len(tokens.ends) == len(tokens.words)


def test_a_stretch_yields_only_its_own_words() -> None:
    text, tokens = "one two three four", Tokens()
    tokenise(text, 4, 13, [], frozenset(), tokens)

    assert [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == ["two", "three"]


def test_a_wrapped_line_goes_on_and_a_short_one_ends() -> None:
    wrapped = "This line was broken by the mail program at its\nseventy-second column and goes on."
    short = "Kind regards\nDana"

    assert not hard_break(wrapped, wrapped.index("\n"))
    assert hard_break(short, short.index("\n"))
    assert hard_break("End.\n", 4)
