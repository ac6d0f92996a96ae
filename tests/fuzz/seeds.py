"""Where mutation begins: our own cases, labelled replies and shipped snippets."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
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
def drafts() -> tuple[Draft, ...]:
    """The cases of every rule, and the replies of the quality sets."""
    return tuple(_draft(one) for one in (*_cases(), *_replies()))


def _draft(given: dict[str, Any]) -> Draft:
    language = {"language": given["lang"]} if "lang" in given else {}
    return Draft(given.get("body") or "", given.get("subject"), {**language, **(given.get("context") or {})})


def _cases() -> Iterable[dict[str, Any]]:
    for path in sorted((ROOT / "tests" / "lint" / "cases").glob("*.yaml")):
        for some in _read(path).values():
            yield from some or ()


def _replies() -> Iterable[dict[str, Any]]:
    for path in sorted((ROOT / "tests" / "quality").glob("*/??.yaml")):
        yield from _read(path)


@cache
def snippets() -> dict[str, str]:
    """The shipped snippets' files by name."""
    return {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "snippets").rglob("*.yaml"))}


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


def _read(path: Path) -> Any:  # noqa: ANN401 - what the file holds
    return parse(path.read_text("utf-8"))
