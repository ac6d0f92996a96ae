"""Where a template that fails stands: tests/cli/test_compose.py has it from end to end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from making import snippet, start

from replyctl.compose.values.template_place import TemplateInFile, located
from replyctl.errors import Place, TemplateError
from replyctl.library.snippet import Field

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def written(tmp_path: Path) -> TemplateInFile:
    path = tmp_path / "late.yaml"
    path.write_text("text:\n  en:\n    body: >\n      Hello {{ a }}.\n\n      It is {{ order }}.\n", "utf-8")
    return TemplateInFile(path, ("text", "en", "body"), "Hello {{ a }}.\nIt is {{ order }}.\n")


def test_line_and_column_of_a_template_become_those_of_its_file(written: TemplateInFile) -> None:
    error = written.placed(TemplateError("this fails", hint="mend it", place=Place("late (en, body)", 2, 10)))

    assert str(error) == f"{written.file}:6:16: this fails"
    assert error.place is not None
    assert (error.hint, error.place.quoted) == ("mend it", "      It is {{ order }}.")


def test_a_file_that_is_none_any_more_changes_nothing(written: TemplateInFile) -> None:
    error = TemplateError("this fails", place=Place("late (en, body)", 2, 10))
    written.file.write_text("a: [")

    assert written.placed(error) is error


def test_the_place_of_a_name_is_where_it_is_printed(written: TemplateInFile) -> None:
    assert written.naming("order", "x") == Place("x", 2, 10)
    assert written.naming("gone", "x") == Place("x", 1, 1)


def test_a_snippet_without_a_file_keeps_what_errors_call_it() -> None:
    made = start(snippet("{{ a }}", fields={"a": Field(when="1")}))

    with pytest.raises(TemplateError) as told, located(made.plan, "a", "when", "1") as where:
        raise TemplateError("this fails", place=Place(where, 1, 1))

    assert str(told.value) == "when of a:1:1: this fails"
