"""The place of a failing template: library file, line and column."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from replyctl.errors import Place, ReplyctlError, SnippetError, TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from replyctl.compose.plan.decided import Plan


class TemplateInFile(NamedTuple):
    """A template in its file."""

    file: Path
    path: tuple[str, ...]
    """The keys that lead to it."""
    source: str

    def placed(self, error: TemplateError) -> TemplateError:
        """The error, with its place in the template converted to the place in the file."""
        from replyctl.library.content import read_bytes
        from replyctl.yamlfile import parse

        place = error.place or Place("")
        before = self.source.split("\n")[: max(0, place.line - 1)]
        at = sum(len(line) + 1 for line in before) + max(0, place.column - 1)
        try:
            tree = parse(read_bytes(self.file), str(self.file), SnippetError)
        except SnippetError:  # it has changed meanwhile
            return error
        return TemplateError(error.message, hint=error.hint, place=tree.place(self.path, offset=at))

    def naming(self, name: str, where: str) -> Place:
        """Where the template prints `name`; `where` is the template's name in errors."""
        found = re.search(rf"\{{\{{[^{{}}]*?(?<![\w.])({re.escape(name)})(?!\w)", self.source)
        at = found.start(1) if found else 0
        return Place(where, self.source.count("\n", 0, at) + 1, at - self.source.rfind("\n", 0, at))


@contextmanager
def located(plan: Plan, name: str, key: str, source: str) -> Iterator[str]:
    """Gives the error name of the template under `key` of the field `name`; its errors get their place in the file."""
    where = f"{key} of {name}"
    try:
        yield where
    except TemplateError as error:
        for snippet in plan.snippets:
            declared = snippet.fields.get(name)
            value = getattr(declared, key, None)
            texts = {(): value} if not isinstance(value, dict) else {(tag,): text for tag, text in value.items()}
            for tag, text in texts.items():
                if text == source and (file := file_of(plan, snippet.name)):
                    raise TemplateInFile(file, ("fields", name, key, *tag), source).placed(error) from error
        raise


def file_of(plan: Plan, snippet: str) -> Path | None:
    """The snippet's file, if any."""
    try:
        return plan.library.path(snippet) if plan.library else None
    except ReplyctlError:
        return None
