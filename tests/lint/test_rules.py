"""Every rule against its cases (tests/lint/cases/<rule>.yaml) and against the examples of its docstring."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest
import yaml

from replyctl.lint import explain
from replyctl.lint.context import Context
from replyctl.lint.problem import Problem, Severity
from replyctl.lint.rule import GROUPS, Rule, is_adjustable, is_afterwards, name_of
from replyctl.lint.rules import RULES
from replyctl.lint.run import Selection, lint_parts

CASES = Path(__file__).parent / "cases"
LANGUAGES = ("en", "zh", "he")
RULE_FILES = Path(explain.__file__).parent / "rules"


def problems(rule: str, case: dict[str, Any]) -> list[Problem]:
    """What the rule says of a case; `unused-suppression` looks at what the others left."""
    context = Context.of({"language": case.get("lang", "en"), **case.get("context", {})})
    selection = Selection.of(
        select=[] if rule == "unused-suppression" else [rule], options={rule: case.get("options", {})}
    )
    found = lint_parts(case.get("body", ""), case.get("subject"), context, selection)[1]
    return [problem for problem in found if problem.rule == rule]


def cases(kind: str) -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        for number, case in enumerate(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader).get(kind) or [], 1):
            found.append(pytest.param(path.stem, case, id=f"{path.stem}-{case.get('lang')}-{number}"))
    return found


def examples(kind: str) -> list[Any]:
    return [
        pytest.param(name_of(rule), yaml.safe_load(text) if text.startswith("{") else {"body": text}, id=name_of(rule))
        for rule in RULES
        for label, text in explain.examples(rule)
        if label == kind
    ]


@pytest.mark.parametrize(("rule", "case"), cases("flag"))
def test_a_fault_is_flagged_where_it_stands(rule: str, case: dict[str, Any]) -> None:
    found = problems(rule, case)

    wanted = case["at"] if isinstance(case["at"], list) else [case["at"]]
    assert [problem.text for problem in found] == wanted
    if "severity" in case:
        assert {str(problem.severity) for problem in found} == {case["severity"]}


@pytest.mark.parametrize(("rule", "case"), cases("pass"))
def test_a_text_without_the_fault_is_left_alone(rule: str, case: dict[str, Any]) -> None:
    assert [problem.text or problem.message for problem in problems(rule, case)] == []


@pytest.mark.parametrize(("rule", "case"), examples("Bad"))
def test_the_bad_example_of_a_rule_is_flagged(rule: str, case: dict[str, Any]) -> None:
    assert problems(rule, case)


@pytest.mark.parametrize(("rule", "case"), examples("Good"))
def test_the_good_example_of_a_rule_passes(rule: str, case: dict[str, Any]) -> None:
    assert problems(rule, case) == []


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_a_rule_has_what_a_rule_is_made_of(rule: Rule) -> None:
    second = {"draft": 1, "options": is_adjustable(rule), "said": is_afterwards(rule)}

    assert isinstance(rule.SEVERITY, Severity)
    assert rule.GROUP in GROUPS
    assert rule.SOURCE
    assert [*inspect.signature(rule.check).parameters] == [name for name, taken in second.items() if taken]


def test_every_rule_file_is_registered_and_has_its_cases() -> None:
    files = {path.stem.replace("_", "-") for path in RULE_FILES.glob("*.py")} - {"--init--"}

    assert {name_of(rule) for rule in RULES} == files == {path.stem for path in CASES.glob("*.yaml")}


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_every_rule_explains_itself(rule: Rule) -> None:
    assert explain.summary(rule).endswith(".")
    assert {label for label, _ in explain.examples(rule)} == {"Bad", "Good"}
    assert rule.SOURCE
    assert name_of(rule) in explain.explained(name_of(rule))


@pytest.mark.parametrize("rule", RULES, ids=name_of)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_cases_in_every_language(rule: Rule, language: str) -> None:
    data = yaml.load((CASES / f"{name_of(rule)}.yaml").read_text("utf-8"), yaml.CSafeLoader)

    assert {"flag", "pass"} <= set(data)
    for kind in ("flag", "pass"):
        assert any(case.get("lang") == language for case in data[kind]), f"no {kind} case in {language}"


def test_the_example_of_an_apology_is_in_the_script_of_the_reply() -> None:
    context = {"order": "HW-659", "incoming": "訂單還沒到。"}
    other = {"lang": "zh-Hant", "body": "您好：\n\n對於給您帶來的不便，我們深表歉意。", "context": context}
    own = {"lang": "zh", "body": "您好：\n\n对于给您带来的不便，我们深表歉意。", "context": context}

    assert "您的訂單" in problems("vague-apology", other)[0].message
    assert "您的订单" in problems("vague-apology", own)[0].message
