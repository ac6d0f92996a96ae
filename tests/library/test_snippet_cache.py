from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from replyctl.errors import SnippetError
from replyctl.library import read, snippet_cache
from replyctl.library.partial import Partials

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def load(paths: list[Path]) -> list[dict[str, Any] | SnippetError]:
    return [one for _, one in snippet_cache.load(paths, Partials())]


def test_all_come_in_order_and_a_broken_one_stays_in_its_place(snippet_file: Callable[..., Path], good: str) -> None:
    paths = [snippet_file(name=f"team/{name}.yaml") for name in ("b", "a")]
    paths.insert(1, snippet_file(f"{good}tittel: x\n", "team/broken.yaml"))
    for _ in range(2):  # from the files, then from the cache
        first, broken, last = load(paths)

        assert not isinstance(first, SnippetError)
        assert not isinstance(last, SnippetError)
        assert (first["name"], last["name"]) == ("b", "a")
        assert isinstance(broken, SnippetError)
        assert broken.hint == "did you mean 'title'?"


def test_only_what_changed_is_read_again(
    snippet_file: Callable[..., Path], good: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [snippet_file(name=f"team/{name}.yaml") for name in ("a", "b")]
    load(paths)
    paths[1].write_text(good.replace("Order delayed", "New", 1), "utf-8")
    seen: list[str] = []
    built = read.built
    monkeypatch.setattr(read, "built", lambda path, content: seen.append(path.stem) or built(path, content))

    titles = [one["title"] for one in load(paths) if not isinstance(one, SnippetError)]

    assert titles == ["Order delayed", "New"]
    assert seen == ["b"]


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    (gone,) = load([tmp_path / "gone.yaml"])

    assert isinstance(gone, SnippetError)
    assert "cannot be read" in gone.message
