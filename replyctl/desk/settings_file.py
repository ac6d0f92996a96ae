"""Checks a library's own replyctl.yaml: keys and values, rules and options, and the templates of greeting and signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.config.check import mistakes
from replyctl.config.flat import build, flat
from replyctl.config.layers import ELSEWHERE
from replyctl.config.settings import Settings
from replyctl.desk.own_words import of_text
from replyctl.errors import ConfigError, UsageError
from replyctl.library.untyped import mapping
from replyctl.lint.configured import statements
from replyctl.lint.run import Selection
from replyctl.yamlfile import parse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from replyctl.errors import ReplyctlError
    from replyctl.yamlfile.tree import Tree

Told = tuple[str, "ReplyctlError"]


def wrong(path: Path, content: bytes) -> Iterator[Told]:
    """Every mistake in it, with the rule of `file_text.OWN_RULES` that it breaks."""
    try:
        tree = parse(content, str(path), ConfigError)
    except ConfigError as error:
        yield "yaml", error
        return
    found = mistakes(tree, foreign=ELSEWHERE)
    yield from (("schema", error) for error in found)
    if not found:
        yield from (("schema", error) for error in _of_rules(tree))
    yield from _of_wordings(tree)


def _of_rules(tree: Tree) -> Iterator[ReplyctlError]:
    """Rules, groups, options and severities that are not there."""
    given = {key: tree.typed(tuple(key.split("."))) for key in flat(Settings()) if tree.node(tuple(key.split(".")))}
    for one in statements(build({**flat(Settings()), **given}).lint):
        try:
            Selection.of(**one.alone)  # type: ignore[arg-type] # each holds one argument of its own type
        except UsageError as error:
            yield tree.fail(("lint", one.key, *one.steps), error.message, hint=error.hint, key=True)


def _of_wordings(tree: Tree) -> Iterator[Told]:
    """What is wrong with greeting, introduction, offer and closing, which stand in every reply."""
    for tag, wording in mapping(tree.data.get("salutation")).items():
        for name, text in mapping(wording).items():
            if isinstance(text, str):
                yield from of_text(tree, ("salutation", tag, name), text, tag)
