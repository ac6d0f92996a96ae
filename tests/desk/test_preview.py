from __future__ import annotations

import pytest

from replyctl.config import Agent, Settings
from replyctl.desk.preview import previews
from replyctl.errors import MissingValues
from replyctl.library.find import Library
from replyctl.library.snippet import Field, Snippet, Text

LIBRARY = Library.open([])


def test_each_language_tone_and_example_is_shown_and_equal_tones_once() -> None:
    shown = [*previews(LIBRARY.get("damaged-item"), LIBRARY, Settings(), None)]

    assert {one.language for one in shown} == {"en", "zh", "he"}
    assert shown[0].heading == "en, casual, example 1"
    assert {tone for one in shown if one.language == "en" for tone in one.tones} == {"casual", "formal"}
    assert len({(one.language, one.number, one.reply.body) for one in shown}) == len(shown)


def test_without_examples_the_fields_own_are_taken() -> None:
    texts = {"en": Text(subject="A", body="It is {{ what }}.")}
    snippet = Snippet(name="a", title="A", kind="answer", text=texts, fields={"what": Field(example="a lamp")})
    (one,) = previews(snippet, LIBRARY, Settings(agent=Agent(name="Zoe")), "en", ("formal",))

    assert "It is a lamp." in one.reply.body
    assert "Zoe" in one.reply.body
    bare = Snippet(name="a", title="A", kind="answer", text=texts, fields={"what": Field()})
    with pytest.raises(MissingValues):
        list(previews(bare, LIBRARY, Settings(), "en"))
