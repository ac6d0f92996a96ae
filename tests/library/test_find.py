from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from replyctl.errors import SnippetError, SnippetNotFound
from replyctl.library import layer
from replyctl.library.find import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeAlias

    Write: TypeAlias = Callable[..., Path]


def titled(good: str, title: str) -> str:
    return good.replace("Order delayed", title, 1)


def test_the_agents_own_wins_over_the_teams_and_the_teams_over_the_shipped(
    tmp_path: Path, snippet_file: Write, good: str
) -> None:
    own = snippet_file(titled(good, "Mine"), "config/snippets/order-delayed.yaml")
    strong = snippet_file(titled(good, "Ours"), "a/snippets/orders/late/order-delayed.yaml")
    weak = snippet_file(titled(good, "Theirs"), "b/order-delayed.yaml")
    library = Library.open([tmp_path / "a", tmp_path / "b"], personal=own.parent)
    assert library.get("order-delayed").title == "Mine"
    found = library.layers("order-delayed")
    assert [one.layer.kind for one in found] == ["personal", "team", "team", "shipped"]
    assert [one.paths for one in found[:3]] == [(own,), (strong,), (weak,)]
    assert Library.open([tmp_path / "a"]).path("order-delayed") == strong
    assert Library.open([tmp_path / "b"], shipped=False).names() == ("order-delayed",)


def test_two_files_of_one_name_in_a_library_are_an_error_that_names_both(tmp_path: Path, snippet_file: Write) -> None:
    first = snippet_file(name="library/snippets/a/order-delayed.yaml")
    second = snippet_file(name="library/snippets/b/order-delayed.yaml")
    snippet_file(name="library/snippets/other.yaml")
    library = Library.open([tmp_path / "library"], shipped=False)
    with pytest.raises(SnippetError) as caught:
        library.get("order-delayed")
    assert str(first) in str(caught.value)
    assert str(second) in str(caught.value)
    assert [one.name for one in library.all()] == ["other"]
    assert len(library.broken) == 1


def test_a_broken_file_stops_only_itself(tmp_path: Path, snippet_file: Write, good: str) -> None:
    snippet_file(f"{good}tittel: x\ntagz: y\n", "library/snippets/broken.yaml")
    snippet_file(name="library/snippets/Bad Name.yaml")
    snippet_file(name="library/snippets/other.yml")
    snippet_file()
    for _ in range(2):  # from the files, then from the cache
        library = Library.open([tmp_path / "library"], shipped=False)
        assert [one.name for one in library.all()] == ["order-delayed"]
        broken = {str(one.place and one.place.file).rpartition("/")[2]: one for one in library.broken}
        assert set(broken) == {"broken.yaml", "Bad Name.yaml", "other.yml"}
        assert "did you mean 'title'?" in broken["broken.yaml"].hint
        assert "did you mean 'tags'?" in broken["broken.yaml"].__notes__[0]
        with pytest.raises(SnippetError, match=r"broken\.yaml:5:1"):
            library.get("broken")
        with pytest.raises(SnippetError, match=r"end in \.yaml"):
            library.get("other")


def test_a_name_that_nobody_has_brings_the_one_that_was_meant() -> None:
    with pytest.raises(SnippetNotFound) as caught:
        Library.open([]).get("damaged-itm")
    assert "damaged-item" in caught.value.hint
    with pytest.raises(SnippetNotFound, match="\ufffd"):
        Library.open([]).get("\x1b[31mred")


