"""A language made for one test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from replyctl import language
from replyctl.text import phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def tongue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., language.Language]]:
    """Makes a language `xx`: English with keys of its own."""
    english = yaml.safe_load((language.FOLDER / "en.yaml").read_text("utf-8"))
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "cache"))

    def make(**keys: object) -> language.Language:
        own = {**english, "code": "xx", **keys}
        (tmp_path / "xx.yaml").write_text(yaml.safe_dump(own, allow_unicode=True), "utf-8")
        forget()
        return language.load("xx")

    yield make
    forget()


def forget() -> None:
    language.load.cache_clear()
    phrases._phrases.cache_clear()
