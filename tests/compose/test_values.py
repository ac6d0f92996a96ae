"""What each type of value takes, and where values come from."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from making import FRAME, SETTINGS, body, snippet, start

from replyctl.config.settings import Agent, Calendar
from replyctl.errors import MissingValues, UsageError, ValueRefused
from replyctl.library.snippet import Field, Part

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "values.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['type']} {case['typed']!r}" for case in CASES])
def test_a_value_is_printed_in_the_language_or_refused_with_its_form(case: dict[str, Any]) -> None:
    fields = {"value": Field(type=case["type"])}
    typed = str(case["typed"])
    if "refused" in case:
        with pytest.raises(ValueRefused, match=case["refused"]) as told:
            body("{{ value }}", fields, sets={"value": typed})
        assert str(told.value).startswith("value: ")
        return
    for language, printed in {
        "en": case["prints"],
        **{code: case[code] for code in ("zh", "he") if code in case},
    }.items():
        assert body("{{ value }}", fields, sets={"value": typed}, language=language) == printed


def test_working_days_pass_over_the_weekend_that_is_configured_or_that_of_the_language() -> None:
    fields = {"by": Field(type="date")}

    def by(calendar: Calendar, language: str = "en") -> str:
        settings = replace(SETTINGS, calendar=calendar)
        return body("{{ by }}", fields, sets={"by": "+2wd"}, settings=settings, language=language)

    assert by(Calendar()) == "Friday, 27 November 2026"
    assert by(Calendar(), "he") == "יום ראשון, 29 בנובמבר 2026"
    assert by(Calendar(weekend=("thursday", "friday", "saturday"))) == "Monday, 30 November 2026"


def test_a_region_writes_dates_its_own_way() -> None:
    fields = {"by": Field(type="date")}

    assert body("{{ by }}", fields, sets={"by": "friday"}, language="en-US") == "Friday, November 27, 2026"
    assert body("{{ by }}", fields, sets={"by": "friday"}, language="en-XX") == "Friday, November 27, 2026"


def test_choices_are_taken_in_any_language_and_printed_in_the_replys() -> None:
    ways: list[Any] = [{"en": "by post", "he": "בדואר"}, {"en": "by courier", "he": "בשליח"}]
    one, many = {"way": Field(type="choice", choices=ways)}, {"way": Field(type="multi", choices=ways)}

    assert body("{{ way }}", one, sets={"way": "By Post"}, language="he") == "בדואר"
    assert body("{{ way | join }}", many, sets={"way": "by post, בשליח"}) == "by post and by courier"
    assert body("{{ way }}", many, sets={"way": "by post, by courier"}, language="he") == "בדואר ובשליח"
    with pytest.raises(ValueRefused, match="by post, by courier"):
        body("{{ way }}", one, sets={"way": "by pigeon"})
    assert (
        body("{{ way }}", {"way": Field(type="choice", choices=ways, other=True)}, sets={"way": "by pigeon"})
        == "by pigeon"
    )


@pytest.mark.parametrize(("language", "printed"), [("en", "a, b and c"), ("zh", "a、b和c"), ("he", "a, b ו-c")])
def test_join_speaks_the_language(language: str, printed: str) -> None:
    fields = {"needed": Field(type="multi")}

    assert body("{{ needed | join }}", fields, data={"needed": ["a", "b", "c"]}, language=language) == printed


def test_a_pattern_a_validation_and_the_shops_order_numbers_refuse() -> None:
    settings = replace(SETTINGS, order_patterns=(r"HW-\d+",))
    checked = {"count": Field(type="int", validate="{% if count > 9 %}at most 9{% endif %}")}

    with pytest.raises(ValueRefused, match="HW-"):
        body("{{ order }}", {"order": Field(type="order")}, sets={"order": "AB-1"}, settings=settings)
    with pytest.raises(ValueRefused, match="does not look like"):
        body("{{ code }}", {"code": Field(pattern="[A-Z]{3}")}, sets={"code": "abc"})
    with pytest.raises(ValueRefused, match="at most 9"):
        body("{{ count }}", checked, sets={"count": "10"})
    assert body("{{ count }}", checked, sets={"count": "9"}) == "9"


def test_the_precedence_is_set_data_asked_config_default() -> None:
    one = snippet("{{ why }} {{ agent.role }}", fields={"why": Field(default="default")})

    def value(name: str = "why", **keys: Any) -> tuple[object, str]:  # noqa: ANN401 - as in making.py
        made = start(one, **keys)
        found = (made if "sets" in keys or "data" in keys or name != "why" else made.answer("why", "asked")).values[
            name
        ]
        return found.value, found.origin

    assert start(one).values["why"].origin == "default"
    assert value() == ("asked", "asked")
    assert value(data={"why": "data"}) == ("data", "data")
    assert value(data={"why": "data"}, sets={"why": "set"}) == ("set", "set")
    assert value("agent.role") == ("Customer Support", "config")
    assert value("agent.role", data={"agent": {"role": "Returns"}}) == ("Returns", "data")


def test_blank_is_missing_everywhere() -> None:
    one = snippet("{{ why }}", fields={"why": Field()})

    assert start(one, sets={"why": " \t "}, data={"why": "data"}).values["why"].origin == "data"
    with pytest.raises(MissingValues) as told:
        start(
            one, sets={"why": "\u200f\u202e "}, data={"why": None}, settings=replace(SETTINGS, agent=Agent(name="  "))
        ).reply()
    assert told.value.missing[0] == "why"


def test_all_missing_names_are_told_at_once() -> None:
    one = snippet("{{ a }} {{ b }} {{ company.url }}", fields={"a": Field(), "b": Field(), "c": Field(optional=True)})

    with pytest.raises(MissingValues) as told:
        start(one, settings=replace(SETTINGS, agent=Agent())).reply()

    assert told.value.missing == ("a", "b", "agent.name", "company.url")
    assert "--set a=" in told.value.hint


def test_a_field_whose_when_is_false_is_neither_asked_nor_missing() -> None:
    one = snippet(
        "{% if parts.extra %}{{ tracking }}{% else %}none{% endif %}",
        fields={"tracking": Field(when="parts.extra")},
        parts={"extra": Part(default=False)},
    )

    assert "tracking" not in [question.name for question in start(one).prompts()]
    assert start(one).missing() == ()
    assert start(one, with_=["extra"]).missing() == ("tracking",)
    assert [question.name for question in start(one, with_=["extra"]).prompts()][:3] == [
        "customer.name",
        "parts.extra",
        "tracking",
    ]


def test_an_unknown_set_key_is_refused_with_a_guess_and_an_unknown_data_key_noticed() -> None:
    one = snippet("{{ order }}", fields={"order": Field(type="order")})

    with pytest.raises(UsageError) as told:
        start(one, sets={"ordr": "HW-1"})
    assert "order" in told.value.hint
    made = start(one, data={"order": "HW-1", "colour": "red", "customer": {"shoe": 42}})
    assert made.plan.notices == ("--data: values that this reply does not use are ignored: colour, customer.shoe",)


def test_what_read_prints_is_taken_as_it_is() -> None:
    read = {
        "name": "Dana Levi", "title": "PhD", "reply_to": "dana@example.com", "order": "HW-659", "language": "he",
        "questions": ["Where is it, please?"], "own_text": "Where is it, please?", "angry": False, "auto": False,
        "sent": "2026-11-24T09:00:00+02:00", "subject": "Order", "reply_subject": "Re: Order", "attachments": ["a.png"],
    }  # fmt: skip
    made = start(snippet("{{ number }}", fields={"number": Field(type="order")}), data=read)

    reply = made.reply()

    assert not made.plan.notices
    assert reply.language == "he"
    assert reply.body.startswith('שלום ד"ר Levi,')
    assert reply.values["number"].value == "HW-659"
    assert reply.context["customer"] == {"name": "Dana Levi", "title": "PhD", "email": "dana@example.com"}
    assert reply.context["incoming"] == "Where is it, please?"
    assert reply.context["received"] == "2026-11-24T09:00:00+02:00"
    assert reply.values["case.questions"].value == ("Where is it, please?",)


def test_nulls_of_read_are_nothing() -> None:
    nothing = dict.fromkeys(("name", "title", "reply_to", "order", "language", "sent"))

    assert start(snippet(), data={**nothing, "questions": []}).reply().body.startswith("Hello,")


def test_line_ends_escapes_and_bidi_controls_leave_a_name() -> None:
    reply = start(snippet(), sets={"customer.name": "Dia\x1b[31mne\r\nBcc: all\u202e \u2066Smith\u2069"}).reply()

    first = reply.body.partition("\n")[0]
    assert first == "Hi Diane,"
    assert "Bcc: all Smith" in str(reply.values["customer.name"].value)
    assert all(letter.isprintable() or letter == "\n" for letter in reply.body)


def test_an_answer_is_never_a_template() -> None:
    for text in ("{{ 7 * 7 }}", "{% for x in range(9) %}x{% endfor %}", "{# gone #}", "{{ agent.name }}"):
        assert body("{{ why }}", {"why": Field()}, sets={"why": text}, lenient=True) == text


def test_an_answer_given_again_counts_before_what_was_set() -> None:
    made = start(snippet("{{ why }}", fields={"why": Field()}), sets={"why": "set"}, without=FRAME)

    changed = made.answer("why", "changed")

    assert (made.reply().body, changed.reply().body) == ("set\n", "changed\n")
    assert changed.answers == {"why": "changed"}
    with pytest.raises(ValueRefused):
        changed.answer("why", "  ")
