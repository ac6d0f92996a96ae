"""The files of a language are for people who read, copy and mend them: one entry a line, in order, with who reads it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from replyctl import language
from replyctl.lint.rule import GROUPS
from replyctl.lint.rules import RULES

FILES = sorted(language.FOLDER.glob("*/**/*.yaml"))
LISTS = [path for path in FILES if path.stem == "lexicon" or path.parent.name == "rules"]
IN_ORDER = {"months", "weekdays"}
"""Lists with an order of their own."""
Comment = list[str]


def place(path: Path) -> str:
    return str(path.relative_to(language.FOLDER))


def language_of(path: Path) -> str:
    return path.relative_to(language.FOLDER).parts[0]


def in_the_language(path: Path) -> str:
    return str(path.relative_to(language.FOLDER / language_of(path)))


@cache
def lists_of(path: Path) -> dict[str, dict[str, Any]]:
    return dict(yaml.load(path.read_text("utf-8"), yaml.CBaseLoader))  # noqa: S506 - every scalar as written


def comments(path: Path) -> dict[str, Comment]:
    """The lines of the comment right above each key at the margin; "" holds those that stand above none."""
    found: dict[str, Comment] = {"": []}
    above: Comment = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            above.append(line.removeprefix("# "))
            continue
        key = re.match(r"[\w-]+(?=:)", line)
        found[key[0] if key else ""] = above if key else [*found[""], *above]
        above = []
    found[""] += above
    return found


NAMED = re.compile(r"<([a-z-]+)>")
NAMERS: dict[tuple[str, str], set[str]] = {}
"""The lists whose phrases name another, by the language and that other."""
for path in LISTS:
    for name, one in lists_of(path).items():
        for named in NAMED.findall(str(one)):
            NAMERS.setdefault((language_of(path), named), set()).add(name)


@pytest.mark.parametrize("path", FILES, ids=place)
def test_no_line_is_longer_than_a_screen(path: Path) -> None:
    assert [line for line in path.read_text("utf-8").splitlines() if len(line) > 120] == []


@pytest.mark.parametrize("path", LISTS, ids=place)
def test_each_entry_has_a_line_of_its_own(path: Path) -> None:
    entries = [entry for one in lists_of(path).values() for entry in scalars(one)]
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]

    assert len(lines) == len(entries)


def scalars(data: object) -> list[str]:
    """A list's name, its kinds, its groups and its entries: what has a line each."""
    if isinstance(data, dict):
        return ["", *(one for value in data.values() for one in scalars(value))]
    return ["", *data] if isinstance(data, list) else [str(data)]


@pytest.mark.parametrize("path", FILES, ids=place)
def test_no_comment_stands_alone(path: Path) -> None:
    assert comments(path)[""] == []


@pytest.mark.parametrize("path", LISTS, ids=place)
def test_each_list_says_what_it_holds_and_who_reads_it(path: Path, readers: dict[str, set[str]]) -> None:
    for name, lines in comments(path).items():
        if not name:
            continue
        said = [line for line in lines if not line.startswith(("read by: ", "named by: "))]
        told = {by: set() for by in ("read by", "named by")}
        for line in lines:
            by, _, names = line.partition(": ")
            if by in told:
                told[by].update(names.split(", "))
        assert said, f"{name}: what it holds"
        assert told["read by"] == readers.get(name, set()), name
        assert told["named by"] == NAMERS.get((language_of(path), name), set()), name
        assert told["read by"] | told["named by"], f"{name} is read by nobody"


@pytest.mark.parametrize("path", LISTS, ids=place)
def test_lists_and_their_entries_are_sorted(path: Path) -> None:
    lists = lists_of(path)
    assert list(lists) == sorted(lists)
    for name, one in lists.items():
        for entries in (*one.values(), *one.get("groups", {}).values()):
            if name not in IN_ORDER:
                assert list(entries) == sorted(entries), name


def test_a_list_stands_in_the_same_file_and_is_of_the_same_kind_in_every_language() -> None:
    kinds: dict[str, set[tuple[str, str]]] = {}
    for path in LISTS:
        for name, one in lists_of(path).items():
            kind = next(kind for kind in one if kind != "unless")
            kinds.setdefault(name, set()).add((in_the_language(path), kind))

    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}


def test_what_only_rules_of_one_group_read_stands_in_the_file_of_that_group(readers: dict[str, set[str]]) -> None:
    groups = {f"lint/rules/{rule.__name__.rpartition('.')[2]}.py": rule.GROUP for rule in RULES}
    assert {path.stem for path in LISTS} <= {*GROUPS, "lexicon"}
    for path in LISTS:
        for name in lists_of(path):
            by = readers.get(name, set())
            of_rules = {groups[reader] for reader in by if reader in groups}
            if path.stem != "lexicon":
                assert not of_rules or path.stem in of_rules, name
            elif by <= set(groups):
                assert len(of_rules) != 1, name
