"""What is wrong in a snippet's templates and partials, with its place: cases/templates.yaml."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from replyctl.errors import SnippetError
from replyctl.library.find import Library
from replyctl.yamlfile.validate import described

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "templates.yaml").read_text("utf-8"))
HEAD = "title: Order delayed\nkind: answer\n"


def library(folder: Path, write: Callable[..., Path], snippet: str, partials: dict[str, str]) -> Library:
    write(HEAD + snippet)
    for name, text in partials.items():
        write(text, f"library/partials/{name}.yaml")
    return Library.open([folder / "library"], shipped=False)


def said(found: Library, name: str = "order-delayed") -> list[str]:
    try:
        found.get(name)
    except SnippetError as error:
        return [described(error), *getattr(error, "__notes__", ())]
    return []


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_each_mistake_is_told_where_it_stands(
    case: dict[str, Any], tmp_path: Path, snippet_file: Callable[..., Path]
) -> None:
    for _ in range(2):  # from the file, then from the cache
        errors = said(library(tmp_path, snippet_file, case["snippet"], case.get("partials", {})))
        assert len(errors) == len(case.get("says", ())), errors
        for error, wanted in zip(errors, case.get("says", ()), strict=True):
            place, _, message = wanted.partition(" ")
            pattern = ".*".join(map(re.escape, message.replace(" … ", "…").split("…")))
            place = place if ".yaml" in place else f"order-delayed.yaml:{place}"
            assert re.search(rf"/{place}: .*{pattern}", error, re.DOTALL), error


def test_one_broken_file_is_told_alike_alone_and_among_others(
    tmp_path: Path, snippet_file: Callable[..., Path]
) -> None:
    snippet_file(f'{HEAD}text: {{en: {{subject: a, body: "{{{{ order }}}}"}}}}\n', "library/snippets/other.yaml")
    found = library(tmp_path, snippet_file, "text: {en: {subject: a, body: \"{{ partial('nope') }}\"}}\n", {})

    alone = [said(found, name)[0].partition("\n")[0] for name in ("order-delayed", "other")]

    assert [str(error) for error in found.broken] == alone
    assert not list(found.all())


def test_a_snippet_is_looked_at_again_when_its_partial_changes(
    tmp_path: Path, snippet_file: Callable[..., Path]
) -> None:
    def broken() -> list[str]:
        found = Library.open([tmp_path / "library"], shipped=False)
        one, many = said(found), [str(error) for error in found.broken]
        assert bool(one) == bool(many)
        return many

    library(tmp_path, snippet_file, "text: {en: {subject: a, body: \"{{ partial('x') }}\"}}\n", {})
    assert "no partial 'x'" in broken()[0]
    path = snippet_file("en: a\n", "library/partials/x.yaml")
    assert not broken()
    path.write_text("en: '{{ due }}'\n", "utf-8")
    assert "'due' is not declared" in broken()[0]
    path.unlink()
    assert "no partial 'x'" in broken()[0]


def test_of_very_many_mistakes_the_first_are_told_and_the_rest_are_counted(
    tmp_path: Path, snippet_file: Callable[..., Path]
) -> None:
    texts = "\n".join(f'  en-A{letter}: {{subject: a, body: "{{{{ x }}}}"}}' for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    errors = said(library(tmp_path, snippet_file, f"text:\n{texts}\n", {}))

    assert len(errors) == 22
    assert errors[-1] == "and 5 more"


@pytest.mark.parametrize(
    "body",
    [
        "word " * 200_000,
        "{{ a }}" * 140_000,
        "{" * 990_000,
        "{% if a %}" * 90_000,
        "{name} %customer% ${name} " * 35_000,
        "{{" * 490_000,
        "{# " * 330_000,
    ],
    ids=lambda body: body[:12],
)
def test_a_file_of_a_megabyte_is_refused_with_its_place(
    body: str, tmp_path: Path, snippet_file: Callable[..., Path]
) -> None:
    (error, *_) = said(
        library(tmp_path, snippet_file, f"text:\n  en:\n    subject: a\n    body: |\n      {body}\n", {})
    )

    assert re.search(r"order-delayed\.yaml:[67]:\d+: (?:longer than|more than)", error)


def test_every_shipped_snippet_fits() -> None:
    assert not Library.open([]).broken
