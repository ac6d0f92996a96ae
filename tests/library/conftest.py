from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOOD = """\
title: Order delayed
kind: answer
text:
  en: {subject: Order delayed, body: It comes on Monday.}
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def good() -> str:
    """The smallest whole snippet."""
    return GOOD


@pytest.fixture
def snippet_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a snippet's file and gives its path."""

    def write(content: str | bytes = GOOD, name: str = "library/snippets/order-delayed.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write
