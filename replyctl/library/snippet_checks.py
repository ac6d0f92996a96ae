"""Checks of a snippet file beyond keys and types: names, languages, dates, links.

Every check accepts a tree with other mistakes, so that all are reported at once.
"""

from __future__ import annotations

import re
from datetime import date
from keyword import kwlist
from typing import TYPE_CHECKING

from replyctl.clean import printable
from replyctl.errors import Place, ReplyctlError, SnippetError, did_you_mean
from replyctl.library import defaults, lost_text, tags, templates
from replyctl.library.snippet import is_template
from replyctl.library.untyped import items, mapping

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from replyctl.yamlfile.tree import Tree

NAMESPACES = ("customer", "agent", "company", "case", "links", "parts")
_RESERVED = frozenset(
    (*kwlist, "caller", "false", "kwargs", "loop", "macro", "none", "partial", "self", "super", "true", "varargs")
)
"""Words that Python or Jinja reserve."""
MOST = 100
"""Most fields, parts and languages in one snippet."""
_STEM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_LINK = re.compile(r"https?://[^\s/:?#]\S*|mailto:[^\s@]+@[^\s@]+")
_PRINTED = 0xA0
"""The first character behind the control characters."""
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def check_name(path: Path) -> None:
    """Raise SnippetError if the file's stem is not a valid snippet name."""
    if not _STEM.fullmatch(path.stem):
        better = "-".join(re.findall(r"[a-z0-9]+", path.stem.lower()))
        hint = f"rename it to {better}.yaml" if better else "rename it, for example to order-delayed.yaml"
        message = "a snippet name may only have lower-case letters, digits and hyphens"
        raise SnippetError(message, hint=hint, place=Place(str(path)))


def check(tree: Tree) -> Iterator[ReplyctlError]:
    """All mistakes in the file, unordered."""
    for one in CHECKS:
        yield from one(tree)


def scalars(tree: Tree) -> Iterator[ReplyctlError]:
    """YAML's null words, control and invisible characters."""
    for path, node in tree.scalars():
        if node.plain and node.value in {"~", "null", "Null", "NULL"}:
            hint = "remove the key, or quote the value if it is text"
            yield tree.fail(path, f"'{node.value}' is not a value", hint=hint)
        elif node.value is not None and printable(node.value) != node.value:
            spot = next(one for one in node.value if one not in "\t\n" and printable(one) != one)
            code, control = ord(spot), ord(spot) < _PRINTED
            kind, hint = ("a control", "") if control else ("an invisible", ": replyctl sets the text direction")
            yield tree.fail(path, f"{kind} character (U+{code:04X})", hint=f"delete it{hint}")


def names(tree: Tree) -> Iterator[ReplyctlError]:
    """Names that templates cannot use, or that are reserved."""
    for section in ("fields", "parts", "links"):
        for name in mapping(tree.data.get(section)):
            path = (section, name)
            if not IDENTIFIER.fullmatch(name):
                hint = "use letters, digits and _, as in order_date"
                yield tree.fail(path, f"'{printable(name)}' is not a name that templates can use", hint=hint, key=True)
            elif name in _RESERVED or (section == "fields" and name in NAMESPACES):
                yield tree.fail(path, f"'{name}' is a reserved name", hint="choose another name", key=True)


def texts(tree: Tree) -> Iterator[ReplyctlError]:
    """Empty texts, and subjects of several lines."""
    if tree.data.get("text") == {}:
        yield tree.fail(("text",), "there is no text in any language", key=True)
    if isinstance(title := tree.data.get("title"), str) and not title.strip():
        yield tree.fail(("title",), "'title' is empty")
    for tag, text in mapping(tree.data.get("text")).items():
        for key, words in mapping(text).items():
            if isinstance(words, str) and not words.strip():
                yield tree.fail(("text", tag, key), f"'{key}' is empty")
            elif key == "subject" and isinstance(words, str) and "\n" in words.strip():
                yield tree.fail(("text", tag, key), "the subject must be one line")


def size(tree: Tree) -> Iterator[ReplyctlError]:
    """More fields or parts than anybody can be asked."""
    for section in ("fields", "parts", "text"):
        if len(mapping(tree.data.get(section))) > MOST:
            yield tree.fail((section,), f"more than {MOST} {section}", hint="split the snippet", key=True)


def links(tree: Tree) -> Iterator[ReplyctlError]:
    """Links that a customer cannot follow."""
    for name, url in mapping(tree.data.get("links")).items():
        if isinstance(url, str) and not _LINK.fullmatch(url):
            yield tree.fail(("links", name), "not a link", hint="begin it with https://, http:// or mailto:")
        elif isinstance(url, str) and is_template(url):
            yield tree.fail(("links", name), "a link cannot be a template", hint="write the link out in the text")


def review_by(tree: Tree) -> Iterator[ReplyctlError]:
    """A `review_by` that is not a date."""
    day = tree.data.get("review_by")
    if isinstance(day, str):
        try:
            date.fromisoformat(day if _DATE.fullmatch(day) else "")
        except ValueError:
            yield tree.fail(("review_by",), f"'{printable(day)}' is not a date", hint="write it like 2027-06-01")


def examples(tree: Tree) -> Iterator[ReplyctlError]:
    """Examples with names or values that the snippet does not have."""
    known = {section: mapping(tree.data.get(section)) for section in ("fields", "parts")}
    keys = (*known["fields"], "parts", "customer", "agent", "company", "case")
    for tag, cases in mapping(tree.data.get("examples")).items():
        for index, case in enumerate(items(cases)):
            path = ("examples", tag, index)
            for key, value in mapping(case).items():
                if key not in keys:
                    yield tree.unknown_key((*path, key), keys)
                elif key in NAMESPACES and not isinstance(value, dict):
                    yield tree.fail((*path, key), f"'{key}' must be a mapping")
                elif field := known["fields"].get(key):
                    given = tree.typed((*path, key))
                    if given is not None and (reason := defaults.misfit(mapping(field), given, tag)):
                        yield tree.fail((*path, key), f"not a value for '{key}': {reason}")
            for part in mapping(mapping(case).get("parts")):
                if part not in known["parts"]:
                    hint = did_you_mean(part, tuple(known["parts"]))
                    yield tree.fail((*path, "parts", part), f"no part '{printable(part)}'", hint=hint, key=True)


CHECKS = (
    size,
    scalars,
    names,
    texts,
    links,
    review_by,
    examples,
    defaults.check,
    tags.check,
    lost_text.check,
    templates.check,
)
