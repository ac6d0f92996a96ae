"""What a snippet's file declares against what its templates name: nothing undeclared, nothing unused."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from replyctl.compose.variables import variables
from replyctl.errors import Place, SnippetError, TemplateError, did_you_mean
from replyctl.library.known import GENDERED, KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.compose.variables import Template, Use
    from replyctl.yamlfile.tree import Tree

Spot = tuple[str, ...]
"""Where a template stands in the file: ("text", "en", "body")."""
_MADE = ("customer.titled", "customer.form", "agent.form")
"""What templates can name beside the values that are known; by gender they choose with `form` alone."""
NAMES: dict[str, tuple[str, ...]] = {
    **{
        space: tuple(
            name.partition(".")[2] for name in (*KNOWN, *_MADE) if name.startswith(f"{space}.") and name not in GENDERED
        )
        for space in ("customer", "agent", "company", "case")
    },
    "links": (),
    "parts": (),
}
"""Namespaces with what they hold; links and parts hold what the snippet declares."""
_BEFORE, _AFTER = "{% if ", " %}{% endif %}"
"""What makes a template of a condition."""


@dataclass(slots=True)
class Declared:
    """One file, with what it declares, and what its templates turn out to use."""

    tree: Tree
    used: set[str] = field(default_factory=set)
    partials: list[str] = field(default_factory=list)
    anything: bool = False
    """A partial is named by a variable: it may use whatever there is."""

    def templates(self, texts: dict[str, str]) -> Iterator[SnippetError]:
        """What is wrong in every template of the file, and in the partials `texts` that it names."""
        for spot, source, before in self._sources():
            try:
                template = variables(f"{before}{source}{_AFTER if before else ''}")
            except TemplateError as error:
                yield self._syntax(spot, source, error)
                continue
            self._note(spot, template)
            yield from self._wrong(spot, source, template)
        for name in self.partials:
            if text := texts.get(name):
                try:
                    template = variables(text)
                except TemplateError as error:
                    yield SnippetError(f"the partial '{name}': {error.message}", place=Place(self.tree.file))
                    continue
                self._note((), template)
                yield from self._wrong((), text, template, f"the partial '{name}': ")

    def unused(self) -> Iterator[SnippetError]:
        """What is declared and stands in no template."""
        for section, prefix in (("fields", ""), ("parts", "parts.")):
            for name in self.tree.data.get(section) or ():
                if not self.anything and prefix + name not in self.used and (not prefix or "parts" not in self.used):
                    what = "field" if section == "fields" else "part"
                    hint = f"use {{{{ {name} }}}} in the text, or take it out"
                    if section == "parts":
                        hint = f"use {{% if parts.{name} %}} in the text, or take it out"
                    yield self._error((section, name), f"the {what} '{name}' is used nowhere", hint, key=True)

    def _sources(self) -> Iterator[tuple[Spot, str, str]]:
        """Every template: where it stands, its source, and what comes before it to make an expression one."""
        for tag, text in self.tree.data["text"].items():
            for key in ("subject", "body"):
                yield ("text", tag, key), text[key], ""
        for name, item in (self.tree.data.get("fields") or {}).items():
            for key, before in (("when", _BEFORE), ("validate", "")):
                if item and item.get(key):
                    yield ("fields", name, key), item[key], before

    def _note(self, spot: Spot, template: Template) -> None:
        # That a field is checked by its own template is no use of it.
        own = spot[1] if spot[:1] == ("fields",) and spot[2] == "validate" else None
        self.used |= {use.name for use in template.variables if use.name != own}
        self.partials += [name for name in template.partials if name not in self.partials]
        self.anything = self.anything or template.any_partial

    def _wrong(self, spot: Spot, source: str, template: Template, where: str = "") -> Iterator[SnippetError]:
        fields = tuple(self.tree.data.get("fields") or ())
        for use in dict.fromkeys(template.variables):
            namespace, _, attribute = use.name.partition(".")
            if namespace in NAMES:
                known = NAMES[namespace] or tuple(self.tree.data.get(namespace) or ())
                if attribute and attribute not in known:
                    hint = did_you_mean(attribute, known) or f"declare '{attribute}' under '{namespace}'"
                    yield self._at(spot, source, use, f"{where}'{use.name}' is not declared", hint)
            elif namespace not in fields:
                hint = did_you_mean(namespace, (*fields, *NAMES)) if fields else ""
                hint = hint or f"declare it under 'fields', as in {namespace}: {{ask: …}}"
                yield self._at(spot, source, use, f"{where}'{namespace}' is not declared", hint)
        for use in template.unknown:
            hint = did_you_mean(use.name, template.filters)
            yield self._at(spot, source, use, f"{where}there is no filter or test '{use.name}'", hint)

    def _syntax(self, spot: Spot, source: str, error: TemplateError) -> SnippetError:
        cause = error.__cause__
        line = min(getattr(cause, "lineno", 1), source.count("\n") + 1)
        found = re.search(r"\{[{%#]", source.split("\n")[line - 1])
        column = found.start() + 1 if found else 1
        message = f"not a template: {getattr(cause, 'message', None) or error.message}"
        return SnippetError(message, hint=error.hint, place=self.tree.place(spot, line=line, column=column))

    def _at(self, spot: Spot, source: str, use: Use, message: str, hint: str) -> SnippetError:
        word = re.compile(rf"(?<![\w.]){re.escape(use.name)}(?!\w)")
        found = word.search(source.split("\n")[use.line - 1])
        place = self.tree.place(spot, line=use.line, column=found.start() + 1 if found else 1) if spot else None
        node = self.tree.node(spot)
        if place and node and not node.block and (found := word.search(place.quoted, place.column - 1)):
            place = place._replace(column=found.start() + 1)
        return SnippetError(message, hint=hint, place=place or Place(self.tree.file))

    def _error(self, spot: Spot, message: str, hint: str, *, key: bool) -> SnippetError:
        return SnippetError(message, hint=hint, place=self.tree.place(spot, key=key))
