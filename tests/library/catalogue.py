"""Which snippets there are for which kind of mail: `python -m tests.library.catalogue` writes the table anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml

from replyctl.library.find import Library
from replyctl.library.localized import localized

if TYPE_CHECKING:
    from collections.abc import Iterable

PAGE = Path(__file__).parents[2] / "snippets" / "README.md"
SNIPPETS = tuple(Library.open([]).all())
_BEGINS, _ENDS = "<!-- table: python -m tests.library.catalogue -->\n", "<!-- end of table -->\n"


class Row(NamedTuple):
    """A kind of mail, by its requirement, and the shipped snippets for it."""

    id: str
    kind: str
    snippets: tuple[str, ...]


def rows() -> tuple[Row, ...]:
    """All kinds, in the order of the catalogue."""
    return tuple(
        Row(one["id"], one["kind"], tuple(snippet.name for snippet in SNIPPETS if one["tag"] in snippet.tags))
        for one in yaml.safe_load((Path(__file__).parent / "cases" / "catalogue.yaml").read_text("utf-8"))
    )


def table(rows: Iterable[Row]) -> str:
    """As Markdown, each snippet with its English title."""
    titles = {snippet.name: localized(snippet.title, "en") for snippet in SNIPPETS}
    lines = ["| | kind of mail | snippet |", "|---|---|---|"]
    for row in rows:
        links = (f"`{name}`: {titles[name]}" for name in row.snippets)
        lines.append(f"| {row.id} | {row.kind} | {'<br>'.join(links)} |")
    return "\n".join(lines) + "\n"


def page(text: str) -> str:
    """`text`, the snippets' README, with the table as it is now."""
    before, _, rest = text.partition(_BEGINS)
    return f"{before}{_BEGINS}{table(rows())}{_ENDS}{rest.partition(_ENDS)[2]}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
    print(table(rows()), end="")
