from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.desk.whole_names import choices, unused
from replyctl.errors import SnippetError
from replyctl.library.layer import Layer
from replyctl.library.partial import Partials
from replyctl.yamlfile import parse

if TYPE_CHECKING:
    from pathlib import Path

FILE = """\
fields:
  printed: {}
  decides: {type: bool}
  asked: {when: decides}
  given: {default: "{{ asked }}"}
  itself: {validate: "{% if itself == 'x' %}no{% endif %}"}
  shared: {}
  how: {type: choice, choices: [a, {en: b, he: c}]}
  free: {type: choice, choices: [a], other: true}
parts: {gift: {}, ghost: {}}
links: {help: "https://x.example", other: "https://y.example"}
text:
  en: {subject: "{{ printed | upper }}", body: "BODY"}
"""


def test_a_name_is_used_where_a_text_another_field_or_a_partial_takes_it(tmp_path: Path) -> None:
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "p.yaml").write_text("en: '{{ shared }}{{ partial(\"q\") }}'\n")
    (tmp_path / "partials" / "q.yaml").write_text("en: '{{ partial(\"p\") }}'\n")
    body = "{{ given }}{{ partial('p') }}{% if parts.gift and how and free %}{{ links.help }}{% endif %}"
    tree = parse(FILE.replace("BODY", body), "a.yaml", SnippetError)

    told = [one.message for one in unused(tree, Partials((Layer.team(tmp_path),)))]

    assert told == [
        "the field 'itself' is declared and never used",
        "the part 'ghost' is declared and never used",
        "the link 'other' is declared and never used",
    ]


def test_a_choice_is_held_against_those_that_there_are_in_any_language() -> None:
    body = (
        "{% if how == 'a' or 'c' == how or how in ['b', 'd'] or free == 'e' or how == '' %}{% set how = 1 %}{% endif %}"
    )
    tree = parse(FILE.replace("BODY", body), "a.yaml", SnippetError)

    assert [one.message for one in choices(tree)] == ["'how' has no choice 'd'"]


def silent(text: str, partials: Partials | None = None) -> list[str]:
    """The names that are called unused in a file of this text, with one that always is."""
    head = "fields: {order: {}, fault: {}, idle: {}}\nparts: {gift: {}}\n"
    tree = parse(head + text, "a.yaml", SnippetError)
    return [one.message.split("'")[1] for one in unused(tree, partials or Partials())]


def test_what_a_text_that_cannot_be_parsed_names_is_used() -> None:
    body = "{{ order }} {% if parts.gift %} {{ fault"

    assert silent(f'text: {{en: {{subject: S, body: "{body}"}}}}') == ["idle"]


def test_nothing_is_called_unused_where_a_text_is_missing_or_a_partial_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "broken.yaml").write_text('en: "{{ order }\n')
    partials = Partials((Layer.team(tmp_path),))

    assert silent("title: T") == []
    assert silent("text: {en: {subject: S}}") == []
    for name in ("broken", "none"):
        assert silent(f"text: {{en: {{subject: S, body: \"{{{{ partial('{name}') }}}}\"}}}}", partials) == []


def test_a_name_is_not_called_unused_where_it_is_misspelt_or_cannot_be_used() -> None:
    body = "{{ ordr }} {{ faults }} {% if parts.gft %}x{% endif %}"

    assert silent(f'text: {{en: {{subject: S, body: "{body}"}}}}') == ["idle"]
    tree = parse("fields: {a-b: {}}\ntext: {en: {subject: S, body: B}}", "a.yaml", SnippetError)
    assert list(unused(tree, Partials())) == []
