from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from replyctl.errors import SnippetError
from replyctl.library.layer import Layer
from replyctl.library.partial import Partials

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def layers(tmp_path: Path) -> list[Layer]:
    return [Layer.team(tmp_path / name) for name in ("weak", "strong")]


@pytest.fixture(autouse=True)
def _libraries(snippet_file: Callable[..., Path]) -> None:
    snippet_file("en: weak\nhe: חלש\n", "weak/partials/promise.yaml")
    snippet_file("en: only weak\n", "weak/partials/other.yaml")
    snippet_file("en: strong\nzh: 强\n", "strong/partials/promise.yaml")


def test_the_highest_library_that_has_it_gives_all_its_texts(tmp_path: Path) -> None:
    for _ in range(2):  # from the file, then from the cache
        assert Partials(layers(tmp_path)).get("promise").texts == {"en": "strong", "zh": "强"}
        assert Partials(layers(tmp_path)).get("other").texts == {"en": "only weak"}


@pytest.mark.parametrize("name", ["promis", "../promise", "Promise", "", "/etc/passwd", "promise.yaml"])
def test_a_name_that_is_none_reads_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(SnippetError, match="no partial"):
        Partials(layers(tmp_path)).get(name)


def test_the_one_that_was_meant_is_named(tmp_path: Path) -> None:
    with pytest.raises(SnippetError) as told:
        Partials(layers(tmp_path)).get("promis")

    assert told.value.hint == "did you mean 'promise'?"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("en: [a]\n", "broken.yaml:1:5: the text in 'en' must be text"),
        ("en: '  '\n", "broken.yaml:1:5: the text in 'en' must be text"),
        ("english: a\n", "broken.yaml:1:1: 'english' is no language tag"),
        ("xx: a\n", "broken.yaml:1:1: no language data for 'xx'"),
        ("- a\n", "broken.yaml:1:1: the file must be a mapping"),
    ],
)
def test_a_file_that_is_no_mapping_of_languages_to_texts_is_told(
    tmp_path: Path, snippet_file: Callable[..., Path], content: str, said: str
) -> None:
    snippet_file(content, "strong/partials/broken.yaml")
    with pytest.raises(SnippetError) as told:
        Partials(layers(tmp_path)).get("broken")

    assert said in str(told.value)
