from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
import typer

from replyctl.cli import snippets
from replyctl.cli.columns import aligned
from replyctl.cli.streams import Streams
from replyctl.errors import SnippetError, SnippetNotFound
from replyctl.text.width import shortened, width

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "title: {en: Order delayed, he: ההזמנה מתעכבת}\nkind: answer\ntext: {en: {subject: a, body: b}}\n"


@dataclass
class Said:
    out: str
    err: str


@pytest.fixture(autouse=True)
def home(own_folders: Path) -> Path:
    return own_folders


def written(path: Path, text: str = GOOD) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def run(*arguments: str, terminal: bool = False) -> Said:
    app = typer.Typer()
    snippets.register(app)
    app.callback()(lambda: None)
    out, err = io.BytesIO(), io.BytesIO()
    streams = Streams(io.BytesIO(), out, err, False, terminal, False)
    typer.main.get_command(app).main(["snippets", *arguments], obj=streams, standalone_mode=False)
    return Said(out.getvalue().decode(), err.getvalue().decode())


def test_list_prints_one_aligned_line_a_snippet() -> None:
    lines = run("list").out.splitlines()
    assert len(lines) >= 12
    assert "damaged-item              complaint  en zh he  Damaged item: refund and replacement" in lines
    assert len({line.index("en zh he") for line in lines}) == 1


def test_list_speaks_the_language_of_the_settings(home: Path) -> None:
    written(home / "config/replyctl/config.yaml", "language: he\n")
    written(home / "team/order-delayed.yaml")
    said = run("list", "--no-shipped", "--library", "team")
    assert said == Said("order-delayed  answer  en  \u2068ההזמנה מתעכבת\u2069\n", "")


@pytest.mark.parametrize("columns", [40, 80])
def test_list_fits_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run("list", terminal=True).out.splitlines()
    assert all(width(line) <= columns for line in lines)
    assert max(map(width, lines)) > columns - 10


def test_list_marks_each_broken_file_and_tells_its_first_mistake(home: Path) -> None:
    written(home / "team/broken.yaml", f"{GOOD}tittel: x\ntagz: y\n")
    written(home / "team/worse.yaml", 'a: b\nc: "d\n')
    written(home / "team/typo.yaml", GOOD.replace("body: b", "body: '{{ customer.nam }}'"))
    written(home / "team/sharing.yaml", GOOD.replace("body: b", "body: '{{ partial(\"p\") }}'"))
    written(home / "team/partials/p.yaml", "en: '{{ order }}'\n")
    written(home / "team/fine.yaml")
    for _ in range(2):  # from the files, then from the cache
        said = run("list", "--no-shipped", "--library", "team")
        assert said.out.splitlines() == [
            "broken   broken      4:1: unknown key 'tittel'",
            "fine     answer  en  Order delayed",
            "sharing  broken      p.yaml:1:9: 'order' is not declared by the snippet 'sharing', which uses this partial",
            "typo     broken      3:35: 'customer.nam' is not declared",
            "worse    broken      2:4: this quotation mark is never closed",
        ]
        assert said.err.splitlines()[0] == (
            "notice: team/broken.yaml:4:1: unknown key 'tittel' (and 2 more); did you mean 'title'?"
        )
        assert said.err.count("notice: team/") == 4
    with pytest.raises(SnippetError):
        run("show", "broken", "--library", "team")


def test_elsewhere_broken_files_are_one_notice(home: Path) -> None:
    written(home / "team/broken.yaml", GOOD.replace("body: b", "body: '{% if parts.cal %}x{% endif %}'"))
    written(home / "team/worse.yaml", 'a: b\nc: "d\n')
    written(home / "team/fine.yaml")
    said = run("search", "order", "--no-shipped", "--library", "team")
    assert said.out.startswith("fine ")
    assert said.err.count("\n") == 1
    assert said.err.startswith("notice: 2 snippets are skipped, the first: team/broken.yaml:3:38: 'parts.cal'")
    assert run("show", "fine", "--library", "team").err.count("notice") == 0


def test_show_prints_the_file_and_tells_which_one_won(home: Path) -> None:
    own = written(home / "config/replyctl/snippets/damaged-item.yaml", f"\ufeff{GOOD}# mine".replace("\n", "\r\n"))
    team = written(home / "team/snippets/damaged-item.yaml")
    written(home / "config/replyctl/config.yaml", f"libraries: [{home}/team]\n")
    said = run("show", "damaged-item")
    assert said.out == f"{GOOD}# mine\n"
    first, second, third = said.err.splitlines()
    assert first == f"from personal: {own}"
    assert second == f"over team: {team}"
    assert third.startswith("over shipped: ")


def test_a_flags_library_is_stronger_than_a_configured_one(home: Path) -> None:
    written(home / "team/damaged-item.yaml")
    written(home / "config/replyctl/config.yaml", f"libraries: [{home}/team]\n")
    for name in ("first", "second"):
        written(home / name / "damaged-item.yaml", f"{GOOD}owner: {name}\n")
    said = run("show", "damaged-item", "--library", "first", "--library", "second")
    assert said.out.endswith("owner: first\n")
    assert [line.rpartition("/")[0] for line in said.err.splitlines()][1:3] == [
        "over team: second",
        f"over team: {home}/team",
    ]


def test_search_puts_the_best_first() -> None:
    assert run("search", "damagd", "parcel").out.startswith("damaged-item ")
    assert run("search", "החזר", "כספי").out.startswith(("refund-approved ", "damaged-item "))
    assert run("search", "xylophone") == Said("", "no snippet matches 'xylophone'\n")


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(SnippetNotFound):
        run("show", "none-such")
    with pytest.raises(Exception, match="does not exist"):
        run("list", "--library", "nowhere")


def test_the_schema_is_json() -> None:
    assert json.loads(run("schema").out)["additionalProperties"] is False


def test_completion_offers_names_with_titles_and_never_fails(home: Path) -> None:
    names = dict(snippets.complete("da"))
    assert names == {"damaged-item": "Damaged item: refund and replacement"}
    written(home / "config/replyctl/config.yaml", "libraries: [/nowhere]\n")
    assert "damaged-item" in dict(snippets.complete(""))
    written(home / "config/replyctl/config.yaml", "{{{\n")
    assert "damaged-item" in dict(snippets.complete(""))


def test_columns_measure_what_a_terminal_shows() -> None:
    rows = [("订单", "a"), ("שָׁלוֹם", "b"), ("\x1b[31mred", "c\nd")]
    lines = aligned(rows).splitlines()
    assert [width(line) for line in lines] == [7, 7, 9]
    assert "\x1b" not in aligned(rows)
    assert shortened("订单延迟", 5) == "订单…"
    assert shortened("abc", 3) == "abc"
    assert aligned([]) == ""


def test_a_configured_library_that_is_not_there_is_a_notice_and_the_others_are_read(home: Path) -> None:
    written(home / "team/snippets/order-delayed.yaml")
    written(home / "config/replyctl/config.yaml", f"libraries: [{home}/away, {home}/team]\n")
    said = run("list", "--no-shipped")

    assert said.err == f"notice: the library {home}/away is not used: there is no such folder\n"
    assert said.out.startswith("order-delayed")
    with pytest.raises(typer.TyperException, match="does not exist"):
        run("list", "--library", "away")
