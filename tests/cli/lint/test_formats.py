"""Problems as each format prints them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

if TYPE_CHECKING:
    from conftest import Bench

FORMATS = ("pretty", "concise", "json", "jsonl", "github", "sarif")
# From the npm package @microsoft/jest-sarif 1.0.0-beta.0 (MIT), as it is.
SARIF = json.loads((Path(__file__).parent / "sarif-2.1.0.json").read_text("utf-8"))
DRAFT = "Subject: \n\nHello Diane,\n\nPlease send the the lamp back!!\n"
RULES = ("--select", "subject-missing,repeated-word,exclamation,no-closing")
CARD = "4111 1111 1111 1111"


def sarif(text: str) -> Any:  # noqa: ANN401 - JSON
    """The document, valid."""
    document = json.loads(text)
    checker = jsonschema.Draft4Validator.FORMAT_CHECKER
    jsonschema.Draft4Validator(SARIF, format_checker=checker).validate(document)
    return document["runs"][0]


def says(bench: Bench) -> dict[str, str]:
    """What the rules say of the draft."""
    [row] = bench.lint(*RULES, "-f", "jsonl", stdin=DRAFT).rows
    return {problem["rule"]: problem["message"] for problem in row["problems"]}


def test_pretty_shows_the_line_and_marks_the_place(bench: Bench) -> None:
    message = says(bench)

    assert bench.lint(*RULES, bench.put("a.txt", DRAFT)).out == (
        f"a.txt:1:1: warning no-closing: {message['no-closing']}\n"
        f"a.txt:1:10: error subject-missing: {message['subject-missing']}\n"
        "a.txt:5:17: warning repeated-word [*]: 'the' is written twice.\n"
        "  | Please send the the lamp back!!\n"
        "  |                 ^^^\n"
        "a.txt:5:30: warning exclamation [*]: One mark at a time.\n"
        "  | Please send the the lamp back!!\n"
        "  |                              ^^\n"
        "1 error, 3 warnings\n"
        "[*] 2 fixable with --fix\n"
    )


def test_pretty_says_when_there_is_nothing_to_say(bench: Bench) -> None:
    assert bench.lint("--select", "proof", stdin="Hi Diane,").out == "no problems\n"


def test_pretty_marks_wide_characters_by_their_columns(bench: Bench) -> None:
    out = bench.lint("--select", "repeated-word,punctuation", stdin="王先生，您好:\n\n您的台灯已经寄出。。\n").out

    shown = [line for line in out.splitlines() if line.startswith("  |")]
    assert shown[-2:] == ["  | 您的台灯已经寄出。。", "  | " + " " * 16 + "^^^^"]


def test_pretty_marks_right_to_left_text_with_brackets_and_keeps_it_apart(bench: Bench) -> None:
    out = bench.lint("--select", "exclamation", stdin="שלום דיאן,\n\nהמנורה בדרך אליך!!\n").out

    assert "  | \u2068המנורה בדרך אליך⟦!!⟧\u2069\n" in out
    assert "^" not in out


def test_concise_is_a_line_a_problem_and_tells_what_fix_mends(bench: Bench) -> None:
    message = says(bench)

    assert bench.lint(*RULES, "-f", "concise", bench.put("a.txt", DRAFT)).out == (
        f"a.txt:1:10: error subject-missing: {message['subject-missing']}\n"
        f"a.txt:1:1: warning no-closing: {message['no-closing']}\n"
        "a.txt:5:17: warning repeated-word [*]: 'the' is written twice.\n"
        "a.txt:5:30: warning exclamation [*]: One mark at a time.\n"
    )


def test_json_is_an_array_of_what_jsonl_prints_a_line_each(bench: Bench) -> None:
    names = bench.put("a.txt", DRAFT), bench.put("b.txt", "Hi."), "gone.txt"
    rows = bench.lint(*names, "-f", "jsonl").rows

    assert json.loads(bench.lint(*names, "-f", "json").out) == rows
    assert [row["path"] for row in rows] == list(names)


@pytest.mark.parametrize(
    ("body", "language"), [("Hello, the lamp is here.", "en"), ("您好", "zh"), ("שלום", "he"), ("12", None)]
)
def test_the_language_is_told(bench: Bench, body: str, language: str | None) -> None:
    assert bench.lint("-f", "jsonl", stdin=body).rows[0]["language"] == language


def test_questions_stand_in_json_where_the_customers_mail_is_known(bench: Bench) -> None:
    case = {"incoming": "Can I return the lamp? When will the refund arrive?"}
    draft = {"id": 1, "body": "Hi Diane,\n\nYes, you can return the lamp within 30 days.\n", "context": case}
    with_mail, without = bench.lint(
        "-f", "jsonl", "--stdin-format", "jsonl", stdin=f'{json.dumps(draft)}\n{{"body": "Hi."}}'
    ).rows

    assert with_mail["questions"] == [
        {
            "text": "Can I return the lamp?",
            "status": "answered",
            "by": "Yes, you can return the lamp within 30 days",
        },
        {"text": "When will the refund arrive?", "status": "open", "by": None},
    ]
    assert "questions" not in without


def test_verbose_shows_the_table_of_questions(bench: Bench) -> None:
    case = bench.put("case.json", '{"incoming": "Can I return the lamp? האם המנורה חזרה למלאי?"}')
    out = bench.lint("-v", "--context", case, stdin="Hi Diane,\n\nYes, you can return the lamp.\n").out

    assert "questions\n  answered  Can I return the lamp?\n            Yes, you can return the lamp" in out
    assert "\u2068האם המנורה חזרה למלאי?\u2069" in out


def test_github_escapes_what_its_commands_are_made_of(bench: Bench) -> None:
    name = bench.put("a,b:100%\u2028.txt", "Your lamp is 100% {{ready, set: go}} now")
    out = bench.lint("-f", "github", "--select", "placeholder", name).out

    assert out.startswith("::error file=a%2Cb%3A100%25\ufffd.txt,line=1,col=19,title=placeholder::")
    assert out.count("\n") == 1


def test_github_names_an_input_that_cannot_be_read(bench: Bench) -> None:
    assert bench.lint("-f", "github", "gone.txt").out == (
        "::error::gone.txt: cannot be read: No such file or directory\n"
    )


def test_sarif_is_valid_and_points_at_the_text(bench: Bench) -> None:
    run = sarif(bench.lint("-f", "sarif", bench.put("a b.txt", DRAFT), bench.put("c.txt", "Hi.")).out)
    known = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}

    assert all(result["ruleId"] in known for result in run["results"])
    [twice] = [result for result in run["results"] if result["ruleId"] == "repeated-word"]
    place = twice["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b.txt"
    assert place["region"] == {"startLine": 5, "startColumn": 17, "endLine": 5, "endColumn": 20}


@pytest.mark.parametrize(
    "draft",
    [
        "",
        "\ufeffHi 👋🏽!!\r\n\r\nthe the lamp\r\n",
        "אני מצטער!!\u200f\n\n> קודם\n\nהמנורה המנורה",
        "您好：\n\n您的 {{订单}} 已经寄出。。\n" * 40,
        "a ! b\rc ! d\u2028e ! f\x85g !!",
    ],
)
def test_sarif_is_valid_for_any_draft(bench: Bench, draft: str) -> None:
    for problem in sarif(bench.lint("-f", "sarif", stdin=draft).out)["results"]:
        region = problem["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])


def test_sarif_is_valid_when_an_input_cannot_be_read(bench: Bench) -> None:
    done = bench.lint("-f", "sarif", "gone.txt")

    assert done.code == 3
    assert not sarif(done.out)["invocations"][0]["executionSuccessful"]


def test_statistics_count_by_rule_the_most_frequent_first(bench: Bench) -> None:
    arguments = ("--select", "repeated-word,exclamation", "--statistics")
    draft = "The the lamp, the the bulb!!\n"

    assert bench.lint(*arguments, stdin=draft).out == (
        "     2  warning     repeated-word\n     1  warning     exclamation\n"
    )
    assert json.loads(bench.lint(*arguments, "-f", "json", stdin=draft).out) == [
        {"rule": "repeated-word", "severity": "warning", "count": 2},
        {"rule": "exclamation", "severity": "warning", "count": 1},
    ]


@pytest.mark.parametrize("format_", FORMATS)
def test_no_format_repeats_a_secret(bench: Bench, format_: str) -> None:
    case = bench.put(
        "case.json", json.dumps({"incoming": f"Did you charge my card {CARD}? Is 5500 0000 0000 0004 gone?"})
    )
    draft = f"Subject: Card {CARD}!!\n\nHi,\n\nyour card {CARD} was charged, {{{{ {CARD} }}}} twice!!\n"
    done = bench.lint("-f", format_, "-v", "--context", case, bench.put("a.txt", draft))

    assert "pii" in done.out
    for secret in (CARD, "4111 1111", "5500 0000"):
        assert secret not in done.out + done.err


def test_a_masked_text_keeps_its_place_and_its_last_four(bench: Bench) -> None:
    draft = f"Your card {CARD} was charged."
    [problem] = bench.lint("-f", "jsonl", "--select", "pii", stdin=draft).rows[0]["problems"]

    assert problem["text"] == "•••• •••• •••• 1111"
    assert draft[problem["start"] : problem["end"]] == CARD
