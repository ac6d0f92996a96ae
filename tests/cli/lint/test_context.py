"""What is known of the case, and what is no context."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Bench

DRAFT = "Hello Dina,\n\nThe lamp is on its way.\n"


def context(bench: Bench, content: object) -> tuple[str, str]:
    """`--context FILE` with that content."""
    return "--context", bench.put("case.json", content if isinstance(content, str) else json.dumps(content))


def test_a_context_wakes_the_rules_that_need_it(bench: Bench) -> None:
    rule = ("-f", "jsonl", "--select", "greeting-wrong-name")

    assert bench.lint(*rule, stdin=DRAFT).rules == []
    assert bench.lint(*rule, *context(bench, {"customer": {"name": "Dana Levi"}}), stdin=DRAFT).rules == [
        "greeting-wrong-name"
    ]


def test_a_drafts_own_context_is_stronger_than_the_shared_one(bench: Bench) -> None:
    draft = {"body": DRAFT, "context": {"customer": {"name": "Dina Levi"}}}
    shared = context(bench, {"customer": {"name": "Dana Levi"}})
    drafts = f"{json.dumps(draft)}\n{json.dumps({'body': DRAFT})}\n"
    rows = bench.lint(
        "-f", "jsonl", "--select", "greeting-wrong-name", *shared, "--stdin-format", "jsonl", stdin=drafts
    ).rows

    assert [len(row["problems"]) for row in rows] == [0, 1]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "case.json:1:2: not JSON"),
        ("[" * 50_000, "case.json: not JSON"),
        ("[1]", "case.json: --context takes a JSON object"),
        ({"customer": 5}, "context: customer must be an object, not 5"),
        ({"customer": {"name": ["Dana"]}}, "context: customer.name must be text, not […]"),
        ({"order": {}}, "context: order must be text"),
        ({"first_contact": "yes"}, "context: first_contact must be true or false, not 'yes'"),
        ({"now": "tomorrow"}, "context: now must be an ISO date, not 'tomorrow'"),
        ({"intent": "complain"}, "context: no intent 'complain'\n  did you mean 'complaint'?"),
        ({"attachments": "a.pdf"}, "context: attachments must be a list, not 'a.pdf'"),
        ({"attachments": [{"name": "a.pdf", "size": "big"}]}, "context: attachments.size must be a number of bytes"),
        ({"attachments": [None]}, "context: attachments must be text, not None"),
        ({"language": ["en"]}, "context: language must be text"),
        ({"intent": [["complaint"]]}, "context: intent must be text, not […]"),
        ({"attachments": [{"size": 10**4000}]}, "context: attachments.size must be a number of bytes, not …"),
        ({"attachments": [{"size": -1}]}, "context: attachments.size must be a number of bytes, not -1"),
    ],
)
def test_a_context_that_is_none_is_told_before_anything_is_printed(bench: Bench, content: object, message: str) -> None:
    done = bench.lint(*context(bench, content), stdin=DRAFT)

    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"replyctl: {message}")
    as_json = bench.lint("-f", "json", *context(bench, content), stdin=DRAFT)
    assert (as_json.code, as_json.out) == (3, "")
    assert json.loads(as_json.err)["error"].startswith(message.partition("\n")[0])


def test_what_a_terminal_obeys_comes_into_no_draft_by_its_mending(bench: Bench) -> None:
    name = {"customer": {"name": "Di\x1b[2Ja\u202ene \x9b2JSmith"}}
    done = bench.lint("--unsafe-fixes", "--fix", *context(bench, name), stdin="Hi Diana,\n\nIt is here.\n")

    assert done.out.startswith("Hi Diane,")


def test_a_context_file_that_is_missing_is_told(bench: Bench) -> None:
    done = bench.lint("--context", "gone.json", stdin=DRAFT)

    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("replyctl: gone.json: cannot read --context: No such file or directory")


def test_unknown_keys_are_passed_over_with_one_notice(bench: Bench) -> None:
    draft = json.dumps({"body": DRAFT, "context": {"mood": "bad", "customer": {"nmae": "Dana"}, "agent": "Noa"}})
    done = bench.lint("-f", "jsonl", "--stdin-format", "jsonl", stdin=f"{draft}\n" * 3)

    assert done.code == 0
    assert len(done.rows) == 3
    assert done.err == "notice: unknown keys in the context are ignored: customer.nmae, mood\n"


@pytest.mark.parametrize(
    "wrong",
    [
        {"closed": 1},
        {"language": "xx"},
        {"language": "../../../etc/passwd"},
        {"language": "/dev/zero"},
        {"language": "x" * 300},
        {"language": "en/../he"},
        {"language": ["en"]},
        {"received": "x"},
        {"customer": []},
        {"attachments": [{"size": 1.5}]},
    ],
)
def test_a_wrong_context_of_one_draft_does_not_stop_the_others(bench: Bench, wrong: dict[str, Any]) -> None:
    drafts = [{"id": "a", "body": DRAFT, "context": wrong}, {"id": "b", "body": DRAFT}]
    done = bench.lint("-f", "jsonl", "--stdin-format", "jsonl", stdin="\n".join(map(json.dumps, drafts)))

    assert done.code == 3
    assert done.rows[0]["line"] == 1
    assert "error" in done.rows[0]
    assert done.rows[1]["id"] == "b"


@pytest.mark.parametrize(
    "given",
    [
        {"company": {"name": "HomeWorks"}, "order": 659, "customer": "Dana", "attachments": ["a.pdf"]},
        {"now": "2026-11-25T09:30:00+02:00", "received": "0001-01-01"},
        {"language": "zh-Hant-TW"},
        {"language": "zh_hant"},
        {"language": ""},
        {"language": "und"},
        dict.fromkeys(["language", "customer", "company", "order", "now", "attachments", "incoming"]),
        {"incoming": ""},
    ],
)
def test_every_form_of_the_contract_is_taken(bench: Bench, given: dict[str, Any]) -> None:
    done = bench.lint("-f", "jsonl", "--fail-level", "never", *context(bench, given), stdin=DRAFT)

    assert (done.code, done.err) == (0, "")


def test_json_in_the_place_of_a_file_name_is_told(bench: Bench) -> None:
    done = bench.lint("--context", '{"customer": "Diane"}', stdin=DRAFT)

    assert (done.code, done.out) == (3, "")
    assert "--context takes the name of a file" in done.err
