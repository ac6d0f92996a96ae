from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from replyctl.errors import SnippetError
from replyctl.library import layer
from replyctl.library.layer import Layer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_team_keeps_snippets_in_a_folder_of_that_name_or_in_a_plain_one(tmp_path: Path) -> None:
    (tmp_path / "whole" / "snippets").mkdir(parents=True)
    (tmp_path / "plain").mkdir()

    assert Layer.team(tmp_path / "whole").root == tmp_path / "whole" / "snippets"
    assert Layer.team(tmp_path / "whole").partials == tmp_path / "whole" / "partials"
    assert Layer.team(tmp_path / "plain").root == tmp_path / "plain"
    with pytest.raises(SnippetError, match="not a folder"):
        Layer.team(tmp_path / "none")


def test_the_shipped_library_is_found() -> None:
    found, passed = Layer.shipped().scan()

    assert "damaged-item" in found
    assert passed == ()


def test_what_only_looks_like_a_snippet_is_passed_over_with_what_to_do(
    snippet_file: Callable[..., Path], tmp_path: Path
) -> None:
    for name in ("a.yaml", "deep/er/b.yaml", "c.YML", "d.txt", ".e.yaml", "partials/f.yaml", "replyctl.yaml"):
        snippet_file(name=f"team/{name}")
    found, passed = Layer.team(tmp_path / "team").scan()

    assert sorted(found) == ["a", "b"]
    assert [(one.message, one.hint) for one in passed] == [
        ("the name of a snippet file must end in .yaml", "rename it to c.yaml")
    ]


def test_two_files_of_one_stem_are_both_told(snippet_file: Callable[..., Path], tmp_path: Path) -> None:
    paths = {snippet_file(name=f"team/{folder}/a.yaml") for folder in ("one", "two")}

    assert set(Layer.team(tmp_path / "team").scan()[0]["a"]) == paths


def test_only_an_agents_own_folder_may_reach_out_through_a_link(
    snippet_file: Callable[..., Path], tmp_path: Path
) -> None:
    outside = snippet_file(name="elsewhere/out.yaml")
    link = snippet_file(name="team/snippets/a.yaml").with_name("out.yaml")
    link.symlink_to(outside)

    assert Layer.team(tmp_path / "team").refused(link)
    assert not Layer.personal(link.parent).refused(link)
    assert "out" not in Layer.team(tmp_path / "team").scan()[0]
    assert "out" in Layer.personal(link.parent).scan()[0]


def test_somebodys_home_folder_is_no_library(
    snippet_file: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layer, "MOST", 2)
    for name in "abc":
        snippet_file(name=f"home/{name}.yaml")

    with pytest.raises(SnippetError, match="more than 2 files"):
        Layer.team(tmp_path / "home").scan()


def test_a_folder_that_is_gone_is_told_and_stops_nothing(tmp_path: Path) -> None:
    found, (passed,) = Layer.personal(tmp_path / "gone").scan()

    assert found == {}
    assert "cannot be read" in passed.message
