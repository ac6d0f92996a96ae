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


@pytest.mark.parametrize(
    ("written", "spot"),
    [
        ("|\n\n    one\n    two {{ x }}\n", (4, 12, "    two {{ x }}")),
        ("|2 # as it is\n      two {{ x }}\n", (2, 14, "      two {{ x }}")),
        (">-\n    one\n    two\n\n    three {{ x }}\n", (5, 14, "    three {{ x }}")),
        ("one {{ x }} two", (1, 11, "a: one {{ x }} two")),
        ("one\n  two {{ x }} # what it is", (2, 10, "  two {{ x }} # what it is")),
        ('"one\\n\\x20\\u05d0 {{ x }}"', (1, 24, 'a: "one\\n\\x20\\u05d0 {{ x }}"')),
        ('"one\\\n   two\n\n   {{ x }}"', (4, 7, '   {{ x }}"')),
        ("'it''s {{ x }}'", (1, 14, "a: 'it''s {{ x }}'")),
        ("'订单\n  {{ x }}'", (2, 6, "  {{ x }}'")),
    ],
)
def test_a_character_of_a_value_has_its_own_place_however_it_is_written(
    written: str, spot: tuple[int, int, str]
) -> None:
    tree = parse(f"a: {written}", "a.yaml", SnippetError)
    assert tree.place(("a",), offset=tree.data["a"].index("x }}"))[1:] == spot
