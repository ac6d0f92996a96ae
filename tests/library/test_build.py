from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from replyctl.errors import SnippetError
from replyctl.library.build import build, schema
from replyctl.library.layer import Layer

PATH = Path("/team/order-delayed.yaml")


def test_a_file_becomes_plain_data_named_by_its_stem(good: str) -> None:
    plain = build(PATH, f"{good}fields: {{days: {{type: int, default: 3}}}}\n".encode())["snippet"]

    assert (plain["name"], plain["title"], plain["kind"]) == ("order-delayed", "Order delayed", "answer")
    assert plain["fields"]["days"]["default"] == 3
    assert plain["text"]["en"]["body"] == "It comes on Monday."


def test_what_is_wrong_is_told_in_the_order_of_the_file_whoever_found_it(good: str) -> None:
    with pytest.raises(SnippetError) as told:
        build(PATH, f"{good}tittel: x\nreview_by: never\nfields: {{a: {{type: txt}}}}\n".encode())

    lines = [str(told.value), *told.value.__notes__]
    assert [line.split(":")[1] for line in lines] == ["5", "6", "7"]


def test_the_shipped_snippets_fit_the_schema_for_editors() -> None:
    validator = jsonschema.Draft202012Validator(schema())

    for paths in Layer.shipped().scan()[0].values():
        seen = json.loads(json.dumps(yaml.safe_load(paths[0].read_text("utf-8")), default=str))  # no dates in JSON
        assert list(validator.iter_errors(seen)) == []


@pytest.mark.parametrize("wrong", [{"tittel": "x"}, {"kind": "anser"}, {"fields": {"a": {"type": "txt"}}}])
def test_the_schema_refuses_what_the_program_refuses(good: str, wrong: dict[str, object]) -> None:
    validator = jsonschema.Draft202012Validator(schema())

    assert validator.is_valid(yaml.safe_load(good))
    assert not validator.is_valid({**yaml.safe_load(good), **wrong})
