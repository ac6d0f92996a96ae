from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from replyctl.config import Grammar
from replyctl.config.check import check_value
from replyctl.engine_names import EngineName, Wanted
from replyctl.errors import ConfigError
from replyctl.grammar.choose import chosen, makers

if TYPE_CHECKING:
    from pathlib import Path


def names(settings: Grammar, wanted: Wanted) -> tuple[list[str], list[str], list[str]]:
    told: list[str] = []
    failed: list[str] = []
    return (
        [type(engine).__name__.lower() for engine in chosen(settings, wanted, told.append, failed.append)],
        told,
        failed,
    )


@pytest.mark.usefixtures("state")
@pytest.mark.parametrize(
    ("wanted", "engines"), [("auto", ["harper"]), ("harper", ["harper"]), ("languagetool", []), ("off", [])]
)
def test_where_no_server_runs_it_is_harper_or_nobody(wanted: Wanted, engines: list[str]) -> None:
    assert names(Grammar(), wanted) == (engines, [], [])


@pytest.mark.parametrize(
    ("wanted", "engines"),
    [("auto", ["languagetool", "harper"]), ("languagetool", ["languagetool"]), ("harper", ["harper"])],
)
def test_a_teams_own_server_is_asked_first(wanted: Wanted, engines: list[str]) -> None:
    assert names(Grammar(languagetool_url="http://lt.shop.example:8081"), wanted) == (engines, [], [])


@pytest.mark.parametrize("url", ["https://api.languagetool.org/v2", "https://api.languagetoolplus.com"])
def test_that_text_leaves_the_house_is_told(url: str) -> None:
    _, told, _ = names(Grammar(languagetool_url=url), "auto")

    assert told == ["grammar.languagetool_url is the public service: customers' text leaves your company"]


@pytest.mark.usefixtures("state")
def test_a_server_that_cannot_be_started_is_a_failure_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    engines, told, (failed,) = names(Grammar(languagetool="auto"), "auto")

    assert (engines, told) == (["harper"], [])
    assert "Java 17" in failed
    assert "install a Java runtime" in failed


def test_each_engine_of_the_table_is_made_described_and_says_what_it_lacks() -> None:
    assert len(list(makers("auto"))) == len(get_args(EngineName))
    for maker in makers("auto"):
        assert list(maker.described(Grammar()))
        assert maker.lacking("xx")


def test_flag_and_configuration_take_the_engines_of_the_table() -> None:
    for wanted in get_args(Wanted):
        assert check_value("grammar.engine", wanted) == {"grammar.engine": wanted}
    with pytest.raises(ConfigError) as refused:
        check_value("grammar.engine", "harpoon")

    assert "harper" in refused.value.hint
