"""Texts that YAML makes less of."""

from __future__ import annotations

import pytest

from replyctl.errors import SnippetError
from replyctl.yamlfile import parse
from replyctl.yamlfile.swallowed import check_text


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
        ("one\n  #2 goes on", True),
        ("one\n\n    # goes on", True),
        ("one\n# of the next", False),
        ("\n  # nothing yet\n  one", False),
        ("\n  #1 nothing yet", False),
        ("'one'\n  # quoted", False),
        ("one\n\n  two", True),
        ("one\n  - two", True),
        ("one\n  2) two", True),
        ("'one\n\n  two'", False),
        (">\n  First:\n  - one\n  - two", True),
        (">-\n  1. one\n  2. two", True),
        (">\n  Order: HW-1\n  Date: Monday", True),
        (">\n  订单号：HW-1\n  日期：周一", True),
        ("'First:\n  - one\n  - two'", True),
        (">\n  First:\n    - one\n    - two", False),
        (">\n  First:\n\n  - one\n\n  - two", False),
        (">\n  One sentence.\n  Another one: it goes on.\n  And more.", False),
        ("|\n  - one\n  - two", False),
        (">\n  one\nhe: a\nzh: b", False),
        (">\n  {% if a %}\n  - one\n  {% endif %}", False),
    ],
)
def test_a_text_is_what_was_written(text: str, wrong: bool) -> None:
    assert bool([*check_text(parse(f"en: {text}\n", "a.yaml", SnippetError), ("en",))]) == wrong


def test_a_line_of_a_list_goes_on_below_itself() -> None:
    def wrong(text: str) -> bool:
        return bool([*check_text(parse(text, "a.yaml", SnippetError), ("asks", 0))])

    assert wrong("asks:\n  - where is parcel\n    #12 now\n")
    assert not wrong("asks:\n  - where is my parcel\n  # another\n  - where is it\n")
