"""Cases as data: a test that takes `case` runs once for each entry of `cases/<its file's name>.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from replyctl import language
from replyctl.text import phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CASES = Path(__file__).parent / "cases"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        name = Path(metafunc.definition.path).stem.removeprefix("test_")
        found = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
        ids = [f"{number}-{case.get('lang', 'any')}" for number, case in enumerate(found, 1)]
        metafunc.parametrize("case", found, ids=ids)


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
