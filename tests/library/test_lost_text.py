"""Texts that YAML makes less of: see also cases/refused.yaml and yamlfile/test_swallowed.py."""

from __future__ import annotations

from replyctl.errors import SnippetError
from replyctl.library.lost_text import check
from replyctl.yamlfile import parse


def test_only_what_people_read_is_looked_at() -> None:
    file = "kind: answer # a\nowner: me #b\nparts: {a: {ask: b}} # c\nfields:\n  a:\n    when: b # d\n    ask: c # e\n"

    assert [str(error.place) for error in check(parse(file, "a.yaml", SnippetError))] == ["a.yaml:7:12"]
