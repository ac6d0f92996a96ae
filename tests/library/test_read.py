from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from replyctl.errors import SnippetError
from replyctl.library.build import schema
from replyctl.library.read import built, read

if TYPE_CHECKING:
    from collections.abc import Callable

WRITTEN = [
    "no",
    "yes",
    "on",
    "Off",
    "12:30",
    "0123",
    "2026-01-02",
    "1.10",
    "1_000",
    "0x1F",
    "0o17",
    ".5",
    "1e3",
    "=",
    "<<",
]


@pytest.mark.parametrize("scalar", [*WRITTEN, "5", "true"])
def test_a_scalar_stays_what_was_written(scalar: str, snippet_file: Callable[..., Path], good: str) -> None:
    path = snippet_file(
        f"{good}owner: {scalar}\ntags: [{scalar}]\nfields:\n  {'a'}: {{default: {scalar}, example: {scalar}}}\n"
        f"  b: {{type: choice, choices: [{scalar}, other], default: {scalar}}}\n"
    )
    for snippet in (read(path), read(path)):  # from the file, then from the cache
        field, choice = snippet.fields.values()
        assert [snippet.owner, snippet.tags[0], field.default, field.example, choice.default] == [scalar] * 5
        assert choice.choices[0] == scalar


@pytest.mark.parametrize("scalar", WRITTEN)
def test_a_value_of_an_example_stays_what_was_written(
    scalar: str, snippet_file: Callable[..., Path], good: str
) -> None:
    path = snippet_file(f"{good}fields: {{a: {{}}}}\nexamples: {{en: [{{a: {scalar}}}]}}\n")
    assert read(path).examples == {"en": [{"a": scalar}]}


def test_the_type_of_a_field_makes_its_default(snippet_file: Callable[..., Path], good: str) -> None:
    path = snippet_file(
        f"{good}fields:\n  a: {{type: int, default: 3}}\n  b: {{type: bool, default: true}}\n"
        "  c: {type: money, default: 5 EUR}\n  d: {type: multi, choices: ['1', '2'], default: [1, 2]}\n"
        "  e: {default: {en: soon enough, he: בקרוב}}\n"
    )
    defaults = [field.default for field in read(path).fields.values()]
    assert defaults == [3, True, "5 EUR", ["1", "2"], {"en": "soon enough", "he": "בקרוב"}]


def test_languages_may_be_spelt_like_booleans_elsewhere(snippet_file: Callable[..., Path], good: str) -> None:
    with pytest.raises(SnippetError, match="no language data for 'no'"):
        read(snippet_file(f"{good}  no: {{subject: a, body: b}}\n"))


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_byte_order_mark_and_windows_line_ends_are_taken(
    start: str, end: str, snippet_file: Callable[..., Path]
) -> None:
    text = f"{start}title: 订单\nkind: answer\ntext:\n  he:\n    subject: הזמנה\n    body: |\n      א\n      ב\n"
    snippet = read(snippet_file(text.replace("\n", end)))
    assert (snippet.name, snippet.title, snippet.text["he"].body) == ("order-delayed", "订单", "א\nב\n")


def test_fields_keep_their_order_through_the_cache(snippet_file: Callable[..., Path], good: str) -> None:
    path = snippet_file(f"{good}fields: {{c: {{}}, a: {{}}, b: {{}}}}\nsource: {{system: zendesk, id: '007'}}\n")
    first, second = read(path), read(path)
    assert list(second.fields) == ["c", "a", "b"]
    assert first == second


def test_bytes_that_are_not_utf8_are_refused_where_they_stand(snippet_file: Callable[..., Path]) -> None:
    with pytest.raises(SnippetError, match=r":2.*UTF-8"):
        read(snippet_file(b"title: a\nkind: \xff\n"))


def test_a_file_over_a_megabyte_is_refused(snippet_file: Callable[..., Path], good: str) -> None:
    with pytest.raises(SnippetError, match="1 MB"):
        read(snippet_file(good + "# " + "x" * (1 << 20)))


def test_an_alias_bomb_is_refused_in_under_a_second(snippet_file: Callable[..., Path], good: str) -> None:
    levels = "\n".join(f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30))
    path = snippet_file(f"{good}examples:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n{levels}\n")
    start = time.perf_counter()
    with pytest.raises(SnippetError, match="alias"):
        read(path)
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize("deep", ["[" * 5000, "{a: " * 5000, "- " * 5000])
def test_nesting_without_end_is_refused(deep: str, snippet_file: Callable[..., Path], good: str) -> None:
    with pytest.raises(SnippetError, match="nest"):
        read(snippet_file(f"{good}examples:\n  {deep}"))


def test_an_alias_to_itself_is_refused(snippet_file: Callable[..., Path], good: str) -> None:
    with pytest.raises(SnippetError, match="anchor"):
        read(snippet_file(f"{good}examples: &a\n  en: *a\n"))


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_bytes_the_answer_is_a_snippet_or_an_error(data: st.DataObject, good: str) -> None:
    whole = (
        f"{good}fields: {{a: {{type: choice, choices: [b], default: b}}}}\nparts:\n  c: {{default: true}}\n".encode()
    )
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(start + 8, len(whole))))
    piece = data.draw(
        st.one_of(st.binary(max_size=4), st.sampled_from([b"{", b"- ", b"&a *a", b"\n", b": ", b"'", b"!!x "]))
    )
    with suppress(SnippetError):
        assert (
            built(Path("order-delayed.yaml"), whole[:start] + piece + whole[end:])["snippet"]["name"] == "order-delayed"
        )


def test_a_warm_read_imports_neither_yaml_nor_pydantic(snippet_file: Callable[..., Path]) -> None:
    path = snippet_file()
    read(path)
    program = (
        "import sys; from pathlib import Path; from replyctl.library.find import Library\n"
        f"library = Library.open([Path({str(path.parent)!r})], shipped=False); library.get('order-delayed')\n"
        "assert not {'yaml', 'pydantic', 'jinja2', 'rapidfuzz', 'platformdirs'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_schema_is_closed_and_describes_every_key() -> None:
    top = schema()
    assert json.loads(json.dumps(top)) == top
    assert "name" not in top["properties"]
    assert sorted(top["required"]) == ["kind", "text", "title"]
    for one in (top, *top["$defs"].values()):
        assert one["additionalProperties"] is False
        assert all(key.get("description") for key in one["properties"].values())
