"""`python -m tests.quality.requests [--faults]`: whether `suggest` names the right snippet for what a customer wrote.

The requests (`requests/<language>.yaml`, by the snippet that answers them) and the whole mails (`mails/<language>.yaml`, with
all that fit) were written by people who had seen the snippets' names and titles and none of their asks. Where REPLYCTL_DATA names the folder of real text, Bitext too: ten
requests of each of its 27 intents as asks, all others as test.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

import yaml

from replyctl.library.find import Library
from replyctl.library.search.index import Index, Searched
from replyctl.library.search.rank import Search
from replyctl.library.snippet import Snippet, Text
from tests.quality import real
from tests.quality.labelled import LANGUAGES

FOLDER = Path(__file__).parent
FIRST, FIRST_THREE = 1, 3
TAUGHT = 10
"""How many of Bitext's requests of an intent become asks."""


class Ranked(NamedTuple):
    """Where the right snippets were found."""

    count: int
    first: float
    """The share of requests for which the right one was first."""
    three: float
    """The share for which it was among the first three."""
    faults: list[str]


def ranked(search: Search, requests: Iterable[tuple[Collection[str], str]]) -> Ranked:
    """Rank the snippets for each request, given with the names of the right ones."""
    first = three = count = 0
    faults = []
    for right, request in requests:
        names = [hit.name for hit in search.fitting(request)[:FIRST_THREE]]
        count += 1
        is_first = names[:FIRST] and names[0] in right
        first += bool(is_first)
        three += any(name in right for name in names)
        if not is_first:
            faults.append(f"  {', '.join(right)}: {request}\n    {', '.join(names)}")
    return Ranked(count, first / count, three / count, faults)


def held_out(language: str) -> list[tuple[tuple[str], str]]:
    """The requests in one language that became no asks."""
    read: Mapping[str, list[str]] = yaml.safe_load((FOLDER / "requests" / f"{language}.yaml").read_text("utf-8"))
    return [((name,), request) for name, many in read.items() for request in many]


def mails(language: str) -> list[tuple[list[str], str]]:
    """The whole mails in one language, each with all snippets that answer it."""
    read = yaml.safe_load((FOLDER / "mails" / f"{language}.yaml").read_text("utf-8"))
    return [(one["fits"], f"{one['subject']}\n{one['body']}") for one in read]


def bitext(data: Path) -> Ranked:
    """The same with a library made of Bitext's intents."""
    by_intent = defaultdict(list)
    for line in (data / "bitext/replies.en.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        by_intent[row["intent"].replace("_", "-")].append(row["instruction"])
    snippets = (
        Snippet(
            name=intent,
            title=intent.replace("-", " "),
            kind="answer",
            text={"en": Text(subject="s", body="b")},
            asks=many[:TAUGHT],
        )
        for intent, many in by_intent.items()
    )
    sources = {one.name: Searched(0, asdict(one)) for one in snippets}
    rest = [((intent,), request) for intent, many in by_intent.items() for request in many[TAUGHT:]]
    return ranked(Search(sources, Index.in_memory(sources)), rest)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.requests", description="The right snippet first.")
    parser.add_argument("--faults", action="store_true", help="each request for which another one was first")
    options = parser.parse_args()
    search = Search.of(Library.open([]))
    results = {language: ranked(search, held_out(language)) for language in LANGUAGES}
    results |= {f"{language} mails": ranked(search, mails(language)) for language in LANGUAGES}
    if data := real.folder():
        results["Bitext"] = bitext(data)
    print(f"{'':10}{'requests':>9}{'first':>7}{'in the first three':>20}")
    for name, one in results.items():
        print(f"{name:10}{one.count:9}{one.first:7.3f}{one.three:20.3f}")
        if options.faults:
            print("\n".join(one.faults))


if __name__ == "__main__":
    main()
