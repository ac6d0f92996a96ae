"""What is looked for only where a text holds a hint of it: the hint is never missing where the thing itself is found."""

from __future__ import annotations

import importlib
import json
import re
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import replyctl
from replyctl.language import available, load
from replyctl.reading import holes, merge_tags
from replyctl.report.json import dumps
from replyctl.text.masks import _SINGLE_MARKS, _single
from replyctl.text.normal import normalise, plain
from replyctl.text.scripts import runs_from_right

ROOT = Path(replyctl.__file__).parent
HINTS = {
    ("lint.rules.emoticon", "_HINT"): ("_ASCII", "_EMOJI"),
    ("reading.markup", "_HINT"): ("_TAG", "_CHARACTER", "_STRONG", "_HEADING"),
    ("reading.swearing", "_HINT"): ("_MASKED",),
    ("lint.rules.punctuation", "_HINT"): ("_DOUBLED", "_SPACE_BEFORE"),
    ("lint.rules.unsafe_link", "_HINT"): ("_LABELLED", "_BARE"),
    ("reading.sensitive", "_HINT"): ("_CARD", "_IBAN", "_CHINESE_ID", "_AMERICAN_ID", "_NINE"),
    ("reading.dates", "_HINT"): ("_ISO", "_NUMERIC"),  # beside a list of months and patterns of a language
    ("template.gaps", "_HINT"): ("_ROUND", "_WIDE", "_SQUARE", "_HEAVY", "_IN_BRACKETS", "_LABELLED", "_BETWEEN"),
    ("text.directives", "_HINT"): ("_DIRECTIVE", "_ALONE"),
    ("text.masks", "CODE_HINT"): ("_CODE",),
    ("text.masks", "_AT_HINT"): ("_EMAIL", "_HANDLE"),
    ("text.masks", "_URL_HINT"): ("_URL",),
    ("text.masks", "_DOMAIN_HINT"): ("_DOMAIN",),
    ("text.masks", "_SPEECH_HINT"): ("_SPEECH",),
    ("text.masks", "_DIGIT_HINT"): ("_PHONE", "_ID"),
    ("text.quotes", "_LINE_HINT"): ("_QUOTE_LINE",),
    ("text.quotes", "_BLOCK_HINT"): ("_BLOCK",),
}
"""By file and hint: the patterns that are not looked for where it is missing."""
FLAGS = {"reading.sensitive": re.ASCII, "text.masks": re.ASCII}
PLAIN = "".join(map(chr, range(128)))
ANY = f"{PLAIN}éÖ×אש，。、；：！？「」『』《》“”„«»（）［］【】〔〕￥€¥₪你好某日月元号三○◯△▲▼★☆☺♥⚠✅🙂👍\ufe0f´°ˊ•＾＿ＸＴ…"
"""Characters of each kind; of all that there are, a text would take long to make."""
PATIENT = settings(
    derandomize=True,
    max_examples=8,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def found(pattern: str | re.Pattern[str], flags: int) -> re.Pattern[str]:
    return pattern if isinstance(pattern, re.Pattern) else re.compile(pattern, flags)


@cache
def texts(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    """Texts in which the pattern finds something, in ASCII where it can."""
    either = [st.from_regex(pattern, alphabet="".join({*ANY, *pattern.pattern}))]
    plain_ones = st.from_regex(pattern, alphabet=PLAIN)
    with suppress(InvalidArgument):  # no such text is ASCII
        plain_ones.validate()
        either.insert(0, plain_ones)
    return st.one_of(either).filter(lambda text: bool(pattern.search(text)))


@pytest.mark.parametrize(
    ("file", "hint", "pattern"),
    [(file, hint, pattern) for (file, hint), patterns in HINTS.items() for pattern in patterns],
)
@PATIENT
@given(st.data())
def test_where_something_is_found_its_hint_is_found_too(
    file: str, hint: str, pattern: str, data: st.DataObject
) -> None:
    module = importlib.import_module(f"replyctl.{file}")
    flags = 0 if pattern in {"_ID", "_SPEECH"} else FLAGS.get(file, 0)
    text = data.draw(texts(found(getattr(module, pattern), flags)))

    assert re.search(getattr(module, hint), text, FLAGS.get(file, 0))


def test_every_hint_of_the_program_is_tried() -> None:
    named = re.compile(r"^(_?(?:[A-Z]+_)*HINT)\b|, (_?(?:[A-Z]+_)*HINT)\b(?=.* = )", re.MULTILINE)
    there = {
        (path.relative_to(ROOT).with_suffix("").as_posix().replace("/", "."), first or second)
        for path in ROOT.rglob("*.py")
        for first, second in named.findall(path.read_text("utf-8"))
    }

    assert there == HINTS.keys()


@pytest.mark.parametrize("marks", _SINGLE_MARKS)
@PATIENT
@given(st.data())
def test_speech_in_single_marks_begins_with_one(marks: tuple[str, str], data: st.DataObject) -> None:
    pattern = re.compile(_single(*marks, "em"))

    assert marks[0] in data.draw(texts(pattern))


@pytest.mark.parametrize("table", ["SURE", "NAMED", "TOLD", "FORMS", "CROSSES"])
@PATIENT
@given(st.data())
def test_where_a_hole_is_one_is_looked_for(table: str, data: st.DataObject) -> None:
    example, pattern = data.draw(st.sampled_from(sorted(getattr(merge_tags, table).items())))
    before = data.draw(st.sampled_from(["", "At 5 ", "你好"]))
    hole = re.compile(pattern)
    text = before + data.draw(st.one_of(st.just(example), texts(hole)))
    match = hole.search(text)
    assume(match)
    firsts = next(firsts for firsts, all_, _ in holes._TABLES if pattern in all_)

    assert match
    assert match.start() in {*holes._beginnings(text)}
    assert text[match.start()] in firsts


@given(st.text())
def test_what_is_seen_through_and_ends_lines_is_gone_whatever_the_text(text: str) -> None:
    from replyctl.text.normal import _CHANGED

    assert not _CHANGED.search(normalise(text).text)


@given(st.text(PLAIN))
def test_a_plain_text_is_plain_already(text: str) -> None:
    from replyctl.text.normal import _PLAIN

    assert plain(text) == text.translate(_PLAIN) == text
    assert not runs_from_right(text)


@given(st.text())
def test_json_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    from replyctl.report.json import _UNSAFE

    assert not re.search(_UNSAFE, dumps({"text": text}))
    assert json.loads(dumps({"text": text})) == {"text": text}


@pytest.mark.parametrize("code", available())
def test_a_language_is_told_by_its_script_only_where_that_is_not_ascii(code: str) -> None:
    letters = "".join(load(code).letters)

    assert not letters or not re.search(f"[{letters}]", "".join(map(chr, range(128))))
