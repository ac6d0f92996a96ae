"""The scripts of names."""

from __future__ import annotations

import pytest

from replyctl.people.scripts import is_foreign, joined, part_in, script


def test_a_word_is_in_the_script_of_its_first_letter() -> None:
    assert [script(word) for word in ("Dana", "דנה", "李", "42", "")] == ["LATIN", "HEBREW", "CJK", "", ""]
