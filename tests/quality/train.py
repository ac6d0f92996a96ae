"""`python -m tests.quality.train [--write]`: learns the weights by which reading/fit.py tells that a question was left open.

From the mails of answers/teach (`REPLYCTL_DATA` names the folder) and from our own labelled replies, each of which counts
as four of those. Printed: cross-validated over the sources, where the rule would speak.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import replyctl.reading.fit
from replyctl.lint.context import Context
from replyctl.lint.draft import Draft
from replyctl.reading.answers import SURE, searched
from replyctl.reading.candidates import Candidates
from replyctl.reading.fit import Signs, signs
from replyctl.reading.questions import questions
from replyctl.reading.quoted import under_quotes
from replyctl.text.other_script import read
from tests.quality import real
from tests.quality.labelled import FOLDER, HELD_OUT, LANGUAGES, replies
from tests.quality.rounds import FOLDER as ROUNDS

WEIGHTS = Path(replyctl.reading.fit.__file__).with_name("weights.json")
OWN = 4.0
FOLDS = 8
STEPS = 12
"""Of Newton's method: it does not change any more."""
RIDGE = 1.0


class Example(NamedTuple):
    """A question and what became of it."""

    language: str
    source: str
    signs: Signs
    unanswered: bool
    count: float


def learned(examples: Sequence[Example]) -> list[float]:
    """Weights of a logistic regression, the languages' intercepts first."""
    rows = [_row(one) for one in examples]
    weights = [0.0] * len(rows[0])
    for _ in range(STEPS):
        gradient = [-RIDGE * weight * (at >= len(LANGUAGES)) for at, weight in enumerate(weights)]
        hessian = [
            [RIDGE * (at == to) * (at >= len(LANGUAGES)) for to in range(len(weights))] for at in range(len(weights))
        ]
        for row, one in zip(rows, examples, strict=True):
            likely = _likely(weights, row)
            for at, value in enumerate(row):
                gradient[at] += one.count * (one.unanswered - likely) * value
                for to, other in enumerate(row):
                    hessian[at][to] += one.count * likely * (1 - likely) * value * other
        weights = [weight + step for weight, step in zip(weights, _solved(hessian, gradient), strict=True)]
    return weights


def _row(one: Example) -> tuple[float, ...]:
    return (*(float(one.language == language) for language in LANGUAGES), *one.signs)


def _likely(weights: Sequence[float], row: Sequence[float]) -> float:
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, row, strict=True))))


def _solved(matrix: list[list[float]], values: list[float]) -> list[float]:
    """The linear equations' solution, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, values, strict=True)]
    for at in range(len(rows)):
        best = max(range(at, len(rows)), key=lambda to: abs(rows[to][at]))
        rows[at], rows[best] = rows[best], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for to, row in enumerate(rows):
            if to != at:
                rows[to] = [value - row[at] * own for value, own in zip(row, rows[at], strict=True)]
    return [row[-1] for row in rows]


def examples(data: Path) -> Iterator[Example]:
    """All that is learned from."""
    for language in LANGUAGES:
        for line in (data / "answers" / f"teach.{language}.jsonl").read_text("utf-8").splitlines():
            item = json.loads(line)
            context = {"language": language, "incoming": item["incoming"]}
            yield from _questions(item["reply"], context, item["unanswered"], item["source"], 1.0)
        for number, item in enumerate(
            one for folder in (FOLDER, HELD_OUT, *sorted(ROUNDS.iterdir())) for one in replies(language, folder)
        ):
            labels = [one["text"] for one in item.get("expect") or [] if one["rule"] == "unanswered-question"]
            if (item.get("context") or {}).get("incoming") and all(labels):
                context = {"language": language, **item["context"]}
                yield from _questions(item["body"], context, labels, f"own {number % FOLDS}", OWN)


def _questions(
    body: str, context: dict[str, Any], unanswered: Sequence[str], source: str, count: float
) -> Iterator[Example]:
    draft = Draft(body, None, Context.of(context))
    mail = draft.incoming
    asked = questions(mail) if mail else []
    if mail is None or not asked:
        return
    candidates = Candidates(draft.body)
    quoted = under_quotes(draft.body, asked)
    taken = [one.by for one in searched(mail, asked, draft.body, candidates, quoted, refuses=draft.is_refusal)]
    open_ones = [_plain(read(text, mail.language)) for text in unanswered]
    for question, (found, _) in zip(asked, signs(mail, asked, draft.body, candidates, taken), strict=False):
        text = _plain(mail.text[question.start : question.end])
        is_open = any(text in one or one in text for one in open_ones)
        yield Example(context["language"], source, found, is_open, count)


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" ?？.")


def main() -> None:
    """Learn and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.train", description="How sure a question is open.")
    parser.add_argument("--write", action="store_true", help="into the program")
    options = parser.parse_args()
    data = real.folder()
    if data is None:
        sys.exit("REPLYCTL_DATA must name the folder that holds answers/teach.en.jsonl")
    known = list(examples(data))
    sources = sorted({one.source for one in known})
    likely: list[tuple[Example, float]] = []
    for fold in range(FOLDS):
        held = set(sources[fold::FOLDS])
        weights = learned([one for one in known if one.source not in held])
        likely += [(one, _likely(weights, _row(one))) for one in known if one.source in held]
    for language in LANGUAGES:
        for alone in (True, False):
            these = [(one, p) for one, p in likely if one.language == language and bool(one.signs.alone) is alone]
            right = sorted((p for one, p in these if one.unanswered), reverse=True)
            wrong = sorted((p for one, p in these if not one.unanswered), reverse=True)
            area = sum(p > other for p in right for other in wrong) / (len(right) * len(wrong))
            share = [sum(p > SURE for p in ps) / len(ps) for ps in (right, wrong)]
            print(
                f"{language} {'one question' if alone else 'several'}: {len(these)} questions, area under the curve {area:.2f};"
                f" at {SURE} {share[0]:.0%} of the open ones, {share[1]:.1%} of the answered ones"
            )
    weights = [round(weight, 3) for weight in learned(known)]
    intercepts = dict(zip(LANGUAGES, weights, strict=False))
    by_name = dict(zip(Signs._fields, weights[len(LANGUAGES) :], strict=True))
    text = json.dumps({"intercepts": intercepts, "weights": by_name}, indent=2)
    print(text)
    if options.write:
        WEIGHTS.write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    main()
