"""A file against a class: all that does not fit, each where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import pytest

from replyctl.errors import SnippetError
from replyctl.yamlfile import parse, validate
from replyctl.yamlfile.validate import described


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    size: int = 0
    on: bool = False
    names: dict[str, str] | str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    title: str
    kind: Literal["answer", "complaint"] = "answer"
    tags: list[str] = field(default_factory=list)
    inner: dict[str, Inner] = field(default_factory=dict)
    any: Any = None


def refused(content: str | bytes) -> SnippetError:
    with pytest.raises(SnippetError) as caught:
        validate(Outer, parse(content, "a.yaml", SnippetError))
    return caught.value


def test_a_class_gets_its_booleans_and_numbers_from_what_is_written() -> None:
    tree = parse("title: no\ninner: {a: {size: 12, on: no, names: {he: שם}}}\nany: {x: 012}", "a.yaml", SnippetError)
    assert validate(Outer, tree) == Outer(
        title="no", inner={"a": Inner(size=12, on=False, names={"he": "שם"})}, any={"x": "012"}
    )


def test_all_mismatches_are_told_at_once_each_with_its_place() -> None:
    error = refused("titel: x\nkind: complain\ntags: refund\ninner:\n  a: {size: big, onn: 1, names: [b]}\n")
    assert str(error) == "a.yaml:1:1: unknown key 'titel'"
    assert error.hint == "did you mean 'title'?"
    notes = "\n".join(error.__notes__)
    assert "a.yaml:2:7: 'complain' is not one of: answer, complaint\n" in notes
    assert "did you mean 'complaint'?" in notes
    assert "a.yaml:3:7: 'tags' must be a list, not 'refund'" in notes
    assert "a.yaml:5:13: 'inner.a.size' must be a whole number, not 'big'" in notes
    assert "a.yaml:5:18: unknown key 'onn'" in notes
    assert "a.yaml:5:33: 'inner.a.names' must be a mapping or text, not a list" in notes
    assert len(error.__notes__) == 5


def test_the_caret_stands_under_the_place_in_wide_scripts_too() -> None:
    known = "  known: title, kind, tags, inner, any"
    assert described(refused("title: x\n标题: y\n")) == f"a.yaml:2:1: unknown key '标题'\n  | 标题: y\n  | ^\n{known}"
    assert described(refused('{"title": "标题", kid: x}')).split("\n")[1:3] == [
        '  | {"title": "标题", kid: x}',
        f"  | {' ' * 18}^",
    ]


def test_a_value_that_the_file_must_not_hold_is_an_unknown_key() -> None:
    with pytest.raises(SnippetError, match="unknown key 'title'"):
        validate(Outer, parse("title: x", "a.yaml", SnippetError), {"title": "stem"})


def test_an_escape_in_a_key_does_not_reach_the_message() -> None:
    assert "\x1b" not in described(refused('title: x\n"\\e[2Jx": 1'))


def test_text_that_yaml_took_for_a_mapping_is_told_how_to_be_text() -> None:
    assert "write `title: |`" in refused("title:\n  Hello: you are\n").hint
    assert refused("title: [a]\n").hint == ""
