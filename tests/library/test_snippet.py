from __future__ import annotations

from dataclasses import asdict

from replyctl.library.snippet import Field, Part, Snippet, Source, Text, from_plain, is_template


def test_a_default_is_made_of_others_where_it_has_a_tag() -> None:
    assert all(map(is_template, ("{{ a }}", "a{% if b %}c{% endif %}", "{# a #}")))
    assert not any(map(is_template, ("{a}", "50 %", "", None, 3, ["{{ a }}"])))


def test_a_snippet_survives_as_plain_data() -> None:
    snippet = Snippet(
        name="order-delayed",
        title={"en": "Order", "he": "הזמנה"},
        kind="answer",
        text={"zh": Text(subject="订单", body="周一到。")},
        fields={"days": Field(type="int", default=3)},
        parts={"gift": Part(ask="A gift?")},
        source=Source(system="zendesk", id="007"),
    )

    assert from_plain(asdict(snippet)) == snippet
