from __future__ import annotations

from dataclasses import dataclass, field

from replyctl.errors import ReplyctlError
from replyctl.yamlfile import meant, parse


@dataclass
class Inner:
    kind: str = ""
    choices: list[str] = field(default_factory=list)


@dataclass
class Outer:
    name: str
    title: str
    fields: dict[str, Inner] = field(default_factory=dict)


def told(text: str) -> tuple[object, list[str]]:
    tree, wrong = meant(Outer, parse(text, "a.yaml", ReplyctlError), ("name",))
    return tree.data, [str(one) for one in wrong]


def test_a_misspelt_key_is_told_at_its_place_and_read_as_what_was_meant_whatever_is_below_it() -> None:
    assert told("titel: T\nfieldz:\n  a: {knid: x, choices: [b]}\n") == (
        {"title": "T", "fields": {"a": {"kind": "x", "choices": ["b"]}}},
        [
            "a.yaml:1:1: unknown key 'titel'",
            "a.yaml:2:1: unknown key 'fieldz'",
            "a.yaml:3:7: unknown key 'knid'",
        ],
    )


def test_a_place_in_what_was_meant_is_the_place_in_the_file() -> None:
    tree, _ = meant(Outer, parse("fieldz:\n  a: {kind: x}\n", "a.yaml", ReplyctlError))

    assert str(tree.place(("fields", "a", "kind"))) == "a.yaml:2:13"
    assert str(tree.place(("fields",), key=True)) == "a.yaml:1:1"


def test_a_key_stays_that_resembles_none_or_one_that_is_there_or_taken_or_not_for_the_file() -> None:
    for text in ("subject: T\n", "title: T\ntitel: U\n", "nane: T\n", "fields: {knid: {kind: x}}\n"):
        tree = parse(text, "a.yaml", ReplyctlError)
        assert meant(Outer, tree, ("name",)) == (tree, [])
    assert told("titel: T\ntitlee: U\n")[0] == {"title": "T", "titlee": "U"}
