"""The lines that README.md shows: the tests run these and no others."""

from __future__ import annotations

import re
from pathlib import Path

README = Path(__file__).parents[3] / "README.md"


def lines_for(client: str) -> str:
    """The fenced block under `<!-- client: NAME -->`."""
    found = re.search(
        rf"^<!-- client: {client} -->\n```\w*\n(.*?)^```$", README.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert found, f"README.md has no block marked <!-- client: {client} -->"
    return found[1]
