"""Where the words that lint complains about were written: in the snippet's text, in a partial, or in an example's values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replyctl.compose.plan.language_and_tone import tag_in
from replyctl.desk.file_text import FileText
from replyctl.desk.literal import Span, written
from replyctl.errors import SnippetError
from replyctl.library.content import read_bytes
from replyctl.library.localized import nearest
from replyctl.library.templates import calls
from replyctl.yamlfile import parse
from replyctl.yamlfile.tree import scalars

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.compose.reply import Reply
    from replyctl.desk.example_case import Case
    from replyctl.errors import Place
    from replyctl.library.find import Library
    from replyctl.library.partial import Partial
    from replyctl.library.snippet import Snippet
    from replyctl.lint.problem import Problem
    from replyctl.yamlfile.tree import Path, Tree


class WordsPlace(NamedTuple):
    """The place of some words, and how long they are; 0 if only the example is known."""

    place: Place
    length: int
    file: FileText


def origin(own: tuple[FileText, Tree, Snippet, Library], case: Case, reply: Reply, problem: Problem) -> WordsPlace:
    """The place of the words that a problem of the reply is about; otherwise the example's."""
    file, tree, snippet, library = own
    example: Path = ("examples", case.language, case.number)
    if problem.zone == "mail" or problem.end <= problem.start:
        return WordsPlace(tree.place(example), 0, file)
    key = "subject" if problem.zone == "subject" else "body"
    tag = tag_in(snippet, case.language)
    printed, span = getattr(reply, key), (problem.start, problem.end)
    spans = reply.approved if key == "body" else None
    if spot := written(getattr(snippet.text[tag], key), printed, span, spans):
        return WordsPlace(tree.place(("text", tag, key), offset=spot.at), spot.length, file)
    if found := _in_partials(tree, library, tag, printed, span):
        return found
    words = printed[problem.start : problem.end]
    before, behind = (r"\b" if one[:1].isalnum() else "" for one in (words, words[-1:]))
    word = re.compile(f"{before}{re.escape(words)}{behind}")
    top = tree.node(example)
    for below, node in scalars(top, example) if top else ():
        if node.value and (value := word.search(node.value)):
            return WordsPlace(tree.place(below, offset=value.start()), len(words), file)
    return WordsPlace(tree.place(example), 0, file)


def _in_partials(tree: Tree, library: Library, tag: str, printed: str, span: Span) -> WordsPlace | None:
    """The words in a partial that the texts of this language call, straight or through another partial."""
    for partial, own in _called(tree, library, tag):
        # What a sentence made of its first letter and its full stop is no matter of words.
        if spot := written(partial.texts[own], printed, span):
            content = read_bytes(partial.path)
            other = parse(content, str(partial.path), SnippetError)
            return WordsPlace(other.place((own,), offset=spot.at), spot.length, FileText(partial.path, content))
    return None


def _called(tree: Tree, library: Library, tag: str) -> Iterator[tuple[Partial, str]]:
    names = [call.partial for call in calls(tree) if call.language == tag]
    for name in names:  # it grows with what these call in turn
        try:
            partial = library.partials.get(name, tag)
        except SnippetError:
            continue
        if own := nearest(partial.texts, tag):
            yield partial, own
            names += [use[0] for use in partial.partials[own] if use[0] not in names]
