"""Every shipped snippet renders in all its examples, whoever writes to whomever."""

import re
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from replyctl.compose.composition import Composition
from replyctl.compose.start import Start
from replyctl.config.settings import Agent, Company, Settings
from replyctl.library.find import Library
from replyctl.library.snippet import Snippet

NOW = datetime.fromisoformat("2026-11-25T10:00:00+02:00")
SETTINGS = Settings(
    agent=Agent(name="Dana Levi", role="Customer Support", contact="help@homeworks.example"),
    company=Company(name="HomeWorks", url="https://www.homeworks.example"),
)
LIBRARY = Library.open([])
EXAMPLES = [
    pytest.param(snippet, language, example, id=f"{snippet.name}-{language}-{number}")
    for snippet in LIBRARY.all()
    for language, examples in snippet.examples.items()
    for number, example in enumerate(examples)
]
GENDERS = ("m", "f", "n")
WORKED = yaml.safe_load((Path(__file__).parent / "cases" / "worked.yaml").read_text("utf-8"))


def compose(snippet: Snippet, language: str, example: dict[str, Any], **people: dict[str, str]) -> Composition:
    data = {**example, **{who: {**example.get(who, {}), **more} for who, more in people.items()}}
    begun = Start(snippets=(snippet.name,), data=data, language=language)
    return Composition.start(begun, [snippet], SETTINGS, now=NOW, library=LIBRARY)


def test_the_library_is_whole() -> None:
    assert not LIBRARY.broken
    assert len(LIBRARY.names()) >= 12
    assert all({"en", "zh", "he"} <= snippet.examples.keys() for snippet in LIBRARY.all())


@pytest.mark.parametrize(("snippet", "language", "example"), EXAMPLES)
def test_each_example_becomes_a_whole_reply(snippet: Snippet, language: str, example: dict[str, Any]) -> None:
    made = compose(snippet, language, example)

    reply = made.reply()

    assert not made.plan.notices
    assert reply.subject
    assert len(reply.subject) <= (30 if language == "zh" else 60)
    assert not re.search(r"[{}]|None|Undefined|[\ufdd0-\ufdef]", reply.body + reply.subject)
    assert not re.search(r", \d{1,2} \S+ \d{4} \w", reply.body), "a date's comma is closed"
    assert "\n1. " not in reply.body or "\n2. " in reply.body, "one step has no number"
    assert not re.search(r"\n{3}|[ \t]\n|\A\s|\n\n\Z|  |,,|\.\.", reply.body)
    assert reply.body.endswith("\n")
    assert all(0 <= start < end < len(reply.body) for start, end in reply.approved)


@pytest.mark.parametrize(("snippet", "language", "example"), [one for one in EXAMPLES if one.values[1] == "he"])
def test_nobody_is_taken_for_somebody_else(snippet: Snippet, language: str, example: dict[str, Any]) -> None:
    for agent, customer in product(GENDERS, GENDERS):
        reply = compose(snippet, language, example, agent={"gender": agent}, customer={"gender": customer}).reply()

        assert reply.context["agent"].get("gender", "n") == agent
        assert "/" not in re.sub(r"https?://\S+|\d+/\d+", "", reply.body.partition("\n\n")[2])


@pytest.mark.parametrize(("snippet", "language", "example"), EXAMPLES)
def test_a_reply_to_nobody_known_greets_without_a_name(
    snippet: Snippet, language: str, example: dict[str, Any]
) -> None:
    made = compose(snippet, language, {**example, "customer": {}})

    first = made.reply().body.partition("\n")[0]

    assert first in {"Hello,", "Dear Customer,", "您好：", "尊敬的客户：", "שלום רב,"}


@pytest.mark.parametrize("worked", WORKED, ids=[one["snippet"] for one in WORKED])
@pytest.mark.parametrize("language", ["en", "zh", "he"])
def test_the_worked_examples_of_the_catalogue_come_out_whole(worked: dict[str, Any], language: str) -> None:
    snippet = LIBRARY.get(worked["snippet"])

    body = compose(snippet, language, snippet.examples[language][0]).reply().body

    at = 0
    for words in worked[language]:
        assert words in body[at:]
        at = body.index(words, at) + len(words)
