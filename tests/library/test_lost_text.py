"""Texts that YAML makes less of: see also cases/refused.yaml."""

from __future__ import annotations

import pytest

from replyctl.errors import SnippetError
from replyctl.library.lost_text import check, check_text
from replyctl.yamlfile import parse


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Parcel #12", True),
        ("Parcel # 12", True),
        ("#12", True),
        ("Parcel#12", False),
        ('"Parcel #12"  # quoted', False),
        ("|  # a block\n  Parcel #12", False),
        (" # nothing yet", False),
        ("3 # a number", False),
        ("true # a word for yes", False),
        ("one\n  two #3", True),
        ("one\n  two", False),
        ("one\n\n  two", True),
        ("one\n  - two", True),
        ("one\n  2) two", True),
        ("'one\n\n  two'", False),
    ],
)
def test_a_text_is_what_was_written(text: str, wrong: bool) -> None:
    assert bool([*check_text(parse(f"en: {text}\n", "a.yaml", SnippetError), ("en",))]) == wrong


def test_only_what_people_read_is_looked_at() -> None:
    file = "kind: answer # a\nowner: me #b\nparts: {a: {ask: b}} # c\nfields:\n  a:\n    when: b # d\n    ask: c # e\n"

    assert [str(error.place) for error in check(parse(file, "a.yaml", SnippetError))] == ["a.yaml:7:12"]
