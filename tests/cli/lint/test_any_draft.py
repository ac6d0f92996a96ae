"""What holds for every draft: places are true, fixes settle and leave alone what is not the author's, nothing raises."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from replyctl.lint.context import Context
from replyctl.lint.fix import mend
from replyctl.lint.given_draft import GivenDraft
from replyctl.lint.run import Selection, lint, lint_parts

if TYPE_CHECKING:
    from replyctl.lint.problem import Problem

ALL = Selection()
CONTEXT = Context.of(
    {
        "customer": {"name": "Diane Cohen", "title": "Dr"},
        "agent": {"name": "Noa Bar", "contact": "care@home.example"},
        "order": "HW-659",
        "incoming": "Where is the lamp? מתי היא תגיע? 什么时候退款？",
        "attachments": [],
        "now": "2026-11-25",
    }
)
WORDS = re.split(
    " ",
    "Hello Hi Dear Diane Dr. Levi sorry apologise the the is lamp refund soon asap because unfortunately PLEASE READ "
    "gonna pursuant 您好 王先生 抱歉 你 您 谢谢谢谢 尽快 退款 此致 שלום דיאן מצטערים לָךְ בהקדם תודה בברכה Regards "
    "Monday 2026-11-25 50% $5 {{x}} [Name] TODO cafe\u0301 👋🏽 😀 :-)",
)
MARKS = [
    "!",
    "!!",
    "?",
    "?!",
    "...",
    "。",
    "。。",
    "，",
    "：",
    ",",
    ",,",
    ".",
    ";",
    ":",
    "(",
    ")",
    '"',
    "'",
    "-",
    "1.",
    "2)",
]
BLANKS = [" ", "  ", "\t", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", "\u00a0", "\u3000"]
INVISIBLE = ["\u200f", "\u200e", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u05b0", "\u0301", "\x1b[31m", "\x9b", "\x85"]
KEPT = [
    "HW-659",
    "#12345",
    "https://a.example/the/the!!x",
    "http://1.2.3.4/login",
    "so..so@b.example",
    "`the the !!`",
    "“so so!!”",
    "'so so!!'",
    "‘the the!!’",
    "\n> why why!! :-) ,,\n",
]
NOTES = ["replyctl: ignore[all-caps]", "<!-- replyctl: ignore[exclamation] -->", "Subject: Hi", "-- \n", "From: a"]


def drafts(*kinds: list[str]) -> st.SearchStrategy[str]:
    pieces = st.one_of(*map(st.sampled_from, kinds))
    return st.lists(st.tuples(pieces, st.sampled_from(["", " ", " ", "\n"])), max_size=25).map(
        lambda found: "".join(part for pair in found for part in pair)
    )


anything = st.one_of(drafts(WORDS, MARKS, BLANKS, INVISIBLE, KEPT, NOTES), st.text(max_size=60))
quick = settings(max_examples=150)


def place(text: str, start: int) -> tuple[int, int]:
    """Line and column."""
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def assert_true(problem: Problem, text: str) -> None:
    if not problem.text:
        return
    assert 0 <= problem.start < problem.end <= len(text)
    written = text[problem.start : problem.end]
    if "•" not in problem.text:
        assert written == problem.text
    assert len(written) == len(problem.text)
    assert (problem.line, problem.column) == place(text, problem.start)
    for edit in problem.fix.edits if problem.fix else ():
        assert 0 <= edit.start <= edit.end <= len(text)


@quick
@given(draft=anything)
@example("The lamp. <!-- replyctl: ignore[repeated-word] -->\n")
@example("\ufeffSubject: \u202eDEAR CUSTOMER!!\r\n\r\nשָׁלוֹם\u200f 👋🏽 the the\r\n")
def test_every_problem_tells_its_place_in_the_draft_as_given(draft: str) -> None:
    for problem in lint(GivenDraft.of(draft), CONTEXT, ALL)[1]:
        assert_true(problem, draft)


@quick
@given(body=anything, subject=st.one_of(st.none(), drafts(WORDS, MARKS, KEPT)))
def test_in_two_parts_places_count_in_subject_and_in_body(body: str, subject: str | None) -> None:
    draft, problems = lint_parts(body, subject, CONTEXT, ALL)

    assert len(draft.answers) >= 1
    for problem in problems:
        assert_true(problem, subject or "" if problem.zone == "subject" else body)


@quick
@given(draft=anything, unsafe=st.booleans())
def test_a_second_run_of_fixes_changes_nothing(draft: str, unsafe: bool) -> None:
    def check(text: str) -> list[Problem]:
        return lint(GivenDraft.of(text), CONTEXT, ALL)[1]

    mended, _ = mend(draft, check, unsafe=unsafe)

    assert mend(mended, check, unsafe=unsafe) == (mended, 0)


@quick
@given(draft=drafts(WORDS, MARKS, [" ", "\n\n"], KEPT, KEPT))
def test_fixes_leave_quotes_ids_links_and_code_alone(draft: str) -> None:
    draft = re.sub("|".join(map(re.escape, KEPT)), lambda kept: f"\n\n{kept[0].strip()}\n\n", draft)
    mended, _ = mend(draft, lambda text: lint(GivenDraft.of(text), CONTEXT, ALL)[1], unsafe=True)

    kept = re.compile("|".join(re.escape(one.strip()) for one in KEPT))
    assert kept.findall(mended) == kept.findall(draft)
