"""`--data`: JSON, YAML, or a table with one row."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

from replyctl.cli.sets_and_data import data
from replyctl.cli.streams import Streams
from replyctl.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Desk


def given(folder: Path, name: str, content: str | bytes) -> dict[str, Any]:
    """What `--data` gives for a file of that name and content; `-` is a pipe."""
    octets = content if isinstance(content, bytes) else content.encode()
    path = folder / name
    if name != "-":
        path.write_bytes(octets)
    streams = Streams(io.BytesIO(octets), io.BytesIO(), io.BytesIO(), False, False, False)
    return data("-" if name == "-" else str(path), streams)


@pytest.mark.parametrize(
    ("name", "content", "values"),
    [
        ("a.yaml", "order: 00123\ncustomer: {name: 李女士}\npaid: true\n", {"order": "00123", "customer": {"name": "李女士"}, "paid": True}),
        ("a.yml", "note: |\n  One.\n  Two.\nempty:\n", {"note": "One.\nTwo.\n", "empty": None}),
        ("-", "order: HW-1\nname: דנה\n", {"order": "HW-1", "name": "דנה"}),
        ("-", '{"order": "HW-1"}', {"order": "HW-1"}),
        ("-", '[{"order": "HW-1"}]', {"order": "HW-1"}),
        ("a.txt", "\ufefforder: HW-1\n", {"order": "HW-1"}),
        ("a.jsonl", '{"order": "HW-1"}\n\n', {"order": "HW-1"}),
        ("a.csv", '\ufefforder,customer.name\r\nHW-1,"Levi, דנה"\r\n', {"order": "HW-1", "customer.name": "Levi, דנה"}),
        ("a.csv", "order;amount\nHW-1;49,90\n\n", {"order": "HW-1", "amount": "49,90"}),
        ("a.tsv", 'order\tnote\nHW-1\t"One.\nTwo."\n', {"order": "HW-1", "note": "One.\nTwo."}),
        ("a.csv", "order,note\nHW-1\n", {"order": "HW-1"}),
    ],
)  # fmt: skip
def test_values_come_in_any_of_the_formats(name: str, content: str, values: dict[str, Any], tmp_path: Path) -> None:
    assert given(tmp_path, name, content) == values


@pytest.mark.parametrize(
    ("name", "content", "line", "said"),
    [
        ("-", "", 0, "--data: nothing was piped in"),
        ("a.json", " \n", 0, "--data: the file is empty"),
        ("a.json", '{"order": secret}', 1, "not JSON: Expecting value"),
        ("-", '"order"', 0, "--data takes a JSON object"),
        ("a.json", '[{"order": 1}, {"order": 2}]', 0, "--data: 2 rows, and a reply takes one"),
        ("a.jsonl", "{}\n{}\n{}\n", 0, "--data: 3 rows, and a reply takes one"),
        ("a.csv", "order\nHW-1\nHW-2\n", 0, "--data: 2 rows, and a reply takes one"),
        ("a.csv", "order\n", 0, "--data: there is no row below the heading"),
        ("a.csv", "order\nHW-1,secret\n", 0, "the row has 2 cells, and the heading 1"),
        ("a.csv", 'order\n"HW-1\n', 0, "not a table: unexpected end of data"),
        ("a.csv", b"order\n\xe9\n", 0, "not UTF-8"),
        ("a.yaml", "order: 'secret\n", 1, "--data: this quotation mark is never closed"),
        ("a.yaml", "- order: 1\n- order: 2\n", 1, "--data: the file must be a mapping of keys to values"),
        ("a.yaml", b"order: \xe9\n", 1, "--data: not UTF-8"),
    ],
)
def test_what_gives_no_values_is_told_with_its_place_and_not_quoted(
    name: str, content: str | bytes, line: int, said: str, tmp_path: Path
) -> None:
    with pytest.raises(DataError) as told:
        given(tmp_path, name, content)

    assert told.value.message == said
    assert told.value.exit_code == 3
    assert told.value.place
    assert told.value.place.line == line
    assert "secret" not in f"{told.value.place.quoted}{told.value.hint}"


def test_a_table_gives_a_reply(desk: Desk) -> None:
    (desk.home / "order.csv").write_text(
        "order,fault,customer.name,parts.replacement\nHW-1,the lid is cracked,Diane,no\n"
    )
    done = desk.run("compose", "damaged-item", "--no-input", "--data", "order.csv")

    assert done.returncode == 0, done.stderr.decode()
    assert "the lid is cracked" in done.stdout.decode()
