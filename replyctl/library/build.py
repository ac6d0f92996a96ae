"""The bytes of a YAML file to a snippet's plain data, or to all mistakes with file, line and column."""

from __future__ import annotations

from dataclasses import MISSING, asdict, replace
from dataclasses import fields as fields_of
from typing import TYPE_CHECKING, Any

from replyctl.errors import Place, SnippetError
from replyctl.library.defaults import default
from replyctl.library.snippet import Snippet
from replyctl.library.snippet_checks import check, check_name
from replyctl.library.templates import calls
from replyctl.yamlfile import checked, meant, parse, together

if TYPE_CHECKING:
    from pathlib import Path

    from replyctl.yamlfile import Tree

NEEDED = tuple(one.name for one in fields_of(Snippet) if one.default is MISSING and one.default_factory is MISSING)[1:]
"""The required keys; the name is not a key."""


def build(path: Path, content: bytes) -> dict[str, Any]:
    """The plain data of the snippet in `content`, the bytes of the file at `path`, and the partials that it calls.

    Raises SnippetError about the first mistake in the file, with the others in its `__notes__`.
    """
    check_name(path)
    tree = parse(content, str(path), SnippetError)
    if not tree.data:
        hint = f"a snippet needs {', '.join(NEEDED)}; `replyctl snippets show damaged-item` shows an example"
        raise SnippetError("the file is empty", hint=hint, place=Place(str(path)))
    tree, misspelt = meant(Snippet, tree, ("name",))
    snippet, mismatches = checked(Snippet, tree, {"name": path.stem})
    found = [*misspelt, *check(tree), *mismatches]
    if found or snippet is None:
        raise together(found)
    return {"snippet": asdict(typed(snippet, tree)), "calls": [tuple(call) for call in calls(tree)]}


def typed(snippet: Snippet, tree: Tree) -> Snippet:
    """The snippet of that file, in which nothing is wrong, with its defaults and examples as what they look like."""
    fields = {name: replace(field, default=default(tree, name)) for name, field in snippet.fields.items()}
    return replace(snippet, fields=fields, examples=tree.typed(("examples",)) or {})


def schema() -> dict[str, Any]:
    """The JSON Schema of a snippet's file, for editors."""
    from pydantic import ConfigDict, TypeAdapter

    options = ConfigDict(extra="forbid", use_attribute_docstrings=True)
    # Through a list, since TypeAdapter takes no configuration for a dataclass.
    kinds = TypeAdapter(list[Snippet], config=options).json_schema()["$defs"]
    top = kinds.pop("Snippet")
    del top["properties"]["name"]
    top["required"].remove("name")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_unquoted({**top, "$defs": kinds})}


def _unquoted(part: Any) -> Any:  # noqa: ANN401 - any piece of a schema
    """The schema, with numbers allowed as text: editors read `example: 24` as a number, `build` as text."""
    if isinstance(part, list):
        return [_unquoted(one) for one in part]
    if not isinstance(part, dict):
        return part
    texts = {"type": ["string", "number", "boolean"]} if part.get("type") == "string" and "enum" not in part else {}
    return {key: _unquoted(value) for key, value in part.items()} | texts
