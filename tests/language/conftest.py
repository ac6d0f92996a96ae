"""Who looks a list of words up: the modules in which its name stands."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import replyctl

PACKAGE = Path(replyctl.__file__).parent
TABLE = PACKAGE / "lint" / "rules" / "__init__.py"
"""Names rules, some of which are called as a list is."""


@pytest.fixture(scope="session")
def readers() -> dict[str, set[str]]:
    """The words that stand as literals in the rooms that read lists, each with its modules."""
    found: dict[str, set[str]] = {}
    for path in (path for room in ("text", "people", "reading", "lint") for path in (PACKAGE / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))) if path != TABLE else ():
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.setdefault(node.value, set()).add(str(path.relative_to(PACKAGE)))
    return found
