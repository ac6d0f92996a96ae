"""YAML's error messages, reworded for the file's author: where the mistake begins, and what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl.clean import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.yamlfile.tree import Node

Spot = tuple[int, int]
_MERGE = re.compile(r"<{7}(?:\s|$)")
_KEY = re.compile(r"(\s*)(?:- )*(['\"]?[\w-]+['\"]?):(?:\s+(?!#)(\S.*))?")
_NO_KEY = "did not find expected key"
_QUOTES = "close it with the same mark"
_GLUED = re.compile(r"\s*(?:- )*[\w-]+:(?!//)\S")


class Advice(NamedTuple):
    """A message with its line and column, and a hint."""

    message: str
    at: Spot
    hint: str = ""


def advised(problem: Any, lines: Sequence[str], last: Node | None) -> Advice:  # noqa: ANN401 - yaml's, not imported
    """The mistake that caused a MarkedYAMLError; `last` is the scalar before it."""
    said = str(problem.problem or problem.context or "")
    at = _spot(problem.problem_mark or problem.context_mark)
    began = _spot(problem.context_mark or problem.problem_mark)
    for number, line in enumerate(lines, 1):
        if _MERGE.match(line):
            return Advice("an unfinished merge", (number, 1), "keep one side, and delete the lines of <, = and >")
    if "quoted scalar" in str(problem.context) and "end of stream" in said:
        return Advice("this quotation mark is never closed", began, _QUOTES)
    if re.search(r"expected ',' or '[]}]'", said) and began[0] < at[0]:
        return _open_bracket(lines, began)
    at = began if "could not find expected ':'" in said else at
    line = lines[at[0] - 1] if at[0] <= len(lines) else ""
    if _NO_KEY in said and not line[: at[1] - 1].strip():  # the mistake is where the line begins, not what it says
        return Advice(f"not YAML: {printable(said)}", at, _of_place(said, lines, at))
    hint = _of_line(line, lines, at) or _of_quote(last, at) or _of_place(said, lines, at) or _of_colon(line)
    return Advice(f"not YAML: {printable(said)}", at, hint)


def _spot(mark: Any) -> Spot:  # noqa: ANN401 - as above
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _open_bracket(lines: Sequence[str], began: Spot) -> Advice:
    line = lines[began[0] - 1]
    opening = line[began[1] - 1]
    closing = {"[": "]", "{": "}"}.get(opening, "it")
    hint = "' #' begins a comment: put the text in quotes" if " #" in line else f"close it with {closing}"
    return Advice(f"this {opening} is never closed", began, hint)


def _of_line(line: str, lines: Sequence[str], at: Spot) -> str:
    """A hint from the line itself, or the one above."""
    near = lines[max(0, at[0] - 2) : at[0]]
    if any(re.match(r"\s*\t", one) for one in near):
        return "indent with spaces, not tabs"
    if re.search(r":\s+[“”„‘’«]", line):
        return 'use straight quotation marks: "'
    if re.search(r":\s+[{%@`*&!]", line):
        return "put quotes around a value that begins with one of { % @ ` * & !"
    if glued := next((one for one in near if _GLUED.match(one)), None):
        return f"put a space after the colon of {glued.strip().partition(':')[0]}:"
    return ""


def _of_quote(last: Node | None, at: Spot) -> str:
    """A hint about a quoted text that ends too early or too late."""
    if last is None or last.style not in {"'", '"'} or last.end[0] != at[0]:
        return ""
    if last.end[0] > last.line:
        return f"the quotation mark of line {last.line} is closed only here: is one missing on that line?"
    return (
        "inside '…' write an apostrophe twice: ''" if last.style == "'" else 'inside "…" write a quotation mark as \\"'
    )


def _of_place(said: str, lines: Sequence[str], at: Spot) -> str:
    """A hint about a line that is indented wrongly, or is text without a key or `|`."""
    line = lines[at[0] - 1] if at[0] <= len(lines) else ""
    depth = len(line) - len(line.lstrip(" "))
    above = [(number, key) for number, one in enumerate(lines[: at[0] - 1], 1) if (key := _KEY.fullmatch(one.rstrip()))]
    parent = next(((number, key) for number, key in reversed(above) if len(key[1]) < depth), None)
    if _NO_KEY in said:
        return f"indent it like the lines that it belongs to: no line above is indented by {depth}"
    if before := next(((number, key) for number, key in reversed(above) if number < at[0]), None):
        number, key = before
        if (key[3] or "")[:1] in {"|", ">"} and len(key[1]) >= depth:
            return f"indent the text deeper than its key {key[2]} on line {number}"
        if key[3] and len(key[1]) == depth and not _KEY.fullmatch(line):
            return (
                f"if it is text of {key[2]}, write `{key[2]}: |` on line {number}, and all of the text deeper below it"
            )
    if parent and not parent[1][3]:
        return f"if it is text, write `{parent[1][2]}: |` with the text below it" if not _KEY.fullmatch(line) else ""
    if parent and parent[0] >= at[0] - 1:
        return f"line {parent[0]} already has a value: indent this line like it, or write `{parent[1][2]}: |`"
    return ""


def _of_colon(line: str) -> str:
    return "put quotes around a value that holds ': '" if re.search(r":\s[^'\"|>{\[]*:(?:\s|$)", line) else ""
