"""Every way a snippet's file can be wrong, with what is said about it: cases/refused.yaml."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from replyctl.errors import SnippetError
from replyctl.library.read import read
from replyctl.yamlfile.validate import described

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "refused.yaml").read_text("utf-8"))


def said(path: Path) -> list[str]:
    with pytest.raises(SnippetError) as caught:
        read(path)
    return [described(caught.value), *getattr(caught.value, "__notes__", ())]


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_all_that_is_wrong_is_said_where_it_stands(
    case: dict[str, Any], snippet_file: Callable[..., Path], good: str
) -> None:
    path = snippet_file(case.get("file", good + case.get("adds", "")))
    errors = said(path)
    assert len(errors) == len(case["says"]), errors
    for error, wanted in zip(errors, case["says"], strict=True):
        pattern = ".*".join(map(re.escape, wanted.replace(" … ", "…").split("…")))
        place, _, message = pattern.partition("\\ ") if wanted[0].isdigit() else ("", "", pattern)
        assert re.search(f"^{re.escape(str(path))}:?{place}: .*{message}", error, re.DOTALL), error


def test_the_line_is_quoted_with_a_caret_under_the_spot(snippet_file: Callable[..., Path], good: str) -> None:
    (error,) = said(snippet_file(f"{good}fields:\n  订单: {{type: order}}\n"))
    assert "  |   订单: {type: order}\n  |   ^" in error


def test_a_name_that_cannot_be_typed_is_refused_with_a_better_one(snippet_file: Callable[..., Path]) -> None:
    (error,) = said(snippet_file(name="Order Delayed!.yaml"))
    assert "rename it to order-delayed.yaml" in error


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (error,) = said(tmp_path / "order.yaml")
    assert "cannot be read: No such file" in error
