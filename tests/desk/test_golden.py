from __future__ import annotations

from replyctl.config import Agent, Company, Lint, Settings
from replyctl.desk.example_case import Case
from replyctl.desk.golden import AGENT, Stage
from replyctl.library.find import Library
from replyctl.library.snippet import Field, Snippet, Text

SNIPPET = Snippet(
    name="a",
    title="A",
    kind="answer",
    fields={"due": Field(type="date")},
    text={"en": Text(subject="Order HW-1", body="It is gonna come on {{ due }}.")},
)


def test_the_team_s_settings_count_and_who_writes_does_not() -> None:
    own = Settings(agent=Agent(name="Zoe"), company=Company(name="ACME"), look_up={"due": ("false",)})
    reply = Stage.of(own).rendered(SNIPPET, Library.open([]), Case("en", 0, {"due": "+1d"}))

    assert reply
    assert "Zoe" not in reply.body
    assert AGENT.name in reply.body
    assert "ACME" in reply.body
    assert "2 January" in reply.body or "January 2" in reply.body


def test_lint_looks_with_the_rules_that_the_team_uses() -> None:
    case = Case("en", 0, {"due": "2026-03-02"})
    for ignore, found in (((), ["slang"]), (("slang",), [])):
        stage = Stage.of(Settings(lint=Lint(ignore=ignore)))
        reply = stage.rendered(SNIPPET, Library.open([]), case)
        assert reply
        assert [one.rule for one in stage.problems(reply)] == found


def test_a_combination_without_a_value_is_no_reply() -> None:
    assert Stage.of(Settings()).rendered(SNIPPET, Library.open([]), Case("en", 0, {}, written=False)) is None
