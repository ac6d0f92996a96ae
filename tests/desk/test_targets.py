from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from replyctl.desk.targets import of_layers, of_paths
from replyctl.errors import DataError
from replyctl.library.layer import Layer

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in ("snippets/a/one.yaml", "snippets/two.yaml", "partials/p.yaml", "snippets/three.yml"):
        path = tmp_path / "team" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    return tmp_path / "team"


def names(home: Path, *paths: str) -> list[str]:
    found = of_paths([home / path for path in paths], ())
    return [f"{one.path.name}{' partial' * one.is_partial}{' refused' * bool(one.refused)}" for one in found]


def test_a_library_has_snippets_partials_and_what_only_looks_like_it(home: Path) -> None:
    whole = ["p.yaml partial", "one.yaml", "three.yml refused", "two.yaml"]

    assert names(home, ".") == whole
    assert [one.path.name for one in of_layers((Layer.team(home),))] == [name.partition(" ")[0] for name in whole]
    assert names(home, "snippets/a") == ["one.yaml"]
    assert names(home, "snippets/two.yaml", "snippets/a", "snippets/two.yaml") == ["one.yaml", "two.yaml"]
    assert names(home, "partials") == names(home, "partials/p.yaml") == ["p.yaml partial"]
    assert names(home, "snippets/three.yml") == ["three.yml refused"]


def test_a_file_s_partials_are_those_of_the_library_around_it(home: Path) -> None:
    (one,) = of_paths([home / "snippets/a/one.yaml"], (Layer.shipped(),))

    assert [layer.home for layer in one.layers] == [Layer.shipped().home, home]


def test_a_path_that_is_not_there_is_an_error(home: Path) -> None:
    with pytest.raises(DataError, match="no such file or folder"):
        of_paths([home, home / "none"], ())
