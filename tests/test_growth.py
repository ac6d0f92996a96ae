"""Time grows with the text, never with its square: every rule, every printer, whatever the text is made of."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING

import pytest

from replyctl import output, report
from replyctl.clean import clean, printable
from replyctl.compose.reply import Reply
from replyctl.language import raw
from replyctl.lint.context import Context
from replyctl.lint.fix import mend
from replyctl.lint.given_draft import GivenDraft
from replyctl.lint.rule import name_of
from replyctl.lint.rules import RULES
from replyctl.lint.run import Selection, lint, lint_parts
from replyctl.output.text import wrap
from replyctl.report.checked import Checked
from replyctl.report.diff import unified
from replyctl.report.protocol import Style
from tests.growing import growth

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES = 4
MOST = 5
"""Times as long that four times as much may take."""
CONTEXT = {"customer": {"name": "Diane Cohen", "title": "Dr"}, "agent": {"name": "Noa Bar"}, "order": "HW-659"}
UNITS = {
    "one sentence": "The lamp ships on Friday. ",
    "one letter": "a",
    "one character of Chinese": "我",
    "apologies": "We are sorry. ",
    "questions": "Where is it? ",
    "beginnings of questions": "and could you please ",
    "quoted lines": "> why is it so late?\n",
    "lines that introduce a quote": "On Monday Ann wrote:\n> foo\n",
    "lists": "- press the button\n\nThen wait.\n",
    "greetings": "Hi Ann,\n",
    "sign-offs": "Kind regards,\n\n",
    "lines that silence a rule": "replyctl: ignore[all-caps]\n",
    "holes": "{{ order }} [Name] XXXX ",
    "brackets": "([{<",
    "links": "[a.example](https://b.example/login) ",
    "addresses": "a@b.example www.a.example ",
    "quotation marks": "'\"“",
    "marks": "!?,.。，",
    "capitals": "PLEASE READ THIS ",
    "numbers": "4111 1111 1111 1111 DE89370400440532013000 ",
    "passwords": "The password is Maple77river. ",
    "dates": "Monday, 27 November 2026. ",
    "controls": "\x1b[31m\x9b",
    "accents": "e\u0301",
    "emoji": "✔️😀 ",
    "blank lines": "\n \n",
    "doubled words": "the the lamp. ",
    "emoticons": ":) (^^) ",
    "lines with CR LF": "It ships.\r\n\r\n",
}
VARIED = ("en", "zh", "he")


@cache
def phrases(code: str) -> list[str]:
    """A wording of everything that is looked for in a language."""
    between = "" if code == "zh" else " "
    entries = [entry for found in raw(code).lists.values() for entry in found.find]
    words = ([word.removeprefix("~").split("|")[0] for word in entry.removeprefix("= ").split()] for entry in entries)
    return [between.join("thing" if word == "_" else word for word in entry) for entry in words]


def varied(code: str, size: int) -> str:
    """Sentences that say all that rules listen to."""
    chosen, between, text = random.Random(5), "" if code == "zh" else " ", ""  # noqa: S311 - the same each time
    stop = "。" if code == "zh" else ". "
    while len(text) < size:
        text += f"{between.join(chosen.choices(phrases(code), k=3))}{stop}" + (
            "\n\n" if chosen.random() < 1 / 9 else ""
        )
    return text


def of_units(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def all_rules(text: str) -> object:
    return lint(GivenDraft.of(text), Context.of({**CONTEXT, "incoming": text[: len(text) // 2]}), Selection.of())


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_four_times_as_much_of_anything_takes_lint_four_times_as_long(unit: str) -> None:
    assert growth(all_rules, of_units(unit, 6_000), of_units(unit, 6_000 * TIMES), MOST) <= MOST


@pytest.mark.parametrize("code", VARIED)
@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_a_rule_takes_the_time_of_its_text(rule: object, code: str) -> None:
    selection = Selection.of([name_of(rule)])  # type: ignore[arg-type]  # a module, as RULES holds them

    def run(text: str) -> object:
        # What a first problem has looked for once is looked for in both.
        return lint_parts(text, text[:200], Context.of({**CONTEXT, "language": code}), selection)[0].secrets

    assert growth(run, varied(code, 3_000), varied(code, 3_000 * TIMES), MOST) <= MOST


@cache
def checked(size: int) -> Checked:
    text = of_units("Hi {{ name }}, it is on on the the way!!! SmartLatch™️ ✔️ thx", size // 2) + of_units(
        "\nthx the the lamp", size // 2
    )
    draft, problems = lint(GivenDraft.of(text), Context.of({**CONTEXT, "incoming": text}), Selection.of())
    return Checked("a.txt", "path", "en", tuple(problems), draft.shown, tuple(draft.answers))


@pytest.mark.parametrize("name", report.FORMATS)
@pytest.mark.parametrize("columns", [20, 200])
def test_a_report_takes_the_time_of_its_problems(name: str, columns: int) -> None:
    def run(size: int) -> str:
        made = report.in_format(name, Style(questions=True, columns=columns))
        return made.draft(checked(size)) + made.tail

    assert growth(run, 5_000, 5_000 * TIMES, MOST) <= MOST


def reply(size: int) -> Reply:
    return Reply(
        subject="Your order",
        body=varied("en", size) + varied("he", size) + of_units("a", size) + "\n",
        language="en",
        direction="ltr",
        tone="casual",
        kind="answer",
        snippets=(),
        values={},
        approved=(),
        attachments=(),
        context={},
    )


@pytest.mark.parametrize("name", output.FORMATS)
def test_a_reply_in_any_format_takes_the_time_of_its_length(name: str) -> None:
    run: Callable[[Reply], str] = output.FORMATS[name]

    assert growth(run, reply(10_000), reply(10_000 * TIMES), MOST) <= MOST


PRINTERS: dict[str, Callable[[str], object]] = {
    "wrapping": lambda text: wrap(text, 60),
    "cleaning": lambda text: clean(text, newlines=True),
    "showing": printable,
    "a diff": lambda text: unified("a.txt", text, text.replace("the the", "the")),
    "mending": lambda text: mend(
        text, lambda one: lint(GivenDraft.of(one), Context.of(CONTEXT), Selection.of(["proof"]))[1], unsafe=True
    ),
}


@pytest.mark.parametrize("unit", ["the the lamp. ", "the the\n", "我", "a", "\x1b[31m\x1b]0;x", "e\u0301", "✔️ "])
@pytest.mark.parametrize("printer", PRINTERS.values(), ids=PRINTERS)
def test_what_is_shown_and_mended_takes_the_time_of_its_length(printer: Callable[[str], object], unit: str) -> None:
    assert growth(printer, of_units(unit, 5_000), of_units(unit, 5_000 * TIMES), MOST) <= MOST
