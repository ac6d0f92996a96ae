"""Where mutation begins: our own cases, labelled replies and shipped snippets."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[2]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Draft(NamedTuple):
    """A reply, and what is known around it."""

    body: str
    subject: str | None
    context: dict[str, Any]


@cache
def drafts() -> tuple[tuple[Draft, ...], ...]:
    """The cases of every rule, and the replies and requests of the quality sets: a group a file."""
    cases = (path for path in sorted((ROOT / "tests" / "lint" / "cases").glob("*.yaml")))
    replies = (path for path in sorted((ROOT / "tests" / "quality").glob("*/??.yaml")))
    return tuple(tuple(_drafts(parse(path.read_text("utf-8")))) for path in (*cases, *replies))


def draft(random: Random) -> Draft:
    """One of them, each file as often as the others."""
    return random.choice(random.choice(drafts()))


def _drafts(found: Any) -> Iterable[Draft]:  # noqa: ANN401 - what the file holds
    groups = found.values() if isinstance(found, dict) else (found,)
    for given in (one for group in groups for one in group or ()):
        if isinstance(given, str):  # a customer's request
            yield Draft(given, None, {})
            continue
        language = {"language": given["lang"]} if "lang" in given else {}
        context = {**language, **(given.get("context") or {})}
        yield Draft(given.get("body") or "", given.get("subject"), context)


@cache
def snippets() -> dict[str, str]:
    """The shipped snippets' files by name."""
    paths = (path for path in sorted((ROOT / "snippets").rglob("*.yaml")) if path.parent.name != "partials")
    return {path.stem: path.read_text("utf-8") for path in paths}


@cache
def parsed(name: str) -> dict[str, Any]:
    """What the file of a shipped snippet holds."""
    found: dict[str, Any] = parse(snippets()[name])
    return found


@cache
def templates() -> tuple[str, ...]:
    """Bodies and subjects of the shipped snippets."""
    texts = (text for name in snippets() for text in parsed(name)["text"].values())
    return tuple(words for text in texts for words in text.values())


def parse(text: str) -> Any:  # noqa: ANN401 - what the text holds
    """YAML to JSON's kinds, dates as the text they are there."""
    return json.loads(json.dumps(yaml.load(text, _LOADER), default=str))  # noqa: S506 - a safe loader
