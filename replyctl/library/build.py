"""The bytes of a YAML file to a snippet's plain data, or to all that is wrong, each with file, line and column."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from replyctl.errors import ReplyctlError, SnippetError
from replyctl.library.defaults import default
from replyctl.library.sense import check, check_name
from replyctl.library.snippet import Snippet
from replyctl.yamlfile import parse, validate
from replyctl.yamlfile.validate import described

if TYPE_CHECKING:
    from pathlib import Path


def build(path: Path, content: bytes) -> dict[str, Any]:
    """The plain data of the snippet in `content`, the bytes of the file at `path`.

    Raises SnippetError about the first thing that is wrong in the file; what else is wrong stands in its `__notes__`.
    """
    check_name(path)
    tree = parse(content, str(path), SnippetError)
    found = list(check(tree))
    try:
        snippet = validate(Snippet, tree, {"name": path.stem})
    except SnippetError as error:
        found.append(error)
    if found:
        raise _together(found)
    fields = {name: replace(field, default=default(tree, name)) for name, field in snippet.fields.items()}
    return asdict(replace(snippet, fields=fields, examples=tree.typed(("examples",)) or {}))


def schema() -> dict[str, Any]:
    """The JSON Schema of a snippet's file, for editors."""
    from pydantic import ConfigDict, TypeAdapter

    options = ConfigDict(extra="forbid", use_attribute_docstrings=True)
    # Through a list, since a TypeAdapter takes no configuration for a dataclass itself.
    kinds = TypeAdapter(list[Snippet], config=options).json_schema()["$defs"]
    top = kinds.pop("Snippet")
    del top["properties"]["name"]
    top["required"].remove("name")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_unquoted({**top, "$defs": kinds})}


def _unquoted(part: Any) -> Any:  # noqa: ANN401 - any piece of a schema
    """The schema where text may also be a number: editors read `example: 24` as one, and `build` as it is written."""
    if isinstance(part, list):
        return [_unquoted(one) for one in part]
    if not isinstance(part, dict):
        return part
    texts = {"type": ["string", "number", "boolean"]} if part.get("type") == "string" and "enum" not in part else {}
    return {key: _unquoted(value) for key, value in part.items()} | texts


def _together(errors: list[ReplyctlError]) -> ReplyctlError:
    """One error out of all about a file: the first in it, with the others, and theirs, as its notes."""
    first, *others = sorted(errors, key=lambda one: (one.place.line, one.place.column) if one.place else (0, 0))
    notes = [note for one in errors for note in getattr(one, "__notes__", ())]
    first.__notes__ = sorted([*map(described, others), *notes], key=_position)
    return first


def _position(note: str) -> tuple[int, int]:
    """Line and column that `described` put before the message; 0 where it knows none."""
    found = re.match(r".*?:(\d+):(\d+): ", note)
    return (int(found[1]), int(found[2])) if found else (0, 0)
