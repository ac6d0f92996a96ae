"""One name, one meaning: a file, a folder or a class is called like no other, but for what users call so themselves."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import replyctl

PROGRAM = Path(replyctl.__file__).parent
FILES = {
    "compose": "the room, and its command",
    "config": "the room, and its command",
    "draft": "what lint is given, and the format of `compose -f draft`",
    "grammar": "the room, its command, and a rule",
    "json": "a format of `compose -f` and of `lint -f`",
    "lint": "the room, and its command",
    "read": "the command, what library does with a file, and mail with a message",
    "reply": "the command, and what compose makes",
    "rules": "the room, and the command that explains them",
    "text": "the room, and the format of `compose -f text`",
}
"""Names of several files and folders, with the reason."""
TWINS = {
    "reading": "the room of what a reader understands; `read` is what library does with a file",
}
"""Names in -ing beside the same word without it, with the reason."""
CLASSES = {
    "Options": "each rule has its own, under the name that `lint/rule.py` asks for",
}
"""Names of several classes, with the reason."""


def files() -> list[str]:
    """The names of all modules and rooms."""
    modules = [path.stem for path in PROGRAM.rglob("*.py") if not path.stem.startswith("__")]
    return [*modules, *(path.parent.name for path in PROGRAM.rglob("__init__.py") if path.parent != PROGRAM)]


def classes() -> list[str]:
    """The names of all classes that stand in no other."""
    trees = (ast.parse(path.read_text("utf-8")) for path in PROGRAM.rglob("*.py"))
    return [node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]


def several(names: list[str]) -> set[str]:
    return {name for name, times in Counter(names).items() if times > 1}


def without_ing(name: str) -> set[str]:
    """What a word in -ing may be made of: compose, lint, wrap, or whoever does it."""
    stem = name.removesuffix("ing")
    return {stem, f"{stem}e", f"{stem}er", f"{stem}s", *([stem[:-1]] if stem[-1:] == stem[-2:-1] else [])}


def test_a_file_or_a_folder_is_called_like_no_other() -> None:
    assert several(files()) == set(FILES)


def test_no_file_is_called_like_another_but_for_an_ing() -> None:
    names = set(files())

    assert {name for name in names if name.endswith("ing") and without_ing(name) & names} == set(TWINS)


def test_a_class_is_called_like_no_other() -> None:
    assert several(classes()) == set(CLASSES)
