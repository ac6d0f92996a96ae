"""Checks the partials of a snippet: they exist, in its languages, and use only names that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from replyctl.errors import SnippetError
from replyctl.library.content import read_bytes
from replyctl.library.declared_names import DeclaredNames, firsts
from replyctl.library.lacking_partials import gone
from replyctl.library.localized import nearest
from replyctl.library.templates import Call
from replyctl.library.unequal import unequal
from replyctl.template.budget import DEPTH
from replyctl.template.comparisons import Compared
from replyctl.template.mistake import MistakeKind
from replyctl.template.used_names import Use
from replyctl.yamlfile import parse, together

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from replyctl.errors import ReplyctlError
    from replyctl.library.partial import Partial, Partials


BROKEN: Literal["broken-partial"] = "broken-partial"
"""A partial that has a mistake of its own, whoever uses it."""


class SharedMistake(NamedTuple):
    """What is wrong with a partial in a snippet, and what it is about."""

    kind: Literal["dead-partial", "broken-partial"] | MistakeKind
    error: ReplyctlError
    is_in_one_language: bool = False
    """Whether it only stops replies in one of the snippet's languages, see `lacking`."""


class _Spot(NamedTuple):
    """A place in a template: the file, the template's path in it, and the character."""

    file: Path
    path: tuple[str, ...]
    at: int

    def error(self, message: str, hint: str = "") -> ReplyctlError:
        tree = parse(read_bytes(self.file), str(self.file), SnippetError)
        return tree.fail(self.path, message, hint=hint, offset=self.at)


def check(
    path: Path, plain: dict[str, Any], calls: Sequence[Sequence[Any]], partials: Partials
) -> ReplyctlError | None:
    """Why the snippet `plain` of the file at `path` cannot be used with its partials, the first with the others noted."""
    found = [one.error for one in mistakes(path, plain, calls, partials) if not one.is_in_one_language]
    return together(found) if found else None


def mistakes(
    path: Path, plain: dict[str, Any], calls: Sequence[Sequence[Any]], partials: Partials
) -> Iterator[SharedMistake]:
    """As `check`, all of them; `plain` may be a file's data, whatever else is wrong in it, with the `name`."""
    snippet = _Sharing(plain["name"], DeclaredNames.of(plain), partials)
    for call in (Call(*one) for one in calls):
        yield from snippet.wrong(call.partial, call.language, _Spot(path, call.path, call.at), ())


class _Sharing(NamedTuple):
    """One snippet, with the names that its partials can use."""

    snippet: str
    names: DeclaredNames
    partials: Partials

    def wrong(self, name: str, language: str, spot: _Spot, within: tuple[str, ...]) -> Iterator[SharedMistake]:
        """What is wrong with the partial `name` in a text of that language; `within` are those around it."""
        try:
            partial = self.partials.get(name, language)
        except SnippetError as told:
            if told.place:
                yield SharedMistake(BROKEN, told)
            else:
                yield SharedMistake("dead-partial", spot.error(told.message, told.hint))
            return
        if name in within or len(within) >= DEPTH:
            message = f"the partials {', '.join((*within, name))} call each other"
            yield SharedMistake("template", spot.error(message))
            return
        if nearest(partial.texts, language) is None:
            error = spot.error(*gone(partial, name, language))
            yield SharedMistake("dead-partial", error, is_in_one_language=True)
        for tag in partial.texts:
            if tag.partition("-")[0] == language.partition("-")[0]:
                yield from self._names(partial, tag)
                for inner in partial.partials[tag]:
                    use = Use(*inner)
                    yield from self.wrong(use.name, tag, _Spot(partial.path, (tag,), use.at), (*within, name))

    def _names(self, partial: Partial, tag: str) -> Iterator[SharedMistake]:
        uses = [Use(*one) for one in partial.uses[tag]]
        # A partial that first tests whether a field, part or link exists may be used without it.
        optional = {use.name for use in uses if use.way == "guarded" and self.names.may_lack(use.name)}
        found = [self.names.wrong(use) for use in firsts(uses) if use.name not in optional]
        found += [unequal(Compared(*one), self.names) for one in partial.compared[tag]]
        for mistake in filter(None, found):
            by = " by" if mistake.kind != "template" else " in"
            message = f"{mistake.message}{by} the snippet '{self.snippet}', which uses this partial"
            error = _Spot(partial.path, (tag,), mistake.at).error(message, mistake.hint)
            yield SharedMistake(mistake.kind, error)
