"""Several snippets, blank replies, partials, look-ups, languages, prompts."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from making import FRAME, SETTINGS, snippet, start

from replyctl.compose.prompts import Prompt
from replyctl.errors import EmptyText, LanguageError, SnippetError, TemplateError, UsageError, ValueRefused
from replyctl.library.attached_file import AttachedFile
from replyctl.library.find import Library
from replyctl.library.snippet import Field, Part


def test_several_snippets_make_one_reply() -> None:
    order = {"order": Field(type="order", ask="Order number")}
    one = snippet("About {{ order }}: one.", name="one", subject="One {{ order }}", fields=order)
    two = snippet(
        "About {{ order }}: two.",
        name="two",
        subject="Two",
        fields={**order, "why": Field(when="order")},
        attachments=["a.pdf"],
    )

    made = start(one, two, sets={"order": "HW-1", "customer.name": "Diane"}).answer("why", "because")
    reply = made.reply()

    assert [prompt.name for prompt in made.prompts()].count("order") == 1
    assert reply.subject == "One HW-1"
    assert reply.snippets == ("one", "two")
    assert reply.body.count("Hi Diane") == reply.body.count("Kind regards") == 1
    assert "\n\nAbout HW-1: one.\n\nAbout HW-1: two.\n\n" in reply.body
    assert reply.attachments == (AttachedFile("a.pdf"),)
    assert reply.context["attachments"] == [{"name": "a.pdf"}]


def test_answers_follow_each_other_without_numbers_and_one_named_twice_is_given_once() -> None:
    bodies = [snippet(text, name=text.lower()) for text in ("One.\n\nIt goes on.", "Two.", "Three.")]

    made = start(*bodies, bodies[0], without=FRAME)

    assert made.reply().body == "One.\n\nIt goes on.\n\nTwo.\n\nThree.\n"
    assert made.plan.notices == ("a snippet named twice is in the reply once",)


def test_a_text_of_which_no_branch_holds_is_refused_and_named_where_another_says_something() -> None:
    how = {"how": Field(type="choice", choices=["card", "cash"])}
    silent = snippet("{% if how == 'card' %}By card.{% endif %}", name="silent", fields=how)
    values = {"how": "cash", "customer.name": "Diane"}

    made = start(silent, sets=values)

    assert made.missing() == ()
    with pytest.raises(EmptyText, match="the text of 'silent' is empty with these values"):
        made.reply()
    beside = start(silent, snippet("It left.", name="other"), sets=values).reply()
    assert beside.notices == ("the text of 'silent' is empty with these values",)


def test_fields_of_one_name_and_two_types_do_not_go_together() -> None:
    one, two = (
        snippet(name=name, fields={"day": Field(type=kind)}) for name, kind in (("one", "date"), ("two", "text"))
    )  # type: ignore[arg-type] # a literal through a tuple

    with pytest.raises(SnippetError, match=r"one and two .* 'day' has different types \(date and text\)"):
        start(one, two)


def test_a_blank_reply_frames_what_is_typed() -> None:
    made = start(blank=True, sets={"customer.name": "Diane"})

    assert made.missing() == ("text",)
    assert [(prompt.name, prompt.type) for prompt in made.open()] == [("text", "multiline")]
    reply = made.answer("subject", "Lamp").answer("text", "First.\r\n\r\n- a {{ b }}\n- c").reply()
    assert reply.body.startswith(
        "Hi Diane,\n\nMy name is Dana Levi, and I work in Customer Support at HomeWorks.\n\nFirst.\n\n- a {{ b }}\n- c\n\nIf there"
    )
    assert (reply.subject, reply.kind, reply.snippets) == ("Lamp", "answer", ())
    assert start(blank=True, sets={"text": "Text."}, data={"reply_subject": "Re: Lamp"}).reply().subject == "Re: Lamp"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "partials").mkdir()
    (tmp_path / "snippets").mkdir()
    (tmp_path / "partials" / "promise.yaml").write_text(
        "en: 'Within 48 hours, {{ order }}.'\nzh: 48 小时内。\n", encoding="utf-8"
    )
    (tmp_path / "partials" / "again.yaml").write_text("en: \"{{ partial('again') }}\"\n", encoding="utf-8")
    return Library.open([tmp_path], shipped=False)


def test_partials_print_in_the_replys_language_and_count_as_the_libraries_own(library: Library) -> None:
    one = snippet("Paid. {{ partial('promise') }}", fields={"order": Field(type="order")})

    reply = start(one, library=library, sets={"order": "HW-1"}, without=FRAME).reply()

    assert reply.body == "Paid. Within 48 hours, HW-1.\n"
    assert [reply.body[start:end] for start, end in reply.approved] == ["Paid. Within 48 hours, ", "."]
    assert (
        start(one, library=library, sets={"order": "HW-1"}, without=FRAME, language="zh-Hant").reply().body
        == "Paid. 48 小時內。\n"
    )
    with pytest.raises(TemplateError):
        start(snippet("{{ partial('again') }}"), library=library).reply()
    with pytest.raises(SnippetError, match=r"promise\.yaml: the partial 'promise' has no text in 'he'"):
        start(snippet("{{ partial('promise') }}"), library=library, language="he")  # before anything is asked
    with pytest.raises(SnippetError):
        start(snippet("{{ partial('none') }}"), library=library).reply()


def test_the_language_is_the_asked_one_then_the_mails_then_the_configured_one() -> None:
    one, english = snippet(), snippet(languages=("en",))
    hebrew = replace(SETTINGS, language="he")

    assert start(one, language="zh-Hant-TW", data={"language": "he"}).plan.language == "zh-Hant-TW"
    assert start(one, data={"language": "zh"}, settings=hebrew).plan.language == "zh"
    assert start(one, settings=hebrew).plan.language == "he"
    assert start(one).plan.language == "en"
    assert start(english, settings=hebrew).plan.language == "en"
    assert start(english, data={"language": "fr"}).plan.notices == (
        "no text in the mail's language (fr); this reply is in en",
    )
    with pytest.raises(SnippetError) as told:
        start(english, language="he")
    assert told.value.hint == "it has en"
    with pytest.raises(LanguageError):
        start(one, language="xx")
    with pytest.raises(UsageError):
        start(one, tone="loud")


def shop(tmp_path: Path, code: str) -> tuple[str, ...]:
    script = tmp_path / "shop.py"
    script.write_text(
        f"import json, sys\nopen({str(tmp_path / 'log')!r}, 'a').write(json.dumps(sys.argv[1:]) + '\\n')\n{code}\n",
        encoding="utf-8",
    )
    return (sys.executable, "-I", str(script), "order", "{order}", "--json")


def test_a_look_up_offers_values_once_and_without_a_shell(tmp_path: Path) -> None:
    answer = json.dumps({"tracking": "ABC", "total": "lots", "shelf": 7, "customer": {"name": "Diane"}})
    argv = shop(tmp_path, f"print({answer!r})")
    fields = {"order": Field(), "tracking": Field(), "total": Field(type="money", default="1 EUR")}
    one = snippet("{{ order }} {{ tracking }} {{ total }}", fields=fields)
    made = start(one, settings=replace(SETTINGS, look_up={"order": argv}))

    made = made.answer("order", "HW-1; rm -rf '$HOME'")
    again = made.answer("tracking", "XYZ")

    assert made.values["tracking"].origin == "look_up"
    assert made.reply().body.startswith("Hi Diane,")
    assert again.values["tracking"].value == "XYZ"
    assert again.values["total"].origin == "default"
    assert [notice for notice in made.plan.notices if "total is left out" in notice]
    assert (tmp_path / "log").read_text() == json.dumps(["order", "HW-1; rm -rf '$HOME'", "--json"]) + "\n"


@pytest.mark.parametrize(
    ("code", "told"),
    [("sys.exit(4)", "exit code 4"), ("print('no')", "a JSON object"), ("print([1])", "a JSON object")],
)
def test_a_look_up_that_fails_is_a_notice(tmp_path: Path, code: str, told: str) -> None:
    argv = shop(tmp_path, code)

    made = start(
        snippet(fields={"order": Field()}), settings=replace(SETTINGS, look_up={"order": argv}), sets={"order": "HW-1"}
    )

    assert len(made.plan.notices) == 1
    assert told in made.plan.notices[0]
    assert made.reply().body
    gone = start(
        snippet(fields={"order": Field()}),
        settings=replace(SETTINGS, look_up={"order": ("/no/such", "{order}")}),
        sets={"order": "1"},
    )
    assert "cannot run" in gone.plan.notices[0]


def test_questions_come_in_order_with_what_they_offer() -> None:
    fields = {
        "order": Field(type="order", ask={"en": "Order number", "he": "מספר הזמנה"}, example="HW-659"),
        "by": Field(type="date", default="+1wd"),
        "note": Field(optional=True),
        "gift": Field(when="parts.gift"),
    }
    one = snippet(
        "{{ order }} {{ by }} {{ note }} {% if parts.gift %}{{ gift }}{% endif %}",
        fields=fields,
        parts={"gift": Part(ask="A gift?", default=True)},
    )
    made = start(one, sets={"order": "HW-1"})

    prompts = {prompt.name: prompt for prompt in made.prompts()}

    assert list(prompts) == ["customer.name", "order", "by", "note", "parts.gift", "gift", "agent.name"]
    assert prompts["order"].answered == "HW-1"
    assert prompts["order"].ask == "Order number"
    assert (prompts["by"].answered, prompts["by"].default) == (None, "+1wd")
    assert (prompts["parts.gift"].type, prompts["parts.gift"].default) == ("bool", "yes")
    assert prompts["customer.name"].optional
    assert [prompt.name for prompt in made.open()] == ["gift"]
    assert prompts["by"].check("some day") is not None
    assert prompts["by"].check("friday") is prompts["by"].check("") is prompts["note"].check("") is None
    assert prompts["order"].check("") is not None
    assert "gift" not in [prompt.name for prompt in made.answer("parts.gift", "no").prompts()]
    hebrew = start(one, settings=replace(SETTINGS, language="he")).prompts()
    assert next(prompt.ask for prompt in hebrew if prompt.name == "order") == "מספר הזמנה"


def test_an_answer_that_is_accepted_blank_is_remembered_as_an_answer() -> None:
    made = start(
        snippet(
            "{{ by }} {{ note }}", fields={"by": Field(type="date", default="friday"), "note": Field(optional=True)}
        ),
        without=FRAME,
    )

    made = made.answer("by", "").answer("note", "").answer("customer.name", "")

    assert made.answers == {"by": "", "note": "", "customer.name": ""}
    assert made.reply().body == "Friday, 27 November 2026\n"
    with pytest.raises(ValueRefused, match="not a date"):
        made.answer("by", "never")


def test_a_composition_never_changes() -> None:
    made = start(snippet("{{ why }}", fields={"why": Field()}))

    made.answer("why", "because")

    assert made.missing() == ("why",)
    assert isinstance(made.prompts()[0], Prompt)


def test_nothing_slow_is_imported_where_nothing_slow_is_needed(tmp_path: Path) -> None:
    program = """
import sys
from datetime import datetime
from replyctl.compose.composition import Composition
from replyctl.compose.start import Start
from replyctl.config.settings import Agent, Settings
from replyctl.library.find import Library

library = Library.open([])
sets = {"order": "HW-1", "fault": "it broke", "tracking": "A1", "customer.name": "Dr. Dana Levi"}
settings = Settings(agent=Agent(name="Dana"))
snippets = [library.get("damaged-item")]
Composition.start(Start(sets=sets), snippets, settings, now=datetime.now(), library=library).reply()
slow = {"babel", "pydantic", "yaml", "nameparser", "platformdirs", "decimal", "subprocess", "difflib"}
print(*slow & sys.modules.keys())
"""
    command = [sys.executable, "-c", program]
    environment = {**os.environ, "REPLYCTL_CACHE_DIR": str(tmp_path)}
    runs = [subprocess.run(command, capture_output=True, text=True, check=True, env=environment) for _ in range(2)]

    assert runs[1].stdout.split() == []
