"""`snippets check`, as a lead and a CI see it."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from replyctl.cli.main import main
from replyctl.cli.streams import Streams

SHIPPED = [*(Path(__file__).parents[2] / "snippets").rglob("*.yaml")]
GOOD = """\
title: Order delayed
kind: answer
fields:
  order: {type: order, ask: Order number}
text:
  en:
    subject: "Order {{ order }} is delayed"
    body: |
      Your order {{ order }} will be with you on 3 March 2027.
examples:
  en: [{order: HW-1, customer: {name: Diane}}]
"""


@dataclass
class Said:
    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def home(own_folders: Path) -> Path:
    return own_folders


def written(path: Path, text: str = GOOD) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def check(*arguments: str) -> Said:
    out, err = io.BytesIO(), io.BytesIO()
    code = main(["snippets", "check", *arguments], Streams(io.BytesIO(), out, err, False, False, False))
    return Said(code, out.getvalue().decode(), err.getvalue().decode())


def problems(*arguments: str) -> list[dict[str, Any]]:
    said = check(*arguments, "-f", "json")
    found = [one for file in json.loads(said.out) for one in file["problems"]]
    assert said.code == bool(found)
    return found


def rules(text: str, home: Path, name: str = "one") -> set[tuple[str, int, int]]:
    """What is found in a file, by rule, line and column."""
    written(home / f"team/snippets/{name}.yaml", text)
    return {(one["rule"], one["line"], one["column"]) for one in problems("team")}


def test_the_shipped_snippets_pass() -> None:
    said = check()

    assert (said.code, said.out, said.err) == (0, f"no problems in {len(SHIPPED)} files\n", "")


def test_a_clean_library_is_exit_0_and_a_mistake_exit_1(home: Path) -> None:
    written(home / "team/snippets/one.yaml")
    assert check("team", "-f", "concise") == Said(0, "", "no problems in 1 file\n")
    written(
        home / "team/snippets/one.yaml",
        GOOD.replace("order HW", "order").replace("{{ order }} will", "{{ ordr }} will"),
    )
    said = check("team", "-f", "concise")
    assert said.code == 1
    assert said.out == (
        "team/snippets/one.yaml:9:21: error unknown-name: 'ordr' is not declared; did you mean 'order'?\n"
    )
    assert said.err == "1 problem in 1 file\n"


def test_a_path_that_is_not_there_is_exit_3_with_nothing_on_stdout(home: Path) -> None:
    written(home / "team/snippets/one.yaml")

    said = check("team", "elsewhere")

    assert (said.code, said.out) == (3, "")
    assert "no such file or folder: elsewhere" in said.err


def test_all_mistakes_of_all_files_are_told_at_once(home: Path) -> None:
    written(home / "team/snippets/a.yaml", GOOD.replace("kind: answer", "kind: anser").replace("title", "tittle"))
    written(home / "team/snippets/b.yaml", 'title: "x\n')
    written(home / "team/snippets/c.yaml", GOOD.replace("{{ order }} is", "{{ order | upcase }} is"))

    assert [(one["rule"], one["line"]) for one in problems("team")] == [
        ("schema", 1),
        ("schema", 2),
        ("yaml", 1),
        ("template", 7),
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("{{ order }} will", "{{ order }} of {{ customer.nam }} will", {("unknown-name", 9, 36)}),
        ("{{ order }} will", "{% if parts.gift %}x{% endif %}{{ order }} will", {("unknown-name", 9, 24)}),
        ("{{ order }} will", "{{ order }} {{ links.hlp }} will", {("dead-link", 9, 33)}),
        ("{{ order }} will", "{{ order }} ftp://x.example/a will", {("dead-link", 9, 30)}),
        ("{{ order }} will", "{{ order }} (http://) will", {("dead-link", 9, 31)}),
        ("{{ order }} will", "{{ order }} *|FNAME|* will", {("foreign-placeholder", 9, 30)}),
        ("{{ order }} will", "{{ order }} {{ partial('none') }} will", {("dead-partial", 9, 41)}),
        ("text:\n", "links: {help: 'ftp://x.example'}\ntext:\n", {("dead-link", 5, 15), ("unused-name", 5, 9)}),
        ("ask: Order number}", "ask: Order number}\n  due: {type: date, optional: true}", {("unused-name", 5, 3)}),
        ("      Your order", "      Hi {{ customer.name }},\n\n      Your order", {("own-salutation", 9, 7)}),
        ("2027.\n", "2027.\n\n      Kind regards,\n      {{ agent.name }}\n", {("own-salutation", 11, 7)}),
        ("order: HW-1", "order: HW-1, colour: red", {("example", 11, 22)}),
        ("{order: HW-1, ", "{", {("example", 11, 8)}),
        ("title: Order delayed", "title: {en: Order delayed, he: ההזמנה מתעכבת}", {("missing-language", 5, 1)}),
        ("ask: Order number", "ask: {he: מספר הזמנה}", {("missing-language", 4, 24)}),
        ("Your order {{ order }} will", "Your order {{ order }} will gonna", {("slang", 9, 35)}),
        ("is delayed", "IS DELAYED NOW AGAIN", {("subject-caps", 7, 33)}),
    ],
)  # fmt: skip
def test_each_mistake_is_told_under_its_rule_and_where_it_stands(
    home: Path, old: str, new: str, found: set[tuple[str, int, int]]
) -> None:
    assert old in GOOD

    assert rules(GOOD.replace(old, new), home) == found


def test_a_branch_for_a_choice_that_is_not_there_is_told_with_the_one_that_was_meant(home: Path) -> None:
    text = GOOD.replace("number}", "number}\n  how: {type: choice, choices: [card, {en: cash, he: מזומן}]}")
    text = text.replace("order: HW-1", "order: HW-1, how: card")
    text = text.replace("2027.", "2027{% if how == 'crad' %}, by card{% elif how in ['cash', 'מזומן'] %}{% endif %}.")
    written(home / "team/one.yaml", text)

    (problem,) = problems("team")

    assert (problem["rule"], problem["text"]) == ("unknown-name", "'crad'")
    assert problem["message"] == "'how' has no choice 'crad'; did you mean 'card'?"


def test_an_example_of_which_no_branch_holds_is_told_and_a_part_that_stands_for_another_is_not(home: Path) -> None:
    text = GOOD.replace("order}\n", "order}\n").replace("text:\n", "parts: {late: {default: true}}\ntext:\n")
    text = text.replace("Your order", "{% if parts.late %}Your order").replace("2027.", "2027.{% endif %}")
    assert rules(text, home) == set()

    assert rules(text.replace("HW-1,", "HW-1, parts: {late: false},"), home) == {("example", 12, 8)}


def test_a_macro_of_another_system_is_told_without_an_example(home: Path) -> None:
    text = (
        GOOD.partition("examples:")[0]
        .replace(
            "Your order",
            "<p>Hi {{ customer.name }},</p><p>Gonna tell you: [Carrier] of [Product].</p>\n      Your order",
        )
        .replace("2027.", "2027.<p>Kind regards,<br>Dana</p>")
    )

    assert {rule for rule, _, _ in rules(text, home)} == {"own-salutation", "placeholder", "punctuation", "slang"}


def test_languages_that_an_override_leaves_out_are_told_and_a_partial_s_come_from_below(home: Path) -> None:
    written(home / "team/partials/refund-promise.yaml", 'en: "you have {{ ordr }} the money by Monday."\n')
    written(home / "team/snippets/order-delayed.yaml")

    said = check("team", "-f", "concise").out.splitlines()

    assert {line.split(": ")[0].rpartition("/")[2] for line in said if "'ordr'" in line} == {"refund-promise.yaml:1:18"}
    (lacking,) = [line for line in said if "missing-language" in line]
    assert lacking.startswith(
        "team/snippets/order-delayed.yaml:5:1: warning missing-language: 'text' lacks 'zh' and 'he'"
    )
    written(home / "team/partials/refund-promise.yaml", 'en: "The money will be there on Monday."\n')
    assert [one["rule"] for one in problems("team")] == ["missing-language"]


def test_a_partial_is_checked_where_it_stands_and_told_once_for_all_who_use_it(home: Path) -> None:
    written(home / "team/partials/promise.yaml", 'en: "We keep our word about {{ ordr }}."\n')
    for name in ("one", "two"):
        written(home / f"team/snippets/{name}.yaml", GOOD.replace("2027.", "2027. {{ partial('promise') }}"))

    said = check("team", "-f", "concise")

    lines = said.out.splitlines()
    assert {line.partition(":")[0] for line in lines} == {"team/partials/promise.yaml"}
    assert all(":1:32: error unknown-name: 'ordr' is not declared by the snippet" in line for line in lines)


def test_a_library_s_own_settings_are_checked_all_at_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(home / "team/snippets/one.yaml")
    written(
        home / "team/replyctl.yaml",
        "salutation: {en: {greeting: 'Hello [Name]', offer: 'Ask {{ agent.nam }}.'}}\n"
        "lint: {ignore: [slng], options: {exclamation: {mx: 2}}}\n",
    )
    found = [
        ("foreign-placeholder", 1, 36),
        ("unknown-name", 1, 60),
        ("schema", 2, 17),
        ("schema", 2, 48),
    ]  # fmt: skip

    assert [(one["rule"], one["line"], one["column"]) for one in problems("team")] == found
    assert [(one["rule"], one["line"], one["column"]) for one in problems("team/replyctl.yaml")] == found
    monkeypatch.chdir(home / "team")  # where it is the project's file
    assert [(one["rule"], one["line"], one["column"]) for one in problems(".")] == found


def test_a_partial_that_no_snippet_uses_is_checked_as_far_as_it_can_be(home: Path) -> None:
    written(
        home / "team/partials/idle.yaml",
        "en: 'Ticket {{ ticket.id }} of {{ customer.nam }} about [thing], {{ order }}.'\n",
    )
    written(home / "team/partials/empty.yaml", "")
    written(home / "team/partials/old.yml", "en: a\n")

    assert [(one["rule"], one["line"]) for one in problems("team/partials", "team")] == [
        ("schema", 1), ("foreign-placeholder", 1), ("unknown-name", 1), ("foreign-placeholder", 1), ("schema", 1),
    ]  # fmt: skip


def test_what_lint_says_of_a_partial_s_words_stands_once_at_the_partial(home: Path) -> None:
    written(home / "team/partials/promise.yaml", 'en: "We are gonna keep our word"\n')
    for name in ("one", "two"):
        written(home / f"team/snippets/{name}.yaml", GOOD.replace("2027.", "2027. {{ partial('promise') }}."))

    said = check("team", "-f", "concise")

    assert said.out == "team/partials/promise.yaml:1:13: suggestion slang: 'gonna' is slang: write 'going to'.\n"


def test_a_partial_that_lacks_a_language_is_dead_there(home: Path) -> None:
    written(home / "team/partials/promise.yaml", "he: נעמוד במילה שלנו.\n")
    written(home / "team/snippets/one.yaml", GOOD.replace("2027.", "2027. {{ partial('promise') }}"))

    assert [one["rule"] for one in problems("team")] == ["dead-partial"]


def test_every_combination_of_parts_is_rendered_and_its_problem_stands_at_the_words(home: Path) -> None:
    text = GOOD.replace("text:\n", "parts: {gift: {ask: A gift?}, note: {ask: A note?}}\ntext:\n").replace(
        "2027.", "2027. {% if parts.gift and parts.note %}Both are gonna come.{% endif %}"
    )
    assert rules(text, home) == {("slang", 10, 107)}


def test_a_combination_takes_what_its_example_lacks_from_the_field(home: Path) -> None:
    text = GOOD.replace("number}", "number}\n  code: {when: parts.gift, example: AB12}").replace(
        "text:\n", "parts: {gift: {ask: A gift?}}\ntext:\n"
    )
    text = text.replace("2027.", "2027. {% if parts.gift %}Its code {{ code }} is gonna come.{% endif %}")
    assert {rule for rule, _, _ in rules(text, home)} == {"slang"}


def test_more_combinations_than_are_rendered_are_told_by_a_notice(home: Path) -> None:
    parts = "".join(f"  p{number}: {{ask: 'p{number}?'}}\n" for number in range(8))
    body = "".join(f"{{% if parts.p{number} %}} It is here.{{% endif %}}" for number in range(8))
    text = GOOD.replace("text:\n", f"parts:\n{parts}text:\n").replace("2027.", f"2027.{body}")
    written(home / "team/one.yaml", text)

    said = check("team")

    assert said.err.startswith("notice: team/one.yaml: 191 more combinations of parts were not rendered")


def test_words_of_an_example_are_told_at_the_example(home: Path) -> None:
    text = GOOD.replace("number}", "number}\n  why: {}").replace("2027.", "2027, since {{ why }}.")
    assert rules(text.replace("order: HW-1", "order: HW-1, why: the damn truck broke"), home) == {("profanity", 12, 31)}


def test_code_hosts_are_given_lines_of_the_yaml_file(home: Path) -> None:
    written(home / "team/snippets/one.yaml", GOOD.replace("will be", "is gonna be"))

    said = check("-f", "github", "team/snippets/one.yaml")

    assert said.code == 1
    assert said.out == (
        "::notice file=team/snippets/one.yaml,line=9,col=33,title=slang::'gonna' is slang: write 'going to'.\n"
    )


def test_sarif_is_valid_and_has_the_place(home: Path) -> None:
    from pathlib import Path

    written(home / "team/snippets/one.yaml", GOOD.replace("{{ order }} will", "{{ ordr }} will"))
    sarif = json.loads(check("team", "-f", "sarif").out)

    schema = Path(__file__).with_name("lint") / "sarif-2.1.0.json"
    jsonschema.validate(sarif, json.loads(schema.read_text("utf-8")))
    (result,) = sarif["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "team/snippets/one.yaml"
    assert place["region"] == {"startLine": 9, "startColumn": 21, "endLine": 9, "endColumn": 25}


def test_jsonl_has_an_object_a_file_with_offsets_into_it(home: Path) -> None:
    text = GOOD.replace("{{ order }} will", "{{ ordr }} will")
    written(home / "team/one.yaml", text)
    written(home / "team/two.yaml")

    first, second = map(json.loads, check("team", "-f", "jsonl").out.splitlines())

    (problem,) = first["problems"]
    assert (first["path"], second["path"], second["problems"]) == ("team/one.yaml", "team/two.yaml", [])
    assert text[problem["start"] : problem["end"]] == problem["text"] == "ordr"


def test_without_a_path_the_libraries_in_use_are_checked_and_the_shipped_one(home: Path) -> None:
    written(home / "team/snippets/one.yaml", GOOD.replace("answer", "anser"))
    written(home / "config/replyctl/snippets/own.yaml", "broken")
    written(home / "config/replyctl/config.yaml", f"libraries: [{home}/team]\n")

    assert check("--no-shipped", "-f", "jsonl").out.count("\n") == 2
    assert check("-f", "jsonl").out.count("\n") == 2 + len(SHIPPED)


def test_in_a_library_s_checkout_nothing_needs_to_be_named(home: Path) -> None:
    written(home / "replyctl.yaml", "{}\n")
    written(home / "snippets/one.yaml", GOOD.replace("answer", "anser"))

    assert check("--no-shipped", "-f", "github").out.startswith("::error file=snippets/one.yaml,line=2,col=7,")


def test_who_writes_and_what_day_it_is_change_no_verdict(home: Path) -> None:
    written(home / "team/one.yaml", GOOD.replace("2027", "2020"))
    written(home / "config/replyctl/config.yaml", "signature: external\nlook_up: {order: [/bin/false]}\n")

    assert problems("team") == []


def test_rules_that_the_team_does_not_use_are_not_told(home: Path) -> None:
    written(home / "team/one.yaml", GOOD.replace("will be", "is gonna be"))
    assert check("team").code == 1
    written(home / "config/replyctl/config.yaml", "lint: {ignore: [slang]}\n")
    assert check("team").code == 0


def test_a_fail_level_lets_lesser_problems_pass(home: Path) -> None:
    written(home / "team/one.yaml", GOOD.replace("will be", "is gonna be"))

    assert check("team", "--fail-level", "warning").code == 0


def test_a_second_run_knows_what_the_first_found_and_looks_at_what_changed(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from replyctl.desk import checker

    written(home / "team/partials/promise.yaml", "en: We keep our word.\n")
    written(home / "team/snippets/one.yaml", GOOD.replace("will be", "is gonna be"))
    written(home / "team/snippets/two.yaml", GOOD.replace("2027.", "2027. {{ partial('promise') }}"))
    first = check("team", "-f", "json")
    looked: list[str] = []
    whole = checker.check_snippet
    monkeypatch.setattr(checker, "check_snippet", lambda one, *more: looked.append(one.path.stem) or whole(one, *more))

    assert check("team", "-f", "json") == first
    assert looked == []
    written(home / "team/snippets/copy.yaml", GOOD.replace("will be", "is gonna be"))
    check("team")
    assert looked == [], "a copy is what it is a copy of"
    written(home / "team/partials/promise.yaml", "en: We gonna keep our word.\n")
    check("team")
    assert looked == ["two"], "what it takes has changed"


def test_secrets_in_a_file_are_dots_in_the_report(home: Path) -> None:
    written(home / "team/one.yaml", GOOD.replace("will be", "paid by 4111 1111 1111 1111 is gonna be"))

    assert "4111 1111" not in check("team").out


def test_files_that_are_no_snippets_are_told(home: Path) -> None:
    written(home / "team/snippets/one.yml")
    written(home / "team/snippets/a/two.yaml")
    written(home / "team/snippets/b/two.yaml")
    written(home / "team/snippets/Three.yaml")

    assert [one["rule"] for one in problems("team")] == ["schema"] * 4


def test_a_folder_without_snippets_is_said_to_be_one(home: Path) -> None:
    (home / "empty").mkdir()

    assert check("empty").err == "notice: there are no snippets here to check\n"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("fields:", "fieldz:"), {("schema", 3, 1)}),
        (("text:", "txt:"), {("schema", 5, 1)}),
        (("body: |", "boddy: |"), {("schema", 8, 5)}),
        (("with you", "with {% if %} you"), {("template", 9, 49)}),
        (("order: {type: order", "order-no: {type: order"), {("schema", 4, 3), ("example", 11, 9)}),
        (("type: order", "tpye: choice, choices: [HW-1]"), {("schema", 4, 11)}),
        (("  en:\n    subject", "  enn:\n    subject"), {("schema", 6, 3)}),
    ],
)
def test_nothing_is_told_that_only_follows_from_another_mistake(
    change: tuple[str, str], told: set[tuple[str, int, int]], home: Path
) -> None:
    assert rules(GOOD.replace(*change, 1), home) == told


def test_a_broken_partial_is_told_once_and_whole_whoever_uses_it_and_whatever_is_named(home: Path) -> None:
    for name in ("one", "two"):
        written(home / f"team/snippets/{name}.yaml", GOOD.replace("with you", "with you {{ partial('bad') }}"))
    written(home / "team/partials/bad.yaml", "en: '{{ x'\nhe: '{% if %}'\n")
    wrong = [("template", 1, 6), ("template", 2, 12)]

    for path in ("team", "team/snippets/one.yaml", "team/partials"):
        assert [(one["rule"], one["line"], one["column"]) for one in problems(path)] == wrong


def test_texts_without_an_example_are_named_once_for_all_files_and_are_no_mistake(home: Path) -> None:
    bare = GOOD[: GOOD.index("examples:")]
    for name in ("one", "three", "two"):
        written(home / f"team/snippets/{name}.yaml", bare)

    assert check("team", "-f", "concise") == Said(
        0,
        "",
        "notice: team/snippets/one.yaml and 2 more: no example in en, so the text was only tried with made-up values\n"
        "no problems in 3 files\n",
    )


@pytest.mark.parametrize("passage", ["{}", "{{% if parts.more %}}{}{{% endif %}}"])
def test_a_text_without_an_example_that_no_values_could_render_is_a_mistake(passage: str, home: Path) -> None:
    bare = GOOD[: GOOD.index("examples:")].replace("fields:", "parts: {more: {ask: More?}}\nfields:")
    loop = passage.format("{% for i in range(1000000000) %}x{% endfor %}")
    text = bare.replace("with you", f"{loop}{{% if parts.more %}}!{{% endif %}}")

    assert {rule for rule, _, _ in rules(text, home)} == {"template"}
