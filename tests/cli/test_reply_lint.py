from __future__ import annotations

from dataclasses import replace

import pytest

from replyctl.cli import reply_lint
from replyctl.compose.reply import Reply
from replyctl.config import Settings
from replyctl.lint.draft import Draft

REPLY = Reply(
    subject="Your lamp",
    body="Hi Dana,\n\nIt ships on Friday!! Does that suit you?\n\nKind regards,\nNoa",
    language="en",
    direction="ltr",
    tone="casual",
    kind="answer",
    snippets=(),
    values={},
    approved=(),
    attachments=(),
    context={"language": "en", "incoming": "When does the lamp ship? Is it green?"},
)


def test_a_look_at_a_reply_tells_its_problems_and_what_becomes_of_the_questions() -> None:
    looked = reply_lint.looked(REPLY, Settings())

    assert looked.problems == reply_lint.problems(REPLY, Settings())
    assert [one.question.text for one in looked.answers] == ["When does the lamp ship?", "Is it green?"]


def test_a_look_cuts_the_reply_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    init = Draft.__init__

    def counted(self: Draft, body: str, *more: object) -> None:
        made.append(body)
        init(self, body, *more)  # type: ignore[arg-type] # as they came

    monkeypatch.setattr(Draft, "__init__", counted)
    reply_lint.looked(REPLY, Settings())

    assert made == [REPLY.body]


def test_a_reply_without_a_way_to_reach_the_agent_names_the_setting_that_mends_it() -> None:
    reply = replace(REPLY, context={"language": "en", "agent": {"name": "Noa"}})
    told = [one.message for one in reply_lint.problems(reply, Settings()) if one.rule == "signature-missing-contact"]

    assert ["replyctl config set agent.contact" in one for one in told] == [True]


def test_problems_are_broken_between_words_for_a_terminal() -> None:
    found = reply_lint.problems(REPLY, Settings())
    plain, shown = reply_lint.lines(REPLY, found), reply_lint.lines(REPLY, found, 60)

    assert [len(line) for line in shown.splitlines() if len(line) > 60] == []
    assert shown.split() == plain.split()
