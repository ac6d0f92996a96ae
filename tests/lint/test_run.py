from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from replyctl.errors import UsageError
from replyctl.lint.context import Context
from replyctl.lint.draft import Draft
from replyctl.lint.given_draft import GivenDraft
from replyctl.lint.problem import Problem, Severity
from replyctl.lint.run import Selection, for_the_agent, lint, lint_parts, run

EN = Context.of({"language": "en"})


def chosen(*select: str, ignore: tuple[str, ...] = (), **keys: Mapping[str, Mapping[str, Any]]) -> set[str]:
    return {one.name for one in Selection.of(select, ignore, **keys).rules}


def test_rules_and_groups_are_taken_and_left_out() -> None:
    assert chosen("slang", "answers") == {"slang", "unanswered-question"}
    assert chosen("answers", ignore=("unanswered-question",)) == set()
    assert "slang" in chosen()
    assert "slang" not in chosen(ignore=("voice",))


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"select": ["slangs"]}, "no rule 'slangs'"),
        ({"ignore": ["voices"]}, "no rule 'voices'"),
        ({"options": {"exclamation": {"most": 2}}}, "no option 'most'"),
        ({"options": {"exclamation": {"max": "2"}}}, "takes int, not '2'"),
        ({"options": {"voice": {"max": 2}}}, "no rule 'voice'"),
        ({"severity": {"slangs": "error"}}, "no rule 'slangs'"),
    ],
)
def test_what_does_not_exist_is_told(keys: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError) as told:
        Selection.of(**keys)

    assert said in told.value.message


def test_a_team_gives_a_rule_its_options_and_its_severity() -> None:
    body = "Hi Dana,\n\nIt ships today! It is green! Thx."
    options = {"exclamation": {"max": 2}}
    selection = Selection.of(["exclamation", "slang"], options=options, severity={"slang": "error"})

    assert [(one.rule, one.severity) for one in lint_parts(body, None, EN, selection)[1]] == [("slang", Severity.ERROR)]


def test_an_engine_is_asked_only_where_spelling_or_grammar_is() -> None:
    assert Selection.of(["grammar"]).asks_an_engine
    assert not Selection.of(["slang"]).asks_an_engine


def test_problems_come_in_the_order_of_the_text_with_their_place_in_the_draft_as_given() -> None:
    text = "Subject: The the lamp\r\n\r\nHi \u200fDana,\r\n\r\n🙂 Thx, the the lamp.\r\n"
    found = lint(GivenDraft.of(text), EN, Selection.of(["repeated-word", "slang"]))[1]

    assert [(one.rule, one.line, one.column, one.zone) for one in found] == [
        ("repeated-word", 1, 14, "subject"),
        ("slang", 5, 3, "body"),
        ("repeated-word", 5, 12, "body"),
    ]
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]


def test_a_directive_silences_and_one_that_silences_nothing_is_told() -> None:
    body = "Hi Dana,\n\n# replyctl: ignore[slang]\nThx.\n\n# replyctl: ignore[emoticon]\nIt ships."

    assert [one.rule for one in lint_parts(body, None, EN, Selection())[1] if one.line > 2][:1] == [
        "unused-suppression"
    ]


def test_no_report_repeats_what_must_not_be_written() -> None:
    body = "Hi Dana,\n\nTHE CARD 4111111111111111 IS CHARGED AND NEVER SAVED."
    found = lint_parts(body, None, EN, Selection.of(["pii", "all-caps"]))[1]

    assert {one.rule for one in found} == {"pii", "all-caps"}
    assert not any("411111" in one.text + one.message for one in found)


def test_what_the_lead_approved_is_not_the_agents() -> None:
    body = "Hi Dana,\n\nThx. It ships to [Name] today."
    found = lint_parts(body, None, EN, Selection.of(["slang", "placeholder"]))[1]
    whole, nothing = [(0, len(body))], [(0, 5)]

    assert [one.rule for one in for_the_agent(found, nothing)] == ["slang", "placeholder"]
    assert [one.rule for one in for_the_agent(found, whole)] == ["placeholder"]


MUCH = """Hi Dana ,

# replyctl: ignore[slang, emoticon, no-closing]
Thx for the the lamp!! :)

# replyctl: ignore[profanity, grammar]
If your ready, we recieved it.
# replyctl: ignore[unused-suppression]
It is ASAP."""


def test_what_a_rule_finds_does_not_depend_on_the_order_of_the_rules_nor_on_who_looked_before() -> None:
    draft = Draft(MUCH, "The the lamp!", EN)
    forwards, backwards = Selection(), Selection(Selection().rules[::-1])

    found = run(draft, forwards)

    assert {"unused-suppression", "repeated-word", "spelling", "punctuation"} <= {one.rule for one in found}
    assert run(draft, backwards) == run(draft, forwards) == found
    for one in forwards.rules:
        alone = run(draft, Selection((one,)))
        if one.name != "unused-suppression":
            assert alone == [problem for problem in found if problem.rule == one.name]


def test_what_needs_no_engine_is_told_before_one_is_asked_whatever_the_order_of_the_rules() -> None:
    first: list[list[str]] = []

    def early(_draft: Draft, found: list[Problem]) -> None:
        first.append([one.rule for one in found])

    for rules in (Selection().rules, Selection().rules[::-1]):
        run(Draft(MUCH, None, EN), Selection(rules), early)

    assert first[0] == first[1]
    assert "repeated-word" in first[0]
    assert not {"spelling", "grammar", "unused-suppression"} & {*first[0]}


def test_a_mark_that_is_silenced_is_not_mended_with_the_others() -> None:
    body = (
        "张女士您好：\n\n灯已寄出,请查收。\n\n# replyctl: ignore[punctuation]\n线已寄出,请查收。\n\n罩已寄出,请查收。"
    )
    (found,) = lint_parts(body, None, Context.of({"language": "zh"}), Selection.of(["punctuation"]))[1]

    assert found.fix
    assert [body[: edit.start].count("\n") for edit in found.fix.edits] == [2, 7]
