"""Words near a frequent one are known again, and of other words hardly any is taken for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from replyctl.language import near_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEAR = [f"near{number}" for number in range(2000)]
OTHERS = [f"other{number}" for number in range(2000)]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The languages, of which `xx` has near words."""
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / near_words.NAME).write_bytes(near_words.filter_of(NEAR))
    monkeypatch.setattr(near_words, "FOLDER", tmp_path)
    near_words._kept.cache_clear()
    yield
    near_words._kept.cache_clear()


def test_each_word_is_known_again_and_hardly_any_other() -> None:
    assert all(near_words.is_near(word, "xx") for word in NEAR)
    assert sum(near_words.is_near(word, "xx") for word in OTHERS) < len(OTHERS) * 0.05


def test_a_language_without_a_filter_has_no_near_words() -> None:
    assert not any(near_words.is_near(word, "yy") for word in NEAR)
