from __future__ import annotations

import stat
from pathlib import Path

import pytest

from replyctl.library.search import index_file
from replyctl.library.search.index_file import file_for


def test_only_the_files_used_last_are_kept_private_and_one_for_each_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(index_file, "MOST", 2)
    made = [file_for([name]) for name in ("a", "b", "c")]

    assert file_for(["c"]) == made[2]
    assert len({*made}) == 3
    assert len(list((tmp_path / "search").glob("*.sqlite"))) == 2
    assert made[2] is not None
    assert stat.S_IMODE(made[2].stat().st_mode) == 0o600
