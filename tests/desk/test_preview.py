from __future__ import annotations

import pytest

from replyctl.config import Agent, Company, Settings
from replyctl.desk.preview import previews, stand_ins
from replyctl.errors import MissingValues, ValueRefused
from replyctl.library.field_types.types import TYPES
from replyctl.library.find import Library
from replyctl.library.snippet import Field, Snippet, Text

LIBRARY = Library.open([])


def test_each_language_tone_and_example_is_shown_and_equal_tones_once() -> None:
    shown = [*previews(LIBRARY.get("damaged-item"), LIBRARY, Settings(), None)]

    assert {one.language for one in shown} == {"en", "zh", "he"}
    assert shown[0].heading == "en, casual, example 1"
    assert {tone for one in shown if one.language == "en" for tone in one.tones} == {"casual", "formal"}
    assert len({(one.language, one.number, one.reply.body) for one in shown}) == len(shown)


@pytest.mark.parametrize(
    ("settings", "lacking"),
    [
        (Settings(), ["agent.name", "agent.role", "agent.contact", "company.name", "company.url"]),
        (Settings(agent=Agent(name="Zoe"), company=Company(name="ACME")), ["agent.contact", "company.url"]),
        (Settings(agent=Agent(name="Zoe", contact="zoe@acme.example"), company=Company(url="https://acme.example")),
         ["company.name"]),
    ],
)  # fmt: skip
def test_what_the_configuration_does_not_say_of_agent_and_company_is_an_example_s_and_named(
    settings: Settings, lacking: list[str]
) -> None:
    shown = [*previews(LIBRARY.get("shop-information"), LIBRARY, settings, "en")]

    assert stand_ins(shown, settings) == lacking
    assert settings.agent.contact or "You can reach us at help@example.com" in shown[0].reply.body


def test_an_example_of_how_to_reach_the_agent_is_shown_only_where_the_text_needs_one() -> None:
    own = Settings(agent=Agent(name="Zoe"), company=Company(name="ACME", url="https://acme.example"))
    shown = [*previews(LIBRARY.get("damaged-item"), LIBRARY, own, "en")]

    assert stand_ins(shown, own) == []
    assert all("help@example.com" not in one.reply.body for one in shown)


def test_without_examples_the_fields_own_are_taken() -> None:
    texts = {"en": Text(subject="A", body="It is {{ what }}.")}
    snippet = Snippet(name="a", title="A", kind="answer", text=texts, fields={"what": Field(example="a lamp")})
    (one,) = previews(snippet, LIBRARY, Settings(agent=Agent(name="Zoe")), "en", ("formal",))

    assert "It is a lamp." in one.reply.body
    assert "Zoe" in one.reply.body


def test_without_any_value_a_field_s_name_or_a_value_of_its_type_is_shown() -> None:
    body = "{{ what }}, {{ how }}, " + ", ".join(
        f"{{{{ {name} }}}}" for name in TYPES if name not in {"choice", "multi"}
    )
    fields = {name: Field(type=name) for name in TYPES if name not in {"choice", "multi"}}
    fields |= {"what": Field(), "how": Field(type="choice", choices=["by post", "by air"])}
    snippet = Snippet(name="a", title="A", kind="answer", text={"en": Text(subject="A", body=body)}, fields=fields)
    (one,) = previews(snippet, LIBRARY, Settings(), "en", ("formal",))

    assert one.heading == "en, formal, no example"
    assert (
        "⟨what⟩, by post, ⟨text⟩, ⟨multiline⟩, 3, €49.90, Sunday, 4 January 2026, A-1001, name@example.com, "
        "+1 202 555 0100, https://www.example.com, yes" in one.reply.body
    )


@pytest.mark.parametrize(
    ("fields", "settings", "names"),
    [
        ({"code": Field(pattern="[A-Z]+"), "what": Field()}, Settings(), "code: …"),
        ({"order": Field(type="order")}, Settings(order_patterns=("HW-.*",)), "order: …"),
    ],
)
def test_what_cannot_be_made_up_is_named_as_an_example_to_add(
    fields: dict[str, Field], settings: Settings, names: str
) -> None:
    body = " ".join(f"{{{{ {name} }}}}" for name in fields)
    bare = Snippet(name="a", title="A", kind="answer", text={"en": Text(subject="A", body=body)}, fields=fields)

    with pytest.raises((MissingValues, ValueRefused)) as told:
        list(previews(bare, LIBRARY, settings, "en"))
    assert told.value.hint == f"add an example to the snippet: examples: {{en: [{{{names}}}]}}"
