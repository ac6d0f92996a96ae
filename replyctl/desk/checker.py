"""Checks one file of a library: the file itself, and the replies made from its examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from replyctl.desk import lacking_languages, own_salutation, own_words, settings_file, strange_links, whole_names
from replyctl.desk.file_text import FileText, unread
from replyctl.desk.golden import Examples, Spotted, Stage
from replyctl.errors import Place, ReplyctlError, SnippetError
from replyctl.library import attached_file, lost_text, partial, sharing, snippet_checks, tags, templates
from replyctl.library.build import NEEDED, typed
from replyctl.library.content import read_bytes
from replyctl.library.find import LayerFiles, Library
from replyctl.library.snippet import Snippet
from replyctl.yamlfile import checked, meant, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from replyctl.desk.targets import Target
    from replyctl.library.layer import Layer
    from replyctl.yamlfile.tree import Tree

Told = tuple[str, ReplyctlError]
"""A rule of `file_text.OWN_RULES`, and the error that breaks it."""
_RULES: dict[Callable[[Tree], Iterator[ReplyctlError]], str] = {
    snippet_checks.scalars: "yaml",
    lost_text.check: "yaml",
    snippet_checks.links: "dead-link",
    snippet_checks.examples: "example",
}
"""The rule for each of the library's own checks that is not about the schema."""


def check_snippet(target: Target, content: bytes, stage: Stage) -> tuple[list[Spotted], str]:
    """The problems of the snippet in `content`, the bytes of the target's file, and a notice or ""."""
    path, layers = target.path, target.layers
    file = FileText(path, content)
    library = Library(layers, {path.stem: (LayerFiles(layers[-1], (path,)),)}, ())
    try:
        tree = parse(content, str(path), SnippetError)
    except SnippetError as error:
        return [("", file.wrong("yaml", error))], ""
    told = [*_name(path), *_empty(tree)]
    snippet: Snippet | None = None
    if tree.data:
        tree, misspelt = meant(Snippet, tree, ("name",))
        snippet, mismatches = checked(Snippet, tree, {"name": path.stem})
        told += (("schema", error) for error in (*misspelt, *mismatches))
        told += _standing(tree)
        told += (("schema", error) for error in attached_file.mistakes(tree, layers[-1].home))
        told += (
            (one.kind, one.error)
            for one in sharing.mistakes(path, {**tree.data, "name": path.stem}, templates.calls(tree), library.partials)
        )
    problems = [one for rule, error in told for one in _placed(file, rule, error, layers)]
    problems += (("", file.wrong(rule, error)) for rule, error in _beyond(tree, library, target.over))
    if told or snippet is None:
        return problems, ""
    broken, notice = Examples(file, tree, typed(snippet, tree), library, stage).problems()
    if any(one.rule == "own-salutation" for _, one in problems):  # lint reports it in every example
        broken = [one for one in broken if one[1].rule != "repeated-salutation"]
    return [*problems, *broken], notice


def check_partial(path: Path, content: bytes) -> list[Spotted]:
    """The problems of the partial in `content`, checked on its own."""
    file = FileText(path, content)
    try:
        tree = parse(content, str(path), SnippetError)
    except SnippetError as error:
        return [("", file.wrong("yaml", error))]
    told = [*partial.mistakes(tree), *own_words.of_partial(tree)]
    return [("", file.wrong(rule, error)) for rule, error in told]


def check_settings(path: Path, content: bytes) -> list[Spotted]:
    """The problems of a library's replyctl.yaml."""
    file = FileText(path, content)
    return [("", file.wrong(rule, error)) for rule, error in settings_file.wrong(path, content)]


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


def _beyond(tree: Tree, library: Library, over: Path | None) -> Iterator[Told]:
    """Mistakes in a snippet that can still be used."""
    yield from (("unused-name", error) for error in whole_names.unused(tree, library.partials))
    yield from (("unknown-name", error) for error in whole_names.choices(tree))
    if not any(tags.check(tree)):  # a misspelt tag is lacking everywhere else
        yield from (("missing-language", error) for error in lacking_languages.lacking(tree))
    if over:
        yield from (("missing-language", error) for error in lacking_languages.left_out(tree, over))
    yield from (("own-salutation", error) for error in own_salutation.own_salutation(tree))
    yield from (("dead-link", error) for error in strange_links.strange_links(tree))


def _placed(file: FileText, rule: str, error: ReplyctlError, layers: tuple[Layer, ...]) -> Iterator[Spotted]:
    """The problem, with the file that it is in; all those of a partial that is broken in itself."""
    place = error.place or Place("")
    if rule == sharing.BROKEN:
        yield from ((place.file, one) for _, one in _of_partial(Path(place.file), layers))
    elif place.file in {"", str(file.path)}:
        yield "", file.wrong(rule, error)
    else:
        other = Path(place.file)
        yield place.file, FileText(other, read_bytes(other) if place.line else b"").wrong(rule, error)


def _of_partial(path: Path, layers: tuple[Layer, ...]) -> list[Spotted]:
    """The problems of a partial as its own check tells them, so that a report can tell each once."""
    refused = (layer.refused(path) for layer in layers if layer.partials == path.parent)
    try:
        if error := next(filter(None, refused), None):
            raise error
        return check_partial(path, read_bytes(path))
    except SnippetError as error:
        return [("", unread(path, error))]
