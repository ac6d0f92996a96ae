from __future__ import annotations

from pathlib import Path

import pytest

from replyctl.desk.file_text import FileText
from replyctl.errors import Place, SnippetError

FILE = FileText(Path("a.yaml"), "\ufefftitle: x\r\nkind: {{ a.b }} 'c d' é\u2028e: !".encode())


@pytest.mark.parametrize(
    ("line", "column", "text"),
    [(1, 1, "title"), (2, 7, "{{ a.b }}"), (2, 10, "a.b"), (2, 17, "'c d'"), (2, 23, "é"), (3, 4, "!"), (1, 90, "")],
)
def test_a_problem_spans_what_stands_at_its_place(line: int, column: int, text: str) -> None:
    one = FILE.wrong("schema", SnippetError("wrong", hint="write it", place=Place("a.yaml", line, column)))

    assert (one.message, one.line, one.column, one.text) == ("wrong; write it", line, column, text)
    assert FILE.text[one.start : one.end] == text


def test_a_problem_without_a_place_is_of_the_whole_file() -> None:
    one = FILE.wrong("schema", SnippetError("empty"))

    assert (one.start, one.end, one.line, one.column, one.text) == (0, 0, 1, 1, "")


def test_a_length_ends_with_the_line() -> None:
    one = FILE.problem("slang", FILE.wrong("yaml", SnippetError("x")).severity, "m", Place("a", 1, 8), length=50)

    assert one.text == "x"


def test_a_number_that_no_report_may_hold_is_dots() -> None:
    file = FileText(Path("a.yaml"), b"card: 4111 1111 1111 1111\n")

    assert len(file.shown) == len(file.text)
    assert "4111 1111 1111" not in file.shown
