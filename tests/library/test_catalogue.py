"""The shipped library has a snippet for every kind of mail, and its page says which."""

from __future__ import annotations

from tests.library import catalogue


def test_there_is_a_snippet_for_each_kind_of_mail_and_a_kind_for_each_snippet() -> None:
    rows = catalogue.rows()

    assert [row.kind for row in rows if not row.snippets] == []
    assert {name for row in rows for name in row.snippets} == {snippet.name for snippet in catalogue.SNIPPETS}


def test_the_table_in_the_snippets_readme_is_current() -> None:
    text = catalogue.PAGE.read_text("utf-8")

    assert text == catalogue.page(text), "run `python -m tests.library.catalogue`"
