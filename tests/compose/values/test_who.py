"""Who is spoken of: how customers are greeted, and which forms of words they and the agent have."""

from pathlib import Path

import pytest
import yaml
from making import body, snippet, start

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "greetings.yaml").read_text(encoding="utf-8"))
GREETINGS = [(case["name"], *key.split(), line) for case in CASES for key, line in case.items() if key != "name"]


@pytest.mark.parametrize(("name", "language", "tone", "line"), GREETINGS)
def test_everybody_is_greeted_as_they_are_called(name: str, language: str, tone: str, line: str) -> None:
    reply = start(snippet(), language=language, tone=tone, sets={"customer.name": name}).reply()

    assert reply.body.partition("\n")[0] == line


def test_gender_that_somebody_told_counts_in_a_formal_chinese_greeting() -> None:
    made = start(snippet(), language="zh", tone="formal", data={"customer": {"name": "李小明", "gender": "m"}})

    assert made.reply().body.startswith("尊敬的李小明先生：\n")


def test_parts_of_a_name_can_be_given_apart() -> None:
    data = {"customer": {"name": "Dr. José García Márquez", "family": "García Márquez"}}

    assert start(snippet(), data=data).reply().body.startswith("Hello Dr. García Márquez,\n")


@pytest.mark.parametrize(
    ("name", "language", "given"),
    [("Dana Levi", "en", "Dana"), ("דנה לוי", "he", "דנה"), ("李娜", "zh", "李娜"), ("Support", "en", "Support")],
)
def test_the_agents_given_name_stands_alone_where_there_is_one(name: str, language: str, given: str) -> None:
    assert body("{{ agent.given }}", language=language, data={"agent": {"name": name}}) == given


def test_forms_of_words_follow_the_gender_that_is_known() -> None:
    source = '{{ agent.form(m="מצטער", f="מצטערת", n="צר לי") }} {{ customer.form(m="לו", f="לה", n="להם") }}'

    assert body(source, language="he") == "צר לי להם"
    assert body(source, language="he", data={"agent": {"gender": "f"}, "customer": {"name": "Dana"}}) == "מצטערת להם"
    assert body(source, language="he", data={"agent": {"gender": "m"}, "customer": {"name": "גב' כהן"}}) == "מצטער לה"
    assert body(source, language="he", data={"customer": {"name": "Dr. Levi", "gender": "m"}}) == "צר לי לו"
