from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from replyctl.report.diff import unified

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "d\n", "\n"]), max_size=14)


def patched(before: list[str], diff: str) -> list[str]:
    """What `patch` makes of it."""
    after, at = [], 0
    for line in diff.splitlines(keepends=True)[2:]:
        if hunk := re.match(r"@@ -(\d+)(?:,(\d+))? ", line):
            start = int(hunk[1]) - (hunk[2] != "0")
            after, at = [*after, *before[at:start]], start
        elif line[0] == " ":
            assert before[at] == line[1:]
            after, at = [*after, line[1:]], at + 1
        elif line[0] == "-":
            assert before[at] == line[1:]
            at += 1
        else:
            after.append(line[1:])
    return [*after, *before[at:]]


@given(LINES, LINES)
def test_a_diff_makes_the_one_text_of_the_other(before: list[str], after: list[str]) -> None:
    assert patched(before, unified("a.txt", "".join(before), "".join(after))) == after


def test_no_change_is_no_diff_and_a_missing_line_end_is_told() -> None:
    assert unified("a.txt", "same\n", "same\n") == ""
    assert unified("a.txt", "thx", "thanks").endswith(
        "-thx\n\\ No newline at end of file\n+thanks\n\\ No newline at end of file\n"
    )
