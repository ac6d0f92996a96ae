"""A project's replyctl.yaml, and who could have put it there."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Desk

SNIPPET = "title: T\nkind: answer\ntext: {en: {subject: Planted, body: Planted.}}\n"
COLLEAGUE = 65534
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder for many, with a project file and a folder of one's own in it."""
    folder = tmp_path / "shared"
    (folder / "sub").mkdir(parents=True)
    (folder / "replyctl.yaml").write_text("language: he\n")
    return folder


def run(desk: Desk, folder: Path, *arguments: str) -> tuple[str, str]:
    done = subprocess.run(
        [*desk.program, *arguments], cwd=folder, env=desk.env, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr


def owned(path: Path, *, mode: int, user: int = 0) -> None:
    path.chmod(mode)
    if user:
        os.chown(path, user, user)


@pytest.mark.parametrize(
    ("file", "folder", "reason"),
    [
        ({"mode": 0o666}, {"mode": 0o755}, "everyone can write to"),
        pytest.param({"mode": 0o644, "user": COLLEAGUE}, {"mode": 0o1777}, "belongs to another user", marks=needs_root),
        pytest.param({"mode": 0o644, "user": COLLEAGUE}, {"mode": 0o777}, "belongs to another user", marks=needs_root),
        pytest.param({"mode": 0o644, "user": COLLEAGUE}, {"mode": 0o755, "user": COLLEAGUE}, "", marks=needs_root),
        ({"mode": 0o644}, {"mode": 0o1777}, ""),
        ({"mode": 0o664}, {"mode": 0o775}, ""),
    ],
)
def test_a_project_that_somebody_unknown_may_have_written_is_passed_over_and_it_is_said(
    file: dict[str, int], folder: dict[str, int], reason: str, shared: Path, desk: Desk
) -> None:
    owned(shared / "replyctl.yaml", **file)
    owned(shared, **folder)

    out, told = run(desk, shared / "sub", "config", "show")

    assert (f"language: he  # {shared}/replyctl.yaml:1" in out) is not bool(reason)
    assert (f"notice: {shared}/replyctl.yaml is not used: " in told and reason in told) if reason else told == ""


def test_a_link_that_somebody_planted_leads_to_nothing(shared: Path, desk: Desk) -> None:
    (shared / "open").mkdir()
    (shared / "open").chmod(0o777)
    (shared / "open" / "theirs.yaml").write_text("language: zh\n")
    (shared / "open" / "theirs.yaml").chmod(0o666)
    (shared / "sub" / "replyctl.yaml").symlink_to(shared / "open" / "theirs.yaml")

    out, told = run(desk, shared / "sub", "config", "show")

    assert "language: he" in out  # of the next one above
    assert f"everyone can write to {shared}/open/theirs.yaml" in told


@pytest.mark.parametrize("open_to_all", [".", "snippets"])
def test_a_library_that_everyone_can_write_to_is_passed_over_in_a_good_project(
    open_to_all: str, shared: Path, desk: Desk
) -> None:
    library = shared / "library"
    (library / "snippets").mkdir(parents=True)
    (library / "snippets" / "planted.yaml").write_text(SNIPPET)
    (shared / "replyctl.yaml").write_text("libraries: [library]\n")
    assert "planted" in run(desk, shared, "snippets", "list")[0]
    (library / open_to_all).chmod(0o777)

    out, told = run(desk, shared, "snippets", "list")

    assert "planted" not in out
    assert f"notice: the library {library} is not used: everyone can write to" in told


def test_a_checkout_in_a_folder_for_all_is_no_library(shared: Path, desk: Desk) -> None:
    (shared / "snippets").mkdir()
    (shared / "snippets" / "planted.yaml").write_text(SNIPPET)
    assert "planted" in run(desk, shared, "snippets", "list")[0]
    shared.chmod(0o1777)

    out, told = run(desk, shared, "snippets", "list")

    assert "planted" not in out
    assert f"the library {shared} is not used" in told


@pytest.mark.parametrize("kind", ["folder", "pipe", "device", "loop", "nowhere"])
def test_what_is_no_file_is_passed_over_and_it_is_said(kind: str, shared: Path, desk: Desk) -> None:
    place = shared / "sub" / "replyctl.yaml"
    if kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to({"device": "/dev/zero", "loop": "replyctl.yaml", "nowhere": "gone"}[kind])

    out, told = run(desk, shared / "sub", "config", "show")

    assert "language: he" in out
    assert f"notice: {place} is not used: it is " in told


def test_with_json_nothing_but_an_error_is_told(shared: Path, desk: Desk) -> None:
    (shared / "replyctl.yaml").chmod(0o666)

    told = run(desk, shared, "compose", "damaged-item", "--no-input", "-f", "json")[1]

    assert told.startswith('{"error"')
    assert "notice" not in told
