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


def test_a_file_that_is_named_belongs_to_its_library_as_if_the_folder_were_named(home: Path) -> None:
    (home.parent / "outside.yaml").write_text("secret\n")
    for name in ("snippets/link.yaml", "partials/link.yaml"):
        (home / name).symlink_to(home.parent / "outside.yaml")
    (home / "snippets/up").symlink_to(home.parent)
    (home / "snippets/near.yaml").symlink_to("two.yaml")

    assert names(home, "snippets/link.yaml") == ["link.yaml refused"]
    assert names(home, "partials") == ["link.yaml partial refused", "p.yaml partial"]
    assert names(home, ".").count("link.yaml refused") == names(home, ".").count("link.yaml partial refused") == 1
    assert names(home, "snippets/up/outside.yaml") == ["outside.yaml refused"]
    assert names(home, "snippets/near.yaml") == ["near.yaml"]


def test_links_of_the_agent_s_own_layer_may_lead_anywhere(home: Path) -> None:
    own = Layer.personal(home / "snippets")
    (home.parent / "dotfiles.yaml").write_text("")
    (home / "snippets/mine.yaml").symlink_to(home.parent / "dotfiles.yaml")

    (one,) = of_paths([home / "snippets/mine.yaml"], (Layer.shipped(), own))

    assert (one.refused, one.layers) == (None, (Layer.shipped(), own))


def test_the_agent_s_own_layer_is_checked_and_decides_nothing_about_the_shared_ones(home: Path) -> None:
    own = home.parent / "own"
    (own / "partials").mkdir(parents=True)
    for name in ("mine.yaml", "partials/p.yaml"):
        (own / name).write_text("")
    team, personal = Layer.team(home), Layer.personal(own)

    found = {one.path: one.layers for one in of_layers((team, personal))}

    assert found[own / "mine.yaml"] == (team, personal)
    assert found[own / "partials/p.yaml"] == (team, personal)
    assert found[home / "snippets/two.yaml"] == (team,)
