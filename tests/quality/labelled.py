"""Our labelled replies through the rules: what was expected, what was found, what was missed, what was too much.

The replies were written and labelled from the requirement catalogue and the contract by authors who never saw the rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from replyctl.lint.context import Context
from replyctl.lint.problem import Problem, Severity
from replyctl.lint.proof import Proof
from replyctl.lint.rule import name_of
from replyctl.lint.rules import RULES
from replyctl.lint.run import Selection, lint_parts

FOLDER = Path(__file__).parent / "replies"
HELD_OUT = Path(__file__).parent / "held_out"
SLIPS = Path(__file__).parent / "slips"
LANGUAGES = ("en", "zh", "he")
PROOF = Selection.of(["proof"], ["unused-suppression"])


@dataclass
class Score:
    """Counts of one rule (or of all) in one language."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass
class Result:
    """What one language's replies gave."""

    language: str
    rules: dict[str, Score] = field(default_factory=dict)
    by_level: dict[Severity, Score] = field(default_factory=lambda: {level: Score() for level in Severity})
    clean: int = 0
    clean_flagged: int = 0
    clean_suggestions: int = 0
    faults: list[str] = field(default_factory=list)
    replies: int = 0

    @property
    def firm(self) -> Score:
        """Errors and warnings together: what the budget is about."""
        firm = [score for level, score in self.by_level.items() if level > Severity.SUGGESTION]
        return Score(*(sum(getattr(score, name) for score in firm) for name in ("right", "wrong", "missed")))


def replies(language: str, folder: Path = FOLDER, kind: str = "") -> list[dict[str, Any]]:
    return list(yaml.safe_load((folder / f"{kind}{language}.yaml").read_text("utf-8")))


def problems_of(item: dict[str, Any], selection: Selection, proof: Proof | None = None) -> list[Problem]:
    context = Context.of({"language": item["id"][:2], **(item.get("context") or {})})
    return lint_parts(item["body"], item.get("subject"), context, selection, proof)[1]


def measure(
    language: str,
    selection: Selection | None = None,
    folder: Path = FOLDER,
    proof: Proof | None = None,
    kind: str = "",
) -> Result:
    """Every reply of a language in a set, expected against found; `kind` stands before the file's name."""
    selection = selection or Selection()
    names = {chosen.name: chosen.rule.SEVERITY for chosen in selection.rules}
    result = Result(language, {name: Score() for name in names})
    for item in replies(language, folder, kind):
        expected = [entry for entry in item.get("expect") or [] if entry["rule"] in names]
        found = problems_of(item, selection, proof)
        result.replies += 1
        if not item.get("expect"):
            result.clean += 1
            result.clean_flagged += any(problem.severity > Severity.SUGGESTION for problem in found)
            result.clean_suggestions += sum(problem.severity is Severity.SUGGESTION for problem in found)
        for outcome, rule, severity, detail in _compare(item, expected, found, names):
            for score in (result.rules[rule], result.by_level[severity]):
                setattr(score, outcome, getattr(score, outcome) + 1)
            if outcome != "right":
                result.faults.append(f"{item['id']} {rule} {outcome}: {detail}")
    return result


def _compare(
    item: dict[str, Any], expected: list[dict[str, str]], found: list[Problem], names: dict[str, Severity]
) -> Iterator[tuple[str, str, Severity, str]]:
    texts = (item.get("subject") or "", item["body"])
    for entry in expected:
        hit = next((p for p in found if _agree(p.rule, entry["rule"]) and _meets(entry["text"], p, texts)), None)
        yield (
            ("right" if hit else "missed"),
            entry["rule"],
            hit.severity if hit else names[entry["rule"]],
            entry["text"],
        )
    for problem in found:
        if not any(_agree(problem.rule, e["rule"]) and _meets(e["text"], problem, texts) for e in expected):
            yield "wrong", problem.rule, problem.severity, problem.text or problem.message


def _agree(rule: str, other: str) -> bool:
    """Whether two rules say the same: a slip may be called spelling or grammar, and a word twice also repeated-word."""
    return rule == other or {rule, other} <= {"spelling", "grammar", "repeated-word"}


def _meets(text: str, problem: Problem, texts: tuple[str, str]) -> bool:
    """Whether a problem is about the labelled piece of text; "" on either side is about the whole mail."""
    if not text or not problem.text:
        return True
    where = texts[0] if problem.zone == "subject" else texts[1]
    at = where.find(text)
    while at >= 0:
        if at < problem.end and problem.start < at + len(text):
            return True
        at = where.find(text, at + 1)
    return False


def rules_in_order() -> list[str]:
    return [name_of(rule) for rule in RULES]


def most_frequent(results: list[Result]) -> Counter[str]:
    return Counter(fault.split()[1] for result in results for fault in result.faults)
