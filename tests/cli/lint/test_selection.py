"""Which rules run, how severe they are, and when the command fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Bench

# An error, a warning and a suggestion.
DRAFT = "Hello Diane,\n\nYour {{order}} is on the the way. It comes pursuant to our talk.\n"
THREE = "placeholder,repeated-word,stiff-wording"


def test_rules_and_groups_are_selected_and_ignored_by_name(bench: Bench) -> None:
    def rules(*arguments: str) -> set[str]:
        return set(bench.lint("-f", "jsonl", *arguments, stdin=DRAFT).rules)

    assert rules("--select", "placeholder") == {"placeholder"}
    assert rules("--select", "placeholder, repeated-word") == {"placeholder", "repeated-word"}
    assert rules("--select", "placeholder", "--select", "voice") == {"placeholder", "stiff-wording"}
    assert rules("--select", "proof,policy", "--ignore", "policy") == {"repeated-word"}
    assert "placeholder" in rules()
    assert "placeholder" not in rules("--ignore", "placeholder")
    assert rules("--select", "proof", "--ignore", "proof") == set()


@pytest.mark.parametrize("flag", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("word", "hint"), [("repeated-words", "repeated-word"), ("polcy", "policy"), ("qqq", "`replyctl rules` lists them")]
)
def test_an_unknown_rule_is_wrong_usage_with_a_hint(bench: Bench, flag: str, word: str, hint: str) -> None:
    done = bench.lint(flag, word, stdin=DRAFT)

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"replyctl: no rule '{word}'\n")
    assert hint in done.err


@pytest.mark.parametrize(
    ("level", "select", "code"),
    [
        ("error", THREE, 1),
        ("error", "repeated-word,stiff-wording", 0),
        ("warning", "repeated-word", 1),
        ("warning", "stiff-wording", 0),
        ("suggestion", "stiff-wording", 1),
        ("suggestion", "emoticon", 0),
        ("never", THREE, 0),
        (None, THREE, 1),
        (None, "repeated-word,stiff-wording", 0),
    ],
)
def test_it_fails_at_the_level_that_is_asked_for(bench: Bench, level: str | None, select: str, code: int) -> None:
    done = bench.lint("--select", select, *(("--fail-level", level) if level else ()), stdin=DRAFT)

    assert (done.code, done.err) == (code, "")


@pytest.mark.parametrize("arguments", [("--fail-level", "all"), ("-f", "xml"), ("--stdin-format", "csv"), ("--nope",)])
def test_a_wrong_flag_is_wrong_usage(bench: Bench, arguments: tuple[str, ...]) -> None:
    done = bench.lint(*arguments, stdin=DRAFT)

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("replyctl: ")


def test_an_unreadable_input_weighs_more_than_a_problem(bench: Bench) -> None:
    assert bench.lint("gone.txt", bench.put("a.txt", DRAFT)).code == 3


def test_the_configuration_selects_ignores_and_weighs(bench: Bench) -> None:
    bench.configure("lint: {select: [policy, repeated-word], ignore: [pii], severity: {repeated-word: error}}\n")
    [row] = bench.lint("-f", "jsonl", stdin=f"{DRAFT}Card 4111 1111 1111 1111.").rows

    assert [(one["rule"], one["severity"]) for one in row["problems"]] == [
        ("placeholder", "error"),
        ("repeated-word", "error"),
    ]


def test_a_flag_selects_instead_of_the_configuration_and_ignores_beside_it(bench: Bench) -> None:
    bench.configure("lint: {select: [proof], ignore: [placeholder]}\n")

    assert bench.lint("-f", "jsonl", "--select", THREE, stdin=DRAFT).rules == ["repeated-word", "stiff-wording"]
    assert bench.lint("-f", "jsonl", "--ignore", "repeated-word", stdin=DRAFT).rules == []


def test_options_of_a_rule_come_from_the_configuration(bench: Bench) -> None:
    body = "The lamp is here and waits for you at the desk downstairs.\n"
    bench.configure("lint: {options: {too-long: {suggest: 5, max: 8}}}\n")

    assert bench.lint("-f", "jsonl", "--select", "too-long", stdin=body).rules == ["too-long"]


@pytest.mark.parametrize(
    ("lint", "message", "hint"),
    [
        ("{severity: {repeated-words: error}}", "no rule 'repeated-words'", "did you mean 'repeated-word'?"),
        ("{select: [polcy]}", "no rule 'polcy'", "did you mean 'policy'?"),
        ("{ignore: [nothing]}", "no rule 'nothing'", ""),
        ("{options: {toolong: {low: 1}}}", "no rule 'toolong'", "did you mean 'too-long'?"),
        ("{options: {too-long: {sugest: 1}}}", "rule too-long has no option 'sugest'", "did you mean 'suggest'?"),
        ("{options: {too-long: {max: many}}}", "option max of rule too-long takes int, not 'many'", ""),
        ("{severity: {repeated-word: grave}}", "", "error"),
        ("{vocabulry: [x]}", "", "did you mean 'vocabulary'?"),
    ],
)
def test_what_the_configuration_names_must_exist(bench: Bench, lint: str, message: str, hint: str) -> None:
    bench.configure(f"lint: {lint}\n")
    done = bench.lint(stdin=DRAFT)

    assert (done.code, done.out) == (3, "")
    assert message in done.err
    assert hint in done.err


def test_a_wrong_flag_stays_wrong_usage_beside_a_configuration(bench: Bench) -> None:
    bench.configure("lint: {ignore: [pii]}\n")

    assert bench.lint("--select", "nothing", stdin=DRAFT).code == 2
