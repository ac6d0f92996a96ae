"""YAML files that people write: as written, with places, and refused where they could surprise."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from replyctl.errors import SnippetError
from replyctl.yamlfile import parse, read

if TYPE_CHECKING:
    from pathlib import Path


def refused(content: str | bytes) -> SnippetError:
    with pytest.raises(SnippetError) as caught:
        parse(content, "a.yaml", SnippetError)
    return caught.value


def test_scalars_stay_as_they_are_written() -> None:
    text = "a: no\nb: 12:30\nc: 0123\nd: 2026-01-02\ne: true\nf: Null\ng: 1_000\nh:\n12: x\n"
    expected = {"a": "no", "b": "12:30", "c": "0123", "d": "2026-01-02", "e": "true", "f": "Null", "g": "1_000"}
    assert parse(text, "a.yaml", SnippetError).data == {**expected, "h": None, "12": "x"}


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    tree = parse("\ufefftitle: |\r\n  שלום\r\n  再见\r\n".encode(), "a.yaml", SnippetError)
    assert tree.data == {"title": "שלום\n再见\n"}


def test_an_empty_file_is_an_empty_mapping() -> None:
    assert parse("# nothing yet\n", "a.yaml", SnippetError).data == {}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a: 1\na: 2", "a.yaml:2:1: the key 'a' is there twice"),
        ("a: 1\n---\nb: 2", "a.yaml:2:1: a second document"),
        ("a: !!python/object:os.system x", "a.yaml:1:4: a tag (tag:yaml.org,2002:python/object:os.system)"),
        ("- a", "a.yaml:1:1: the file must be a mapping of keys to values"),
        ("title: {{ x }}", "a.yaml:1:9: a key must be a word"),
        ("title: Hi: there", "a.yaml:1:10: not YAML: mapping values are not allowed in this context"),
        ("a:\n\t- b", "a.yaml:2:1: not YAML: found character that cannot start any token"),
        ("a: *b", "a.yaml:1:4: unknown anchor 'b'"),
        ("a: &a [*a]", "a.yaml:1:8: unknown anchor 'a'"),
        (b"title: x\nkind: \xff", "a.yaml:2: not UTF-8"),
        ("title: \x1b[2J", "a.yaml:1:8: a control character (U+001B)"),
        ("[" * 60 + "]" * 60, "a.yaml:1:52: nested deeper than 50"),
    ],
)
def test_what_could_surprise_is_refused_with_its_place(content: str | bytes, message: str) -> None:
    assert str(refused(content)) == message


def test_an_alias_may_repeat_a_value() -> None:
    assert parse("a: &x [1]\nb: *x", "a.yaml", SnippetError).data["b"] == ["1"]


@pytest.mark.parametrize("deep", [9, 40])
def test_an_alias_bomb_is_refused_at_once(deep: int) -> None:
    bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{level}: &a{level} [{','.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, deep)
    )
    started = time.monotonic()
    assert "aliases repeat too much" in str(refused(bomb))
    assert time.monotonic() - started < 0.5


@pytest.mark.parametrize("content", ["a" * (1 << 21), "[" * 1_000_000, "a: " + "[{" * 1000])
def test_a_huge_or_deep_file_is_refused_at_once(content: str) -> None:
    started = time.monotonic()
    refused(content)
    assert time.monotonic() - started < 0.5


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(SnippetError, match=r"gone\.yaml: cannot be read: No such file"):
        read(tmp_path / "gone.yaml", SnippetError)


def test_more_values_than_anybody_writes_are_refused() -> None:
    assert "more than 50,000 values" in str(refused(f"tags: [{'a,' * 60_000}]"))
