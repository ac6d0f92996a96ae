"""Checks one file of a library: the file itself, and the replies made from its examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from replyctl.desk import lacking_languages, own_salutation, strange_links, whole_names
from replyctl.desk.file_text import FileText
from replyctl.desk.golden import Examples, Stage
from replyctl.errors import Place, ReplyctlError, SnippetError
from replyctl.library import lost_text, partial, sharing, snippet_checks, templates
from replyctl.library.build import NEEDED, typed
from replyctl.library.content import read_bytes
from replyctl.library.find import LayerFiles, Library
from replyctl.library.snippet import Snippet
from replyctl.yamlfile import checked, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from replyctl.library.layer import Layer
    from replyctl.lint.problem import Problem
    from replyctl.yamlfile.tree import Tree

Told = tuple[str, ReplyctlError]
"""A rule of `file_text.OWN_RULES`, and the error that breaks it."""
Spotted = tuple[str, "Problem"]
"""A problem and the file it is in, "" for the file being checked: a snippet may reveal a partial's mistake."""
_RULES: dict[Callable[[Tree], Iterator[ReplyctlError]], str] = {
    snippet_checks.scalars: "yaml",
    lost_text.check: "yaml",
    snippet_checks.links: "dead-link",
    snippet_checks.examples: "example",
}
"""The rule for each of the library's own checks that is not about the schema."""


def check_snippet(path: Path, content: bytes, layers: tuple[Layer, ...], stage: Stage) -> tuple[list[Spotted], str]:
    """The problems of the snippet in `content`, the bytes of the file at `path`, and a notice or "".

    Its partials are looked up in `layers`, given lowest first.
    """
    file = FileText(path, content)
    library = Library(layers, {path.stem: (LayerFiles(layers[-1], (path,)),)}, ())
    try:
        tree = parse(content, str(path), SnippetError)
    except SnippetError as error:
        return [("", file.wrong("yaml", error))], ""
    told = [*_name(path), *_empty(tree)]
    snippet: Snippet | None = None
    if tree.data:
        snippet, mismatches = checked(Snippet, tree, {"name": path.stem})
        told += (("schema", error) for error in mismatches)
        told += _standing(tree)
        told += (
            (one.kind, one.error)
            for one in sharing.mistakes(path, {**tree.data, "name": path.stem}, templates.calls(tree), library.partials)
        )
    problems = [_placed(path, file, rule, error) for rule, error in told]
    problems += (("", file.wrong(rule, error)) for rule, error in _beyond(tree, library))
    if told or snippet is None:
        return problems, ""
    broken, notice = Examples(file, tree, typed(snippet, tree), library, stage).problems()
    if any(one.rule == "own-salutation" for _, one in problems):  # lint reports it in every example
        broken = [one for one in broken if one.rule != "repeated-salutation"]
    return [*problems, *(("", one) for one in broken)], notice


def check_partial(path: Path, content: bytes) -> list[Spotted]:
    """The problems of the partial in `content`, checked on its own."""
    file = FileText(path, content)
    try:
        tree = parse(content, str(path), SnippetError)
    except SnippetError as error:
        return [("", file.wrong("yaml", error))]
    return [("", file.wrong(rule, error)) for rule, error in partial.mistakes(tree)]


def _name(path: Path) -> Iterator[Told]:
    try:
        snippet_checks.check_name(path)
    except SnippetError as error:
        yield "schema", error


def _empty(tree: Tree) -> Iterator[Told]:
    if not tree.data:
        hint = f"a snippet needs {', '.join(NEEDED)}; `replyctl snippets new` writes one"
        yield "schema", SnippetError("the file is empty", hint=hint)


def _standing(tree: Tree) -> Iterator[Told]:
    """Mistakes for which the library refuses a snippet."""
    for one in snippet_checks.CHECKS:
        if one is templates.check:
            yield from templates.mistakes(tree)
        else:
            yield from ((_RULES.get(one, "schema"), error) for error in one(tree))


def _beyond(tree: Tree, library: Library) -> Iterator[Told]:
    """Mistakes in a snippet that can still be used."""
    yield from (("unused-name", error) for error in whole_names.unused(tree, library.partials))
    yield from (("unknown-name", error) for error in whole_names.choices(tree))
    yield from (("missing-language", error) for error in lacking_languages.lacking(tree))
    yield from (("own-salutation", error) for error in own_salutation.own_salutation(tree))
    yield from (("dead-link", error) for error in strange_links.strange_links(tree))


def _placed(path: Path, file: FileText, rule: str, error: ReplyctlError) -> Spotted:
    """The problem, with the file that it is in."""
    place = error.place or Place("")
    if place.file in {"", str(path)}:
        return "", file.wrong(rule, error)
    content = read_bytes(Path(place.file)) if place.line else b""
    return place.file, FileText(Path(place.file), content).wrong(rule, error)
