"""False alarms on text that nobody here wrote: replies (en), dialogue turns (zh) and paragraphs (he) of other hands.

Rules about what a whole mail must hold are left out, since these are fragments. Each kind of hit was looked at and
judged (verdicts.yaml): a hit on which an experienced team lead would not act is a false alarm.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from replyctl.lint.context import Context
from replyctl.lint.explain import names
from replyctl.lint.run import Selection, lint_parts

HERE = Path(__file__).parent


class Source(NamedTuple):
    """A file of real text: its path, the key of the text, the key of the customer's words where they are known."""

    path: str
    text: str
    incoming: str
    what: str


SOURCES = {
    "en": Source("bitext/replies.en.jsonl", "response", "instruction", "Bitext replies"),
    "zh": Source("crosswoz/turns.zh.jsonl", "text", "", "CrossWOZ turns"),
    "he": Source("heq/paragraphs.he.jsonl", "text", "", "HeQ paragraphs"),
    "en FAQ": Source("answers/teach.en.jsonl", "answers", "", "FAQ answers"),
    "zh FAQ": Source("answers/teach.zh.jsonl", "answers", "", "FAQ answers"),
    "he FAQ": Source("answers/teach.he.jsonl", "answers", "", "FAQ answers"),
}
"""By the language, and what else tells them apart."""
_FAQ = {"faq", "support"}
"""Styles of mails whose answers a company wrote; the others are reading comprehension."""
WHOLE_MAIL = (
    "greeting-missing",
    "greeting-no-name",
    "greeting-wrong-name",
    "no-closing",
    "no-introduction",
    "signature-missing-contact",
    "no-next-step",
    "no-further-help",
)
"""Beside the subject rules, which stay silent where no subject is known."""
AROUND = 40
"""Characters shown around a hit."""


class Verdict(NamedTuple):
    """What was judged of a rule's hits in one source."""

    wrong: int
    of: int
    why: str

    @property
    def share(self) -> float:
        """The share of hits on which a team lead would not act."""
        return self.wrong / self.of

    def __str__(self) -> str:
        kind = {0.0: "true", 1.0: "false alarm"}.get(self.share, "mostly true" if self.share < 1 / 2 else "mostly false")  # fmt: skip
        return f"{kind} ({self.wrong} wrong of {self.of} read): {self.why}"


@dataclass
class Real:
    """What the texts of one source gave."""

    name: str
    what: str
    texts: int = 0
    hits: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """By rule: each hit as it is shown."""

    def false_alarms(self, rule: str) -> float:
        """How many of the rule's hits are false alarms; all of them, where nobody judged."""
        verdict = verdicts().get(self.name, {}).get(rule)
        return len(self.hits[rule]) * (verdict.share if verdict else 1.0)

    def per_hundred(self) -> float:
        """False alarms of all rules together per 100 texts."""
        return 100 * sum(map(self.false_alarms, self.hits)) / max(self.texts, 1)


def folder() -> Path | None:
    """Where the real text lies: REPLYCTL_DATA, else the folder `shared/data` beside the project; None where it does not."""
    given = os.environ.get("REPLYCTL_DATA")
    found = Path(given) if given else HERE.parents[2] / "shared" / "data"
    return found if all((found / source.path).is_file() for source in SOURCES.values()) else None


@cache
def verdicts() -> dict[str, dict[str, Verdict]]:
    """By source, then by rule."""
    read = yaml.safe_load((HERE / "verdicts.yaml").read_text("utf-8"))
    return {code: {rule: Verdict(**entry) for rule, entry in rules.items()} for code, rules in read.items()}


def rows(data: Path, name: str) -> list[dict[str, str]]:
    """The texts of a source, with what stands beside them; of mails that are made of several answers each answer once."""
    source = SOURCES[name]
    read = [json.loads(line) for line in (data / source.path).read_text("utf-8").splitlines()]
    if source.text != "answers":
        return read
    answers = dict.fromkeys(answer for row in read if row["style"] in _FAQ for answer in row["answers"])
    return [{source.text: answer} for answer in answers]


def measure(data: Path, name: str) -> Real:
    """Every text of a source through the rules."""
    selection = Selection.of(ignore=("subject", *WHOLE_MAIL))
    source, language = SOURCES[name], name.partition(" ")[0]
    result = Real(name, source.what)
    for row in rows(data, name):
        result.texts += 1
        text, context = row[source.text], Context.of({"language": language, "incoming": row.get(source.incoming)})
        for problem in lint_parts(text, None, context, selection)[1]:
            mail = f"{problem.message} · {' '.join(text.split())[: 2 * AROUND]}…"
            result.hits[problem.rule].append(_shown(text, problem.start, problem.end) if problem.text else mail)
    return result


def _shown(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return " ".join(f"{before}⟦{text[start:end][:120]}⟧{after}".split())


def report(result: Real, kinds: int = 10, examples: int = 3) -> Iterator[str]:
    """The most frequent kinds of hit with examples and verdict, then the sum."""
    judged = verdicts().get(result.name, {})
    hits = sum(map(len, result.hits.values()))
    yield f"{result.name}: {result.texts} {result.what}, {hits} hits"
    for rule in sorted(result.hits, key=lambda rule: -len(result.hits[rule]))[:kinds]:
        found = result.hits[rule]
        yield f"  {len(found):5}  {rule:22} {judged.get(rule, 'not judged, so false')}"
        step = max(1, len(found) // examples)
        yield from (f"         · {hit}" for hit in found[::step][:examples])
    yield f"  false alarms per 100: {result.per_hundred():.1f}"


def unknown() -> set[str]:
    """Judged rules that do not exist."""
    return {rule for rules in verdicts().values() for rule in rules} - set(names())
