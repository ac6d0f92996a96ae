from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from replyctl.errors import SnippetError
from replyctl.library.content import read_bytes, stamp

if TYPE_CHECKING:
    from pathlib import Path


def test_of_a_huge_file_no_more_is_read_than_tells_that_it_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x" * (3 << 20))

    assert len(read_bytes(tmp_path / "a.yaml")) == (1 << 20) + 1


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(SnippetError, match=r"gone\.yaml: cannot be read: No such file"):
        read_bytes(tmp_path / "gone.yaml")
    assert stamp(tmp_path / "gone.yaml") is None


def test_a_stamp_changes_with_the_file_even_if_its_time_is_set_back(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a")
    before, times = stamp(path), path.stat()
    path.write_text("b")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert stamp(path) != before
