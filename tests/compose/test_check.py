"""What is wrong between a snippet's templates and what it declares, with its place: cases/check.yaml."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from replyctl.compose.check import check
from replyctl.errors import SnippetError
from replyctl.library.find import Library
from replyctl.yamlfile.validate import described

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "check.yaml").read_text("utf-8"))
HEAD = "title: Order delayed\nkind: answer\n"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "cache"))


def library(folder: Path, snippet: str, partials: dict[str, str]) -> Library:
    (folder / "snippets").mkdir()
    (folder / "partials").mkdir()
    (folder / "snippets" / "order-delayed.yaml").write_text(HEAD + snippet, "utf-8")
    for name, text in partials.items():
        (folder / "partials" / f"{name}.yaml").write_text(text, "utf-8")
    return Library.open([folder], shipped=False)


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_templates_fit_what_is_declared(case: dict[str, Any], tmp_path: Path) -> None:
    found = library(tmp_path, case["snippet"], case.get("partials", {}))
    for _ in range(2):  # looked at, then remembered
        try:
            check("order-delayed", found)
            errors = []
        except SnippetError as error:
            errors = [described(error), *getattr(error, "__notes__", ())]
        assert len(errors) == len(case.get("says", ())), errors
        for error, wanted in zip(errors, case.get("says", ()), strict=True):
            place, _, message = wanted.partition(" ")
            pattern = ".*".join(map(re.escape, message.replace(" … ", "…").split("…")))
            assert re.search(rf"order-delayed\.yaml{place}: .*{pattern}", error, re.DOTALL), error


def test_every_shipped_snippet_fits() -> None:
    shipped = Library.open([])
    for name in shipped.names():
        check(name, shipped)
