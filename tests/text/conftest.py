"""A language made for one test."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from replyctl import language
from replyctl.text import phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def tongue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., language.Language]]:
    """Makes a language `xx`: the facts and the salutation of English, with facts and lists of its own."""
    english = language.FOLDER / "en"
    facts = yaml.safe_load((english / "language.yaml").read_text("utf-8"))
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "cache"))

    def make(lists: dict[str, dict[str, Any]], **own: object) -> language.Language:
        folder = tmp_path / "xx"
        folder.mkdir(exist_ok=True)
        shutil.copy(english / "salutation.yaml", folder)
        for name, data in (("language", {**facts, "code": "xx", **own}), ("lexicon", lists)):
            (folder / f"{name}.yaml").write_text(json.dumps(data), "utf-8")  # JSON is YAML
        forget()
        return language.load("xx")

    yield make
    forget()


def forget() -> None:
    language.load.cache_clear()
    phrases._states.cache_clear()
