from __future__ import annotations

import pytest

from replyctl.errors import SnippetError
from replyctl.yamlfile import parse


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
