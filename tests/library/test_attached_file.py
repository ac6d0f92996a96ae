"""A snippet's files: inside its own library only, whatever a library that others wrote names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from replyctl.errors import DataError, SnippetError
from replyctl.library import attached_file
from replyctl.library.attached_file import content, located

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    (folder / "files").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / ".git/config").write_text("token")
    (folder / "files/manual.pdf").write_bytes(b"%PDF manual")
    (tmp_path / "secret").write_text("secret")
    (folder / "files/link").symlink_to(tmp_path / "secret")
    (folder / "inside").symlink_to(folder / "files/manual.pdf")
    (folder / "folder").symlink_to(tmp_path)
    return folder


def test_a_file_of_the_library_is_found_with_its_size(home: Path) -> None:
    found = located(home, "files/manual.pdf")

    assert (found.name, found.size, found.shown) == ("manual.pdf", 11, "manual.pdf (1 KB)")
    assert content(found) == b"%PDF manual"


def test_the_library_itself_may_be_a_link(home: Path, tmp_path: Path) -> None:
    (tmp_path / "to").symlink_to(home)

    assert located(tmp_path / "to", "files/manual.pdf").size == 11


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("../secret", "no file inside the library"),
        ("files/../../secret", "no file inside the library"),
        ("/etc/passwd", "no file inside the library"),
        ("files\\manual.pdf", "no file inside the library"),
        ("files/a\u202eb", "no file inside the library"),
        ("", "no file inside the library"),
        ("files/link", "leads through a link"),
        ("inside", "leads through a link"),
        ("folder/secret", "leads through a link"),
        (".git/config", "is hidden"),
        ("files/none.pdf", "No such file"),
        ("files", "is not a file"),
    ],
)
def test_nothing_else_is_sent(home: Path, given: str, why: str) -> None:
    with pytest.raises(SnippetError, match=why):
        located(home, given)


def test_a_file_that_no_server_takes_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attached_file, "MOST", 10)

    with pytest.raises(SnippetError, match="has more than"):
        located(home, "files/manual.pdf")


def test_what_became_of_a_file_meanwhile_is_not_sent(home: Path, tmp_path: Path) -> None:
    found = located(home, "files/manual.pdf")
    file = home / "files/manual.pdf"
    file.write_text("other content")
    with pytest.raises(DataError, match="has changed"):
        content(found)
    file.unlink()
    with pytest.raises(DataError, match="cannot be read"):
        content(found)
    file.symlink_to(tmp_path / "secret")
    with pytest.raises(DataError, match="is a link now"):
        content(found)
