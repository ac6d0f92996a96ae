"""Partials in the snippets that use them: see also cases/templates.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.library import read
from replyctl.library.layer import Layer
from replyctl.library.partial import Partials
from replyctl.library.sharing import check

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def wrong(path: Path, partials: Partials) -> list[str]:
    found = read.built(path, path.read_bytes())
    error = check(path, found["snippet"], found["calls"], partials)
    return [str(error), *getattr(error, "__notes__", ())] if error else []


def test_one_partial_is_right_for_one_snippet_and_wrong_for_another(
    tmp_path: Path, snippet_file: Callable[..., Path], good: str
) -> None:
    calling = good.replace("It comes on Monday.", "\"{{ partial('due') }}\"")
    has = snippet_file(f"{calling}fields: {{due: {{type: date}}}}\n", "library/snippets/has.yaml")
    lacks = snippet_file(calling, "library/snippets/lacks.yaml")
    partial = snippet_file("en: |\n  Hello.\n  It comes by {{ due }}, {{ due }}.\n", "library/partials/due.yaml")
    partials = Partials([Layer.team(tmp_path / "library")])

    assert wrong(has, partials) == []
    assert wrong(lacks, partials) == [
        f"{partial}:3:18: 'due' is not declared by the snippet 'lacks', which uses this partial"
    ]


def test_partials_within_partials_go_so_deep_and_no_deeper(
    tmp_path: Path, snippet_file: Callable[..., Path], good: str
) -> None:
    path = snippet_file(good.replace("It comes on Monday.", "\"{{ partial('p1') }}\""))
    for number in range(1, 6):
        snippet_file(f"en: \"{{{{ partial('p{number + 1}') }}}}\"\n", f"library/partials/p{number}.yaml")
    last = snippet_file("en: deep\n", "library/partials/p6.yaml")
    (error,) = wrong(path, Partials([Layer.team(tmp_path / "library")]))

    assert f"{last.with_name('p4.yaml')}:1:17: the partials p1, p2, p3, p4, p5 call each other" in error
