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
