"""A language made for one test."""

from __future__ import annotations

import json
from functools import cache
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
    """Makes a language `xx`: English with keys of its own."""
    data = english()
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "cache"))

    def make(**keys: object) -> language.Language:
        own = {**data, "code": "xx", **keys}
        (tmp_path / "xx.yaml").write_text(json.dumps(own), "utf-8")  # JSON is YAML
        forget()
        return language.load("xx")

    yield make
    forget()


@cache
def english() -> dict[str, Any]:
    """Its file, which takes half a second to load."""
    data: dict[str, Any] = yaml.safe_load((language.FOLDER / "en.yaml").read_text("utf-8"))
    return data


def forget() -> None:
    language.load.cache_clear()
    phrases._phrases.cache_clear()
