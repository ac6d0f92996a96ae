from __future__ import annotations

from replyctl.grammar.languagetool_server import warmed


def test_a_server_makes_ready_what_the_team_writes() -> None:
    assert warmed("en-AU") == ("en-AU", "zh-CN")
    assert warmed("") == ("en-US", "en-GB", "zh-CN")
