"""One rendering of a reply's templates, which collects the names without a value."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from replyctl import template
from replyctl.compose.page.fitted import fitted
from replyctl.compose.page.in_script import in_script
from replyctl.compose.page.spaced import spaced
from replyctl.compose.plan.language_and_tone import tag_in
from replyctl.compose.values import who
from replyctl.compose.values.printing import printer, tongue
from replyctl.compose.values.template_place import TemplateInFile, file_of
from replyctl.compose.values.waited import waited
from replyctl.errors import Place, TemplateError
from replyctl.library.localized import nearest
from replyctl.template.namespace import Namespace
from replyctl.text.other_script import is_asked_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.compose.plan.decided import Plan
    from replyctl.compose.values.read_values import ReadValues
    from replyctl.library.snippet import Snippet
    from replyctl.template.budget import Printer
    from replyctl.template.marked import Marked


class Rendering:
    """Renders templates with the known values; the unknown ones are in `missing`."""

    def __init__(self, plan: Plan, given: ReadValues, how: Printer | None = None) -> None:
        """`how` prints values, the language's own printer if it is None."""
        self._plan = plan
        self._given = given
        self._how = how or printer(plan.language)
        self.waited = waited(given.values, plan.now)
        self.known: Mapping[str, object] = {"opens": True, "thanked": False, "invited": False}
        """What templates see of the texts before theirs, as names of `case`."""
        self.missing: list[str] = []
        """Names of values to ask for, in the order of printing."""
        self._written: dict[str, TemplateInFile] = {}
        """The templates from library files, by their name in errors."""

    def text(self, snippet: Snippet, key: str) -> Marked:
        """The subject or the body of a snippet. Raises TemplateError, as all methods here."""
        tag = tag_in(snippet, self._plan.language)
        source: str = getattr(snippet.text[tag], key)
        where = f"{snippet.name} ({tag}, {key})"
        if file := file_of(self._plan, snippet.name):
            self._written[where] = TemplateInFile(file, ("text", tag, key), source)
        return self.print(source, where, links=snippet.links)

    def print(
        self,
        source: str,
        where: str,
        links: Mapping[str, str] | None = None,
        told: Mapping[str, object] = MappingProxyType({}),
        *,
        greets: bool = False,
    ) -> Marked:
        """Render `source`; `where` is its name in errors, `links` are the links it can use.

        `greets`: it is a greeting, in which a name and its title are written together in any script. `told` is what it
        alone sees of the case, by name, in place of what the others see.
        """
        wait = {"waited": self.waited.days, "late": self.waited.is_late}
        case = Namespace("case", {**self._given.scope["case"].values, **wait, **self.known, **told})
        seen = {**self._given.scope, "case": case}
        if links is not None:
            seen["links"] = Namespace("links", links)
        try:
            printed, missing = template.render(source, seen, self._how, where=where, partial=self._partial)
            self.missing += [self._name(name, where) for name in missing]
        except TemplateError as error:
            written = error.place and self._written.get(error.place.file)
            raise (written.placed(error) if written else error) from error
        return self.finished(printed, frame=links is None, greets=greets)

    def finished(self, text: Marked, *, frame: bool = False, greets: bool = False) -> Marked:
        """`text` (or a piece of the `frame` around the texts) with its values fitted into it, in the script of the reply's language."""
        language, _ = tongue(self._plan.language)
        text = fitted(text, language) if greets else spaced(fitted(text, language), language, within=frame)
        if not is_asked_for(self._plan.language, language):
            return text
        return in_script(text, language, self._plan.language, who.proper_names(self._given.values))

    def _name(self, name: str, where: str) -> str:
        """The value to ask for when a template prints `name`. TemplateError if there is no such value."""
        if name in self._given.unused:
            message = f"'{name}' is printed although its `when` condition is false"
            place = self._written[where].naming(name, where) if where in self._written else Place(where)
            raise TemplateError(message, hint="put it inside an {% if %} with that condition", place=place)
        if name.startswith("customer.") and "customer.name" not in self._given.values:
            return "customer.name"
        if name not in self._plan.declared.names():
            raise TemplateError(f"'{name}' is not declared", place=Place(where))
        return name

    def _partial(self, name: str) -> str:
        library, language = self._plan.library, self._plan.language
        if library is None:
            raise TemplateError(f"the partial '{name}' needs a library")
        partial = library.partials.get(name, language)
        tag = nearest(partial.texts, language)
        if tag is None:
            raise TemplateError(f"the partial '{name}' has no text in '{language}'")
        self._written[f"partial {name}"] = TemplateInFile(partial.path, (tag,), partial.texts[tag])
        return partial.texts[tag]
