"""The engines measured: what they find in what is wrong, and what they say of what is right.

`python -m tests.quality.grammar` prints the table of the README. Raw is the engine as it comes; ours is what lint says:
masks, tamed rules, names left alone. REPLYCTL_DATA names the folder of the real text.

Sentences that are right for one rule of an engine hold slips of other kinds. Two readers who saw no engine judged each
stretch that ours marks in them (judged.yaml: by a sum of text and place); it is a false alarm unless both call it a slip.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from replyctl.grammar import harper_rules, languagetool_rules, server
from replyctl.grammar.engine import Engine
from replyctl.grammar.harper import Harper
from replyctl.grammar.languagetool import LanguageTool
from replyctl.lint.context import Context
from replyctl.lint.problem import Problem, Severity
from replyctl.lint.proof import Proof
from replyctl.lint.run import Selection, lint_parts

DATA = Path(os.environ.get("REPLYCTL_DATA", Path(__file__).parents[3] / "shared" / "data"))
NAMES = Path(__file__).parent / "names.yaml"
SLIPS = frozenset(yaml.safe_load((Path(__file__).parent / "judged.yaml").read_text("utf-8"))["slips"])
PROOF = Selection.of(["spelling", "grammar"])
ALL = Selection.of(["spelling", "grammar", "repeated-word", "punctuation"])
GOAL = 0.5
"""False alarms per 1,000 words."""


class Text(NamedTuple):
    """A text and what is known around it; of a wrong one, where."""

    body: str
    context: dict[str, Any] = {}  # noqa: RUF012 - never changed
    wrong: tuple[tuple[int, int], ...] = ()


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


def replies() -> list[Text]:
    return [Text(row["response"]) for row in rows("bitext/replies.en.jsonl")]


def right() -> list[Text]:
    texts = [row["right"] for row in rows("harper/wrong_right.en.jsonl")]
    return [Text(text) for text in (*texts, *(row["text"] for row in rows("harper/must_pass.en.jsonl")))]


def wrong() -> list[Text]:
    return [Text(row["wrong"], wrong=spans(row["wrong"], row["right"])) for row in rows("harper/wrong_right.en.jsonl")]


def names() -> list[Text]:
    return [Text(row["body"], row.get("context", {})) for row in yaml.safe_load(NAMES.read_text("utf-8"))]


def spans(one: str, other: str) -> tuple[tuple[int, int], ...]:
    """Where `one` differs from `other`."""
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return tuple((start, end) for step, start, end, _, _ in steps if step != "equal")


def said(text: Text, engine: Engine | None, selection: Selection = PROOF) -> list[Problem]:
    context = Context.of({"language": "en", **text.context})
    found = lint_parts(text.body, None, context, selection, Proof(engine))[1]
    return [problem for problem in found if problem.severity >= Severity.WARNING]


class Hits(NamedTuple):
    """What is said of texts that are taken for right."""

    words: int
    hits: list[tuple[str, str, str, bool]]
    """Rule, word, around it, whether it is a slip after all."""

    def per_thousand(self, *, judged: bool) -> float:
        """Hits per 1,000 words; `judged`: without the slips."""
        return sum(not (judged and hit[3]) for hit in self.hits) / self.words * 1000


def hits(texts: Iterable[Text], engine: Engine | None) -> Hits:
    words, found = 0, []
    for text in texts:
        words += len(text.body.split())
        for one in said(text, engine):
            around = text.body[max(0, one.start - 30) : one.end + 20].replace("\n", " ")
            rule = one.message.rpartition("(")[2].rstrip(")") if one.message.endswith(")") else "our own list"
            found.append((rule, one.text, around, key(text.body, one.start, one.end) in SLIPS))
    return Hits(words, found)


def key(text: str, start: int, end: int) -> str:
    """What judged.yaml calls a stretch of a text."""
    return sha256(f"{text}\0{start}\0{end}".encode()).hexdigest()[:12]


def recall(texts: list[Text], engine: Engine | None) -> float:
    """The share of wrong texts with a problem where they are wrong."""
    hit = sum(any(_near(text, one.start, one.end) for one in said(text, engine, ALL)) for text in texts)
    return hit / len(texts)


def _near(text: Text, start: int, end: int) -> bool:
    return any(start <= high + 1 and low - 1 <= end for low, high in text.wrong)


def raw(engine: str, text: str, url: str) -> Iterator[tuple[int, int]]:
    """Where the engine as it comes sees something."""
    if engine == "harper":
        for lint in _plain_harper().lint(text, language="plaintext"):
            yield lint.span.start, lint.span.end
    else:
        for match in _plain_languagetool(url).check(text):
            yield match.offset, match.offset + match.error_length


def _plain_harper() -> Any:  # noqa: ANN401 - typed by the library
    from harper import Linter

    return PLAIN.setdefault("harper", PLAIN.get("harper") or Linter())


def _plain_languagetool(url: str) -> Any:  # noqa: ANN401 - as above
    from language_tool_python import LanguageTool as Client

    return PLAIN.setdefault("languagetool", PLAIN.get("languagetool") or Client("en-US", remote_server=url))


PLAIN: dict[str, Any] = {}


def raw_rates(engine: str, url: str, sets: dict[str, list[Text]]) -> list[float]:
    rates = []
    for name in ("replies", "right"):
        words = sum(len(text.body.split()) for text in sets[name])
        rates.append(sum(len(list(raw(engine, text.body, url))) for text in sets[name]) / words * 1000)
    hit = sum(any(_near(text, *span) for span in raw(engine, text.body, url)) for text in sets["wrong"])
    flagged = sum(bool(list(raw(engine, text.body, url))) for text in sets["names"])
    return [*rates, -1, flagged, hit / len(sets["wrong"])]  # nobody judged what the engines say as they come


def line(name: str, *numbers: float) -> str:
    replies_, right_, judged, flagged, found = numbers
    judged_ = "" if judged < 0 else f"{judged:.2f}"
    return f"{name:22}{replies_:14.2f}{right_:13.2f}{judged_:>9}{flagged:8.0f}{found:9.1%}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.grammar", description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="also every hit in what is taken for right")
    parser.add_argument("--ours", action="store_true", help="leave out the engines as they come")
    parser.add_argument("--engine", choices=("harper", "languagetool"), help="only this one")
    options = parser.parse_args()
    found = server.running()
    url = os.environ.get("REPLYCTL_GRAMMAR_LANGUAGETOOL_URL") or (found.url if found else "")
    engines: dict[str, Engine] = {"harper": Harper()}
    if url:
        engines["languagetool"] = LanguageTool(url)
    sets = {"replies": replies(), "right": right(), "wrong": wrong(), "names": names()}
    print(f"rules off: Harper {len(harper_rules.OFF)}, LanguageTool {len(languagetool_rules.OFF)}")
    print(f"{'':22}{'Bitext /1000':>14}{'right /1000':>13}{'judged':>9}{'names':>8}{'recall':>9}")
    _ours("short list alone", sets, None)
    for name, engine in engines.items():
        if options.engine in {None, name}:
            if not options.ours:
                print(line(f"{name}, raw", *raw_rates(name, url, sets)), flush=True)
            marked = _ours(f"{name}, ours", sets, engine)
            if options.verbose:
                _show(marked)
    print(f"goal: {GOAL} a thousand words, and no name")
    if not url:
        print(
            "LanguageTool: no server; `replyctl grammar start`, or REPLYCTL_GRAMMAR_LANGUAGETOOL_URL", file=sys.stderr
        )


def _ours(name: str, sets: dict[str, list[Text]], engine: Engine | None) -> dict[str, Hits]:
    marked = {which: hits(sets[which], engine) for which in ("replies", "right", "names")}
    rates = (marked["replies"].per_thousand(judged=True), marked["right"].per_thousand(judged=False))
    judged = marked["right"].per_thousand(judged=True)
    print(line(name, *rates, judged, len(marked["names"].hits), recall(sets["wrong"], engine)), flush=True)
    return marked


def _show(marked: dict[str, Hits]) -> None:
    for which, found in marked.items():
        for rule, count in Counter(hit[0] for hit in found.hits).most_common():
            print(f"  {which:8}{count:5} {rule}")
            for _, word, around, is_slip in [hit for hit in found.hits if hit[0] == rule][:40]:
                print(f"        {'slip' if is_slip else 'FALSE':8} {word!r} in {around!r}")


if __name__ == "__main__":
    main()
