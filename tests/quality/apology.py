"""How well `vague-apology` agrees with two readers who followed one guide; their verdicts lie beside the real text.

Half of the replies is for tuning; the other is looked at only when the rule is done, and is printed when asked for.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from replyctl.lint.context import Context
from replyctl.lint.run import Selection, lint_parts

TUNING, HELD_OUT = 0, 1


class Agreement(NamedTuple):
    """Replies whose apology is vague: found rightly, wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)

    def __str__(self) -> str:
        return f"F1 {self.f1:.3f} ({self.right} right, {self.wrong} wrong, {self.missed} missed)"


def half(id_: str) -> int:
    """The half that a reply belongs to, by its id."""
    return int(sha256(id_.encode()).hexdigest(), 16) % 2


def measure(data: Path, which: int) -> Agreement:
    """The rule against the labels of one half."""
    selection, context = Selection.of(select=("vague-apology",)), Context.of({"language": "en"})
    counts = {"right": 0, "wrong": 0, "missed": 0}
    for line in (data / "apology.en.jsonl").read_text("utf-8").splitlines():
        item = json.loads(line)
        if half(item["id"]) == which:
            found, vague = bool(lint_parts(item["text"], None, context, selection)[1]), item["label"] == "vague"
            if found or vague:
                counts["right" if found and vague else "wrong" if found else "missed"] += 1
    return Agreement(**counts)
