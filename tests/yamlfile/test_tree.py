from __future__ import annotations

import pytest

from replyctl.errors import SnippetError
from replyctl.yamlfile import parse
from replyctl.yamlfile.tree import scalar

TREE = parse("title: 订单\nfields:\n  order:\n  day: {type: date}\ntags: [a, b]\n", "a.yaml", SnippetError)


def test_what_no_class_describes_is_typed_only_where_nothing_is_lost() -> None:
    tree = parse("a: [true, 'true', 3, 03, 1.5, 1e3, no, -7]", "a.yaml", SnippetError)
    assert tree.typed(("a",)) == [True, "true", 3, "03", 1.5, "1e3", "no", -7]
    assert tree.typed(("b",)) is None


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a: b # c", 6),
        ("a: b", 0),
        ("a: 'b' # c", 0),
        ("a: # c", 4),
        ("a: b\n  c  # d", 6),
        ("a: b#c", 0),
        ("a: |  # c\n  b", 0),
    ],
)
def test_a_comment_behind_a_plain_text_is_found(text: str, column: int) -> None:
    place = parse(text, "a.yaml", SnippetError).comment(("a",))
    assert (place.column if place else 0) == column


def test_all_strings_are_gone_through_with_their_paths() -> None:
    assert [path for path, _ in TREE.scalars()] == [
        ("title",), ("fields", "order"), ("fields", "day", "type"), ("tags", 0), ("tags", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        (("title",), False, "a.yaml:1:8"),
        (("title",), True, "a.yaml:1:1"),
        (("fields", "day", "type"), False, "a.yaml:4:15"),
        (("tags", 1), False, "a.yaml:5:11"),
        (("fields", "order"), False, "a.yaml:3:3"),
        (("fields", "day", "default"), False, "a.yaml:4:3"),
        (("links", "help"), False, "a.yaml"),
        (("tags", 9), False, "a.yaml:5:1"),
        ((), False, "a.yaml"),
    ],
)
def test_a_piece_stands_where_it_is_or_where_it_would_be(path: tuple[str | int, ...], key: bool, place: str) -> None:
    assert str(TREE.place(path, key=key)) == place


def test_an_error_quotes_its_line() -> None:
    error = TREE.fail(("title",), "wrong", hint="mend it")

    assert isinstance(error, SnippetError)
    assert (str(error), error.hint) == ("a.yaml:1:8: wrong", "mend it")
    assert error.place is not None
    assert error.place.quoted == "title: 订单"


def test_a_key_that_nobody_knows_brings_the_one_that_was_meant() -> None:
    error = TREE.unknown_key(("title",), ("titel", "kind"))

    assert (error.message, error.hint) == ("unknown key 'title'", "did you mean 'titel'?")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("True", "True"),
        ("12", 12),
        ("-1.5", -1.5),
        ("012", "012"),
        ("1e3", "1e3"),
        ("-nan", "-nan"),
        ("nan", "nan"),
        ("inf", "inf"),
    ],
)
def test_an_unquoted_scalar_is_what_it_looks_like_where_nothing_is_lost(text: str, value: object) -> None:
    assert scalar(text) == value
