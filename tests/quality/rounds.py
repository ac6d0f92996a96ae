"""`python -m tests.quality.rounds [N …]`: sets that were written and labelled by people who had seen no code, list or other set.

A round is looked at once before anything is mended (its first look stands in README.md); from then on it teaches.
"""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import yaml

from replyctl.cli.main import main as replyctl
from replyctl.cli.streams import Streams
from replyctl.config import Grammar
from replyctl.grammar.proofreader import Proofreader
from replyctl.lint.proof import Proof
from tests.quality.labelled import LANGUAGES, PROOF, Result, Score, measure

FOLDER = Path(__file__).parent / "rounds"
_GREETING = len("Good morning")
AGENT = ("agent.name=Noa Berg", "agent.contact=noa@shop.example", "company.name=Shop", "text=.")


class Greeted(NamedTuple):
    """A customer as the records have him, and how the reply began; None where a name was asked for."""

    customer: dict[str, str]
    accept: list[str]
    names: list[str]
    greeting: str | None
    said: list[str]
    """What lint said of it."""

    @property
    def is_right(self) -> bool:
        if self.greeting is None:
            return self.names == ["?"]
        return not self.said and (self.greeting in self.accept or self._names_rightly())

    def _names_rightly(self) -> bool:
        """Whether one of the names stands there between a word or two that greet, whatever they are."""
        around = (self.greeting.split(name) for name in self.names if self.greeting and name in self.greeting)
        return any(len(part.strip()) <= _GREETING for parts in around for part in [max(parts, key=len)])


def greeted(language: str, folder: Path) -> Iterator[Greeted]:
    """Every customer of a round, greeted by compose."""
    for item in yaml.safe_load((folder / f"names.{language}.yaml").read_text("utf-8")):
        values = (f"customer.{key}={value}" for key, value in item["customer"].items())
        argv = ["compose", "--blank", "--no-input", "--lang", language, "--tone", item["tone"], "-f", "json"]
        argv += ["--fail-level", "never"]
        argv += [part for value in (*values, *AGENT) for part in ("--set", value)]
        out = io.BytesIO()
        code = replyctl(argv, Streams(io.BytesIO(), out, io.BytesIO(), False, False, False))
        greeting, said = None, []
        if code == 0:
            reply = json.loads(out.getvalue())
            greeting = reply["body"].splitlines()[0]
            said = [one["rule"] for one in reply["problems"] if one["rule"].startswith(("greeting", "title"))]
        yield Greeted(item["customer"], item["accept"], item["names"], greeting, said)


def line(result: Result, names: list[Greeted]) -> str:
    """A row of the table."""
    firm, clean = result.firm, result.clean or 1
    right = sum(one.is_right for one in names)
    return (
        f"{result.language:4}{firm.precision:10.2f}{firm.recall:8.2f}  ({firm.right}/{firm.wrong}/{firm.missed})"
        f"{100 * (1 - result.clean_flagged / clean):8.0f} %{result.clean_suggestions / clean:12.2f}"
        f"{100 * right / len(names):8.0f} %"
    )


def slips(language: str, folder: Path, engine: str | None) -> Iterator[str]:
    """A row of the round's slips of typing and grammar, and what was judged otherwise; nothing where it has none."""
    if (folder / f"slips.{language}.yaml").exists():
        proof = Proof(Proofreader(Grammar(), engine)) if engine else None
        result = measure(language, PROOF, folder, proof, kind="slips.")
        both = Score(
            *(sum(getattr(one, name) for one in result.rules.values()) for name in ("right", "wrong", "missed"))
        )
        yield (
            f"{language:4}{both.precision:10.2f}{both.recall:8.2f}  ({both.right}/{both.wrong}/{both.missed})"
            f"{result.clean - result.clean_flagged:8} of {result.clean}  slips, {engine or 'short list'}"
        )
        yield from result.faults


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.rounds", description=__doc__)
    parser.add_argument("rounds", nargs="*", help="default: all")
    parser.add_argument("--faults", action="store_true", help="what was judged otherwise")
    parser.add_argument("--grammar", choices=("harper", "languagetool"), help="an engine looks for slips as well")
    options = parser.parse_args()
    for number in options.rounds or sorted(path.name for path in FOLDER.iterdir()):
        print(
            f"round {number}: precision, recall (right/wrong/missed), clean in peace, suggestions a clean reply, names"
        )
        for language in LANGUAGES:
            result, names = measure(language, folder=FOLDER / number), list(greeted(language, FOLDER / number))
            print(line(result, names))
            if options.faults:
                print("\n".join(result.faults))
                print(
                    "\n".join(
                        f"{one.customer} -> {one.greeting} {one.said}, not {one.names}"
                        for one in names
                        if not one.is_right
                    )
                )
        for language in LANGUAGES:
            rows = slips(language, FOLDER / number, options.grammar)
            print("\n".join(rows if options.faults else islice(rows, 1)))


if __name__ == "__main__":
    main()
