from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from replyctl.errors import SnippetError
from replyctl.library.layer import Layer
from replyctl.library.partial import Partials

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def partials(tmp_path: Path) -> Partials:
    return Partials([Layer.team(tmp_path / name) for name in ("weak", "strong")])


@pytest.fixture(autouse=True)
def _libraries(snippet_file: Callable[..., Path]) -> None:
    snippet_file("en: weak\nhe: חלש\n", "weak/partials/promise.yaml")
    snippet_file("en: only weak\n", "weak/partials/other.yaml")
    snippet_file("en: strong\nzh: 强\n", "strong/partials/promise.yaml")


def test_the_highest_library_that_has_the_language_gives_the_text(tmp_path: Path) -> None:
    for _ in range(2):  # from the file, then from the cache
        assert partials(tmp_path).get("promise", "en").texts == {"en": "strong", "zh": "强"}
        assert partials(tmp_path).get("promise", "he").texts["he"] == "חלש"
        assert partials(tmp_path).get("other", "en").texts == {"en": "only weak"}
        assert [one.texts["en"] for one in partials(tmp_path).every("promise")] == ["strong", "weak"]


def test_a_language_that_no_library_has_is_nowhere(tmp_path: Path) -> None:
    assert partials(tmp_path).get("other", "zh").texts == {"en": "only weak"}


@pytest.mark.parametrize("name", ["promis", "../promise", "Promise", "", "/etc/passwd", "promise.yaml"])
def test_a_name_that_is_none_reads_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(SnippetError, match="no partial"):
        partials(tmp_path).get(name, "en")


def test_the_one_that_was_meant_is_named(tmp_path: Path) -> None:
    with pytest.raises(SnippetError) as told:
        partials(tmp_path).get("promis", "en")

    assert told.value.hint == "did you mean 'promise'?"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("en: [a]\n", "broken.yaml:1:5: 'en' must be text"),
        ("en: '  '\n", "broken.yaml:1:5: 'en' must be text"),
        ("english: a\n", "broken.yaml:1:1: 'english' is not a language tag"),
        ("xx: a\n", "broken.yaml:1:1: no language data for 'xx'"),
        ("- a\n", "broken.yaml:1:1: the file must be a mapping"),
        ("en: a\nzh: '{{ a'\n", "broken.yaml:2:6: this {{ is never closed"),
        ("en: Parcel #12\n", "broken.yaml:1:12: YAML reads '#12' as a comment"),
    ],
)
def test_a_file_that_is_no_mapping_of_languages_to_texts_is_told(
    tmp_path: Path, snippet_file: Callable[..., Path], content: str, said: str
) -> None:
    snippet_file(content, "strong/partials/broken.yaml")
    with pytest.raises(SnippetError) as told:
        partials(tmp_path).get("broken", "en")

    assert said in str(told.value)


def test_what_its_texts_name_is_known_by_language(tmp_path: Path, snippet_file: Callable[..., Path]) -> None:
    snippet_file("en: \"{{ order }} {{ partial('other') }}\"\nhe: א\n", "strong/partials/promise.yaml")
    for _ in range(2):  # from the file, then from the cache
        found = partials(tmp_path).get("promise", "en")
        assert [use[0] for use in found.uses["en"]] == ["order"]
        assert [use[0] for use in found.partials["en"]] == ["other"]
        assert (found.uses["he"], found.partials["he"]) == ([], [])


def test_its_state_changes_with_every_partial(tmp_path: Path, snippet_file: Callable[..., Path]) -> None:
    states = [partials(tmp_path).state()]
    path = snippet_file("en: more than before\n", "weak/partials/promise.yaml")
    states.append(partials(tmp_path).state())
    path.unlink()
    states.append(partials(tmp_path).state())

    assert len(set(states)) == 3
    assert partials(tmp_path).state() == states[2]


def test_one_that_leads_out_of_its_library_is_not_said_to_be_meant(
    tmp_path: Path, snippet_file: Callable[..., Path]
) -> None:
    outside = snippet_file("en: secret\n", "elsewhere/secret.yaml")
    (tmp_path / "strong" / "partials" / "secret.yaml").symlink_to(outside)

    with pytest.raises(SnippetError) as told:
        partials(tmp_path).get("secret", "en")

    assert "this link leads out of its library" in str(told.value)
    assert "did you mean" not in told.value.hint