def test_what_changed_is_read_again_and_what_went_is_gone(tmp_path: Path, snippet_file: Write, good: str) -> None:
    def titles() -> list[tuple[str, str]]:
        return Library.open([tmp_path / "library"], shipped=False).titles("en")

    path = snippet_file(titled(good, "Aaa"))
    gone = snippet_file(name="library/snippets/other.yaml")
    assert titles() == [("order-delayed", "Aaa"), ("other", "Order delayed")]
    before = path.stat()
    path.write_text(titled(good, "Bbb"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    gone.unlink()
    assert titles() == [("order-delayed", "Bbb")]


def test_links_do_not_lead_out_of_a_library_nor_into_circles(tmp_path: Path, snippet_file: Write) -> None:
    path = snippet_file()
    outside = snippet_file(name="elsewhere/secret.yaml")
    (path.parent / "out.yaml").symlink_to(outside)
    (path.parent / "within.yaml").symlink_to(path)
    (path.parent / "nowhere.yaml").symlink_to(tmp_path / "nothing")
    (path.parent / "circle").symlink_to(path.parent)
    os.mkfifo(path.parent / "pipe.yaml")
    library = Library.open([tmp_path / "library"], shipped=False)
    assert library.names() == ("order-delayed", "within")
    assert len(library.broken) == 3
    own = Library.open([], shipped=False, personal=path.parent)
    assert own.names() == ("order-delayed", "out", "within")


def test_a_link_that_leads_to_itself_stops_no_command(tmp_path: Path, snippet_file: Write) -> None:
    folder = snippet_file().parent
    for name, to in (("self.yaml", "self.yaml"), ("a.yaml", "b.yaml"), ("b.yaml", "a.yaml"), ("round", "round")):
        (folder / name).symlink_to(folder / to)
    (folder.parent / "partials").symlink_to(folder.parent / "partials")
    (tmp_path / "turning").mkdir()
    (tmp_path / "turning" / "snippets").symlink_to(tmp_path / "turning" / "snippets")
    library = Library.open([tmp_path / "library", tmp_path / "turning"], shipped=False)
    assert [one.name for one in library.all()] == ["order-delayed"]
    assert sorted(name for name, _ in library.marked) == ["a", "b", "self", "snippets"]
    assert {error.message for error in library.broken} == {"this link leads nowhere"}
    with pytest.raises(SnippetError, match=r"self\.yaml: this link leads nowhere"):
        library.get("self")
    with pytest.raises(SnippetError, match="no partial 'promise'"):
        library.partials.get("promise", "en")


@pytest.mark.parametrize("what", ["snippets", "snippets/more", "partials", "partials/promise.yaml"])
def test_what_leads_out_of_a_library_is_passed_over(what: str, tmp_path: Path, snippet_file: Write, good: str) -> None:
    calling = good.replace("It comes on Monday.", "\"{{ partial('promise') }}\"")
    snippet_file(calling, "library/snippets/order-delayed.yaml")
    snippet_file("en: It comes.\n", "library/partials/promise.yaml")
    (tmp_path / "elsewhere").mkdir()
    path = tmp_path / "library" / what
    if path.exists():
        path.rename(tmp_path / "elsewhere" / path.name)
    path.symlink_to(tmp_path / "elsewhere" / path.name)
    (tmp_path / "elsewhere" / "more").mkdir()
    library = Library.open([tmp_path / "library"], shipped=False)
    assert [one.name for one in library.all()] == (["order-delayed"] if what == "snippets/more" else [])
    (error,) = library.broken
    assert "this link leads out of its library" in str(error)
    assert (what if "/" in what else f"library/{what}") in str(error)


def test_a_library_may_be_named_by_a_link_and_hold_links_into_itself(tmp_path: Path, snippet_file: Write) -> None:
    path = snippet_file(name="plain/order-delayed.yaml")
    (path.parent / "within.yaml").symlink_to("order-delayed.yaml")
    (path.parent / "out.yaml").symlink_to(snippet_file(name="beside.yaml"))
    (tmp_path / "link").symlink_to(tmp_path / "plain")
    library = Library.open([tmp_path / "link"], shipped=False)
    assert library.names() == ("order-delayed", "within")
    assert [name for name, _ in library.marked] == ["out"]


def test_hidden_folders_partials_and_rules_hold_no_snippets(tmp_path: Path, snippet_file: Write) -> None:
    for name in (".git/a.yaml", "partials/b.yaml", "rules/Pack/c.yaml", "replyctl.yaml", "orders/d.yaml", ".e.yaml"):
        snippet_file(name=f"plain/{name}")
    assert Library.open([tmp_path / "plain"], shipped=False).names() == ("d",)


def test_a_folder_that_is_no_library_is_told(
    tmp_path: Path, snippet_file: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SnippetError, match="not a folder"):
        Library.open([tmp_path / "none"])
    monkeypatch.setattr(layer, "MOST", 2)
    for name in "abc":
        snippet_file(name=f"home/{name}.yaml")
    with pytest.raises(SnippetError, match="more than 2 files"):
        Library.open([tmp_path / "home"])


def test_a_partial_comes_from_the_highest_library_that_has_it(tmp_path: Path, snippet_file: Write) -> None:
    snippet_file("en: weak\nhe: חלש\n", "b/partials/promise.yaml")
    snippet_file("en: strong\n", "a/partials/promise.yaml")
    snippet_file("en: [a]\n", "a/partials/broken.yaml")
    snippet_file("english: a\n", "a/partials/tags.yaml")
    snippet_file("en: secret\n", "secret.yaml")
    library = Library.open([tmp_path / "a", tmp_path / "b"])
    assert library.partials.get("promise", "en").texts == {"en": "strong"}
    (tmp_path / "a" / "partials" / "gone.yaml").symlink_to(tmp_path / "nothing")
    refused = {"promis": "no partial", "broken": "must be text", "tags": "not a language tag", "gone": "leads out"}
    for name, said in refused.items():
        with pytest.raises(SnippetError, match=said):
            library.partials.get(name, "en")
    with pytest.raises(SnippetError, match="no partial"):
        library.partials.get("../../secret", "en")
