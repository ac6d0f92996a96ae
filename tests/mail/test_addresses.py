"""Who a header names, and where an answer would really go."""

from __future__ import annotations

import pytest

from replyctl.mail.addresses import addresses


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("Dana Levi <dana@mail.example>", [("Dana Levi", "dana@mail.example")]),
        ("dana@mail.example (Dana Levi)", [("Dana Levi", "dana@mail.example")]),
        ('"Levi, Dana" <dana@mail.example>', [("Levi, Dana", "dana@mail.example")]),
        ("Levi, Dana <dana@mail.example>", [("Levi, Dana", "dana@mail.example")]),
        ("=?utf-8?b?15PXoNeUINec15XXmQ==?= <dana@mail.example>", [("דנה לוי", "dana@mail.example")]),
        ("=?utf-8?q?Levi,_Dana?= <dana@mail.example>", [("Levi, Dana", "dana@mail.example")]),
        ("ceo@shop.example <evil@evil.example>", [("ceo@shop.example", "evil@evil.example")]),
        (
            '"Support, boss@shop.example, x" <evil@evil.example>',
            [("Support, boss@shop.example, x", "evil@evil.example")],
        ),
        ('ד"ר דנה לוי <dana@mail.example>', [('ד"ר דנה לוי', "dana@mail.example")]),
        (
            '"ד"ר דנה לוי" <dana@mail.example>, b@mail.example',
            [('ד"ר דנה לוי', "dana@mail.example"), ("", "b@mail.example")],
        ),
        ('"דנה" לוי <dana@mail.example>', [("דנה לוי", "dana@mail.example")]),
        ("a@mail.example, B <b@mail.example>", [("", "a@mail.example"), ("B", "b@mail.example")]),
        ("\u200f<dana@mail.example>\u200e", [("", "dana@mail.example")]),
        ("undisclosed-recipients:;", []),
        ("Dana", []),
        ("", []),
    ],
)
def test_the_address_in_angle_brackets_counts_whatever_the_name_says(raw: str, found: list[tuple[str, str]]) -> None:
    assert [tuple(one) for one in addresses(raw)] == found


@pytest.mark.parametrize("unit", ["a,", '"', "(", "<", "<a@", "a@b.c, ", "=?utf-8?q?a?= ", "\udcff@\udcff "])
def test_a_header_full_of_marks_gives_addresses_that_can_be_printed(unit: str) -> None:
    for one in addresses(unit * 4000):
        assert one.address.encode()
        assert not set(one.address) & set(' \n<>,"')
