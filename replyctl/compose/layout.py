"""From all that is known to the finished reply: each piece rendered once, then put together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replyctl import template
from replyctl.compose import choose, salutation
from replyctl.compose.context import context_of
from replyctl.compose.located import Written, file_of
from replyctl.compose.reading import printer, tongue
from replyctl.compose.reply import Reply
from replyctl.errors import Place, TemplateError
from replyctl.library.snippet import nearest
from replyctl.template.marked import Marked, joined
from replyctl.template.namespace import Namespace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from replyctl.compose.composition import Composition
    from replyctl.library.snippet import Snippet

_LISTED = r"(?m)^\s*(?:\d+[.)、]|>)"
_FEW = 2
"""Answers that are told apart without numbers."""


class Draft(NamedTuple):
    """A reply, or what is missing for one."""

    missing: tuple[str, ...]
    reply: Reply | None


def lay_out(composition: Composition) -> Draft:
    """The reply, if nothing is missing. Raises TemplateError."""
    needed = tuple(dict.fromkeys(_required(composition)))
    page = _Page(composition)
    try:
        subject, body = page.subject(), page.body()
    except TemplateError:
        if needed:  # a template may well fail on what is not there yet
            return Draft(needed, None)
        raise
    missing = tuple(dict.fromkeys((*needed, *page.missing)))
    return Draft(missing, None if missing else _reply(composition, subject, body))


def _required(composition: Composition) -> Iterator[str]:
    for name, declared in composition.form.fields.items():
        if not declared.optional and name not in composition.values and name not in composition.unused:
            yield name
    # What is known of the case is only missing where a template prints it.
    yield from (name for name in composition.unfilled if not name.startswith("case."))


def _reply(composition: Composition, subject: str, body: Marked) -> Reply:
    language, _ = tongue(composition.language)
    attachments = tuple(dict.fromkeys(file for snippet in composition.snippets for file in snippet.attachments))
    return Reply(
        subject=subject,
        body=f"{body.text}\n",
        language=composition.language,
        direction=language.direction,
        tone=composition.tone,
        kind=composition.kind,
        snippets=tuple(snippet.name for snippet in composition.snippets),
        values=composition.values,
        approved=body.approved,
        attachments=attachments,
        context=context_of(composition, attachments),
        left_out=salutation.left_out(composition.settings, composition.switched),
    )


class _Page:
    """One rendering of all pieces; gathers the names that have no value."""

    def __init__(self, composition: Composition) -> None:
        self.composition = composition
        self.missing: list[str] = []
        self._written: dict[str, Written] = {}
        """The templates that stand in files of the library, by what errors call them."""

    def subject(self) -> str:
        """One line: the first snippet's, or what was typed."""
        composition = self.composition
        if composition.snippets:
            printed = self._text(composition.snippets[0], "subject").text
        else:
            names = (name for name in ("subject", "case.reply_subject") if name in composition.values)
            printed = next((str(composition.values[name].value) for name in names), "")
        return " ".join(printed.split())

    def body(self) -> Marked:
        """From the greeting to the signature."""
        under = joined((self._piece("closing"), self._signature()), "\n")
        blocks = (self._piece("greeting"), self._piece("introduction"), *self._bodies(), self._piece("offer"), under)
        return joined(blocks, "\n\n")

    def _bodies(self) -> list[Marked]:
        composition = self.composition
        if composition.blank:
            typed = composition.values.get("text")
            return [Marked.typed(str(typed.value))] if typed else []
        bodies = [self._text(snippet, "body") for snippet in composition.snippets]
        if len(bodies) <= _FEW or any(re.search(_LISTED, body.text) for body in bodies):
            return bodies
        return [joined((Marked.fixed(f"{number}. "), body), "") for number, body in enumerate(bodies, 1)]

    def _text(self, snippet: Snippet, key: str) -> Marked:
        """The subject or the body of a snippet."""
        composition = self.composition
        tag = choose.tag_in(snippet, composition.language)
        source: str = getattr(snippet.text[tag], key)
        where = f"{snippet.name} ({tag}, {key})"
        if file := file_of(composition, snippet.name):
            self._written[where] = Written(file, ("text", tag, key), source)
        return self._print(source, where, links=snippet.links)

    def _piece(self, name: str) -> Marked:
        """One of the frame's pieces that are templates."""
        composition = self.composition
        if not composition.switched.get(name, True):
            return Marked()
        again = composition.values["case.first_contact"].value is False and not composition.switched.get(name)
        which = "reopening" if name == "introduction" and again else name
        _, frame = tongue(composition.language)
        words = salutation.wording(which, composition.settings, frame, composition.language, composition.tone)
        before = len(self.missing)
        printed = self._print(words.source, words.where)
        if words.fallback and any(one.startswith("customer.") for one in self.missing[before:]):
            del self.missing[before:]
            return self._print(words.fallback, words.where)
        return printed

    def _signature(self) -> Marked:
        composition = self.composition
        if not composition.switched.get("signature", True):
            return Marked()
        forced = composition.switched.get("signature", False)
        if salutation.own_signature(composition.settings, forced=forced) and "agent.name" not in composition.values:
            self.missing.append("agent.name")
        return salutation.signature(composition.settings, composition.values, forced=forced)

    def _print(self, source: str, where: str, links: Mapping[str, str] | None = None) -> Marked:
        composition = self.composition
        scope = composition.scope if links is None else {**composition.scope, "links": Namespace("links", links)}
        how = printer(composition.language)
        try:
            printed, missing = template.render(source, scope, how, where=where, partial=self._partial)
            self.missing += [self._name(name, where) for name in missing]
        except TemplateError as error:
            written = error.place and self._written.get(error.place.file)
            raise (written.placed(error) if written else error) from error
        return printed

    def _name(self, name: str, where: str) -> str:
        """The value to ask for, for a name that a template prints. TemplateError if it is none."""
        composition = self.composition
        if name in composition.unused:
            message = f"'{name}' is printed although its `when` does not hold"
            place = self._written[where].naming(name, where) if where in self._written else Place(where)
            raise TemplateError(message, hint="put it into the same {% if %}", place=place)
        if name.startswith("customer.") and "customer.name" not in composition.values:
            return "customer.name"
        if name not in composition.form.names():
            raise TemplateError(f"'{name}' is not declared", place=Place(where))
        return name

    def _partial(self, name: str) -> str:
        composition = self.composition
        if composition.library is None:
            raise TemplateError(f"there is no partial '{name}' without a library")
        partial = composition.library.partials.get(name)
        tag = nearest(partial.texts, composition.language)
        if tag is None:
            raise TemplateError(f"the partial '{name}' has no text in '{composition.language}'")
        self._written[f"partial {name}"] = Written(partial.path, (tag,), partial.texts[tag])
        return partial.texts[tag]
