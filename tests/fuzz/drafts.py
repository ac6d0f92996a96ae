"""Drafts: every rule, every fix, every report. `how`: context, subject (then the draft is two strings), columns, through.

`through` says how: absent, the stages one by one in this process; `command`, `lint` with a file in a child process;
`process`, the program as it is started.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count, zip_longest
from random import Random
from typing import Any
from unicodedata import category

from replyctl import report
from replyctl.cli import linter
from replyctl.cli.inputs import Input
from replyctl.errors import ReplyctlError
from replyctl.lint.context import Context
from replyctl.lint.fix import mend
from replyctl.lint.given_draft import GivenDraft
from replyctl.lint.problem import Edit, Problem
from replyctl.lint.proof import Proof
from replyctl.lint.run import Selection, lint
from replyctl.report.checked import Checked
from replyctl.report.protocol import Style
from tests.fuzz import command, seeds, shown
from tests.fuzz.case import Case
from tests.fuzz.mutate import anything, mutated, mutated_value
from tests.fuzz.tally import Tally, hold

ALL = Selection()
_SECRET = 8
"""Characters from which a secret does not stand in a report by chance."""


def cases(random: Random) -> Iterator[Case]:
    """Endless."""
    for number in count(1):
        seed, other = seeds.draft(random), seeds.draft(random)
        body = anything(random) if random.random() < 0.08 else mutated(seed.body, random, other.body)
        context = mutated_value(seed.context, random) if random.random() < 0.2 else seed.context
        context = context if isinstance(context, dict) else {"customer": context}
        how: dict[str, Any] = {"context": context, "columns": random.randint(20, 200)}
        if random.random() < 0.3:
            how["subject"] = mutated(seed.subject or "", random, other.subject or "")
        elif random.random() < 0.2:
            body = f"Subject: {mutated(seed.subject or '', random)}\n\n{body}"
        if number % 10 == 0:
            how["engine"] = "harper"
        if number % 40 == 0:
            how["through"], how["argv"] = "command", random.choice(ARGUMENTS)
        if number % 400 == 0:
            how["through"] = "process"
        yield Case(body, how)


ARGUMENTS = (
    *(("-f", name) for name in report.FORMATS),
    ("-v",),
    ("--statistics",),
    ("--diff",),
    ("--diff", "--unsafe-fixes"),
    ("--fix",),
    ("--fix", "--unsafe-fixes", "-v"),
    ("-f", "jsonl", "--stdin-format", "jsonl"),
)


def check(case: Case, tally: Tally) -> None:
    """Broken, or whatever the program raises."""
    command.ready()
    if through := case.how.get("through"):
        _through(case, tally, through)
        return
    try:
        context = Context.of(case.how.get("context") or {})
        checked = _checked(case, context, tally)
    except ReplyctlError:
        tally.seen["refused"] += 1
        return
    texts = (case.how.get("subject", case.text) or "", case.text)
    tally.seen.update({one.rule for one in checked.problems})
    _true(checked.problems, texts)
    _reported(checked, case, tally, _secrets(checked, texts))
    if "subject" not in case.how:
        for unsafe in (False, True):
            _mended(case, context, tally, unsafe=unsafe)


def _checked(case: Case, context: Context, tally: Tally) -> Checked:
    whole = "subject" not in case.how
    draft = Input("draft.txt", "path", subject=case.how.get("subject"), body=case.text, whole=whole)
    with tally.step("lint", len(case.text)):
        return linter.check(draft, context, ALL, _proof() if case.how.get("engine") else None)


@cache
def _proof() -> Proof:
    from replyctl.config import Grammar
    from replyctl.grammar.proofreader import Proofreader

    proofreader = Proofreader(Grammar(), "harper")
    proofreader.check("Thier zqxvbn.", [], "en")  # builds it, which is no draft's fault
    return Proof(proofreader)


def _true(problems: Sequence[Problem], texts: tuple[str, str]) -> None:
    """Every problem stands where it says, and its edits within the text."""
    for one in problems:
        text = texts[one.zone != "subject"]
        hold(0 <= one.start <= one.end <= len(text), f"offsets of {one.rule} outside the text")
        if one.text:
            written = text[one.start : one.end]
            same = written == one.text or (len(written) == len(one.text) and "•" in one.text)
            hold(same, f"the text of {one.rule} is not what stands there")
            line, column = text.count("\n", 0, one.start) + 1, one.start - text.rfind("\n", 0, one.start)
            hold((one.line, one.column) == (line, column), f"line and column of {one.rule} are not where it stands")
        edits = sorted(one.fix.edits) if one.fix else []
        hold(all(_is_its_own(edit, one, text) for edit in edits), f"an edit of {one.rule} beyond what it found")
        for edit, after in zip_longest(edits, edits[1:]):
            hold(0 <= edit.start <= edit.end <= len(text), f"an edit of {one.rule} outside the text")
            hold(after is None or edit.end <= after.start, f"edits of {one.rule} overlap")


_MARKUP = re.compile(r"&[#\w]+;|</?\w[^<>]*>|\*\*.+\*\*|#+ ")


def _is_its_own(edit: Edit, problem: Problem, text: str) -> bool:
    """Whether it lies where the problem is, with what is blank around it, or mends the same words, or markup, elsewhere."""
    around = text[edit.start : problem.start] + text[problem.end : edit.end]
    blank = all(char.isspace() or category(char) in {"Cc", "Cf", "Mn"} for char in around)
    mended = text[edit.start : edit.end]
    return blank or mended == problem.text or _MARKUP.fullmatch(mended) is not None


def _reported(checked: Checked, case: Case, tally: Tally, secrets: set[str]) -> None:
    columns = case.how.get("columns", 80)
    coloured = columns % 2 == 1
    look = Style(coloured, questions=True, columns=columns)
    reports = {name: report.in_format(name, look) for name in report.FORMATS}
    for name, made in reports.items():
        with tally.step(name, len(case.text)):
            text = f"{made.head}{made.draft(checked)}{made.tail}"
        shown.check(text, f"the {name} report", coloured=coloured and name == "pretty")
        text.encode()
        if name in {"json", "sarif", "jsonl"}:
            json.loads(text)
        for secret in secrets:
            hold(secret not in text, f"a secret in the {name} report")


def _secrets(checked: Checked, texts: tuple[str, str]) -> set[str]:
    """What `pii` found, as it stands in the draft."""
    found = (texts[one.zone != "subject"][one.start : one.end] for one in checked.problems if one.rule == "pii")
    return {text for text in found if len(text) >= _SECRET}


def _mended(case: Case, context: Context, tally: Tally, *, unsafe: bool) -> None:
    """A second run of fixes changes nothing, and none brings a control into the text."""

    def problems(text: str) -> list[Problem]:
        with tally.step("lint of a mended draft", len(text)):
            return lint(GivenDraft.of(text), context, ALL)[1]

    mended, edits = mend(case.text, problems, unsafe=unsafe)
    if edits:
        tally.seen["mended"] += 1
        hold(mend(mended, problems, unsafe=unsafe) == (mended, 0), "a second run of fixes changes something")
        hold(set(shown.raw(mended)) <= set(shown.raw(case.text)), "a fix writes a control character")


def _through(case: Case, tally: Tally, through: str) -> None:
    """`lint` with a draft and its context in files, on a terminal."""
    argv = list(case.how.get("argv", ()))
    with command.home() as home:
        desk = home / "desk"
        (desk / "context.json").write_text(json.dumps(case.how["context"]), "utf-8")
        stdin = json.dumps({"body": case.text, "context": case.how["context"]}).encode()
        (desk / "draft.txt").write_bytes(case.text.encode("utf-8", "surrogatepass"))
        argv = ["lint", *argv, *(() if "jsonl" in argv[-1:] else ("draft.txt", "--context", "context.json"))]
        if through == "process":
            _process(argv, command.environment(home), stdin, str(desk))
            return
        done = command.run(argv, home, stdin=stdin, columns=case.how.get("columns", 80))
        tally.took(done.seconds, " ".join(argv[:3]), len(case.text))
        command.check(done)
        shown.check(done.out, f"the output of {' '.join(argv[:3])}")


def _process(argv: list[str], env: dict[str, str], stdin: bytes, folder: str) -> None:
    program = [sys.executable, "-m", "replyctl", *argv]
    env = {**env, "PYTHONPATH": str(seeds.ROOT)}
    done = subprocess.run(program, input=stdin, capture_output=True, cwd=folder, env=env, timeout=30, check=False)
    hold(done.returncode in command.CODES, f"exit code {done.returncode} of the process")
    hold(b"Traceback (most" not in done.stderr, "a traceback on stderr of the process")
    shown.check((done.stdout + done.stderr).decode(), "the output of the process")
