"""The body as a small HTML page: paragraphs, lists, quotes, language and direction."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from replyctl.output import header_lines, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem

_LINE = re.compile(r"(?P<quote>> ?)|(?P<bullet>[-*•] +)|(?P<number>\d{1,3})[.)] +")
_LINK = r"https?://[^\s<>\"'）】」，。；]*[^\s<>\"'）】」，。；.,:;!?)\]]"
_MAIL = r"(?<![A-Za-z0-9_.+])[A-Za-z0-9_][A-Za-z0-9_.+-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_FOREIGN = rf"{_LINK}|{_MAIL}|#?(?<![A-Za-z])[A-Za-z]++-?[0-9][A-Za-z0-9-]*|\+\d[\d -]+\d"
"""Left-to-right text within Hebrew: URLs, e-mail addresses, order and telephone numbers."""


def escape(text: str) -> str:
    """`text` escaped for HTML."""
    from html import escape as standard

    return standard(text)


def render(reply: Reply, *, problems: Sequence[Problem] = ()) -> str:
    """A whole page in UTF-8. In right-to-left replies, left-to-right text is isolated to keep its place."""
    rtl = reply.direction == "rtl"
    body = text.render(reply, problems=problems)
    blocks = "\n".join(block for paragraph in re.split(r"\n\s*\n", body) for block in _blocks(paragraph, rtl=rtl))
    align = ' style="text-align: right"' if rtl else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(reply.language)}" dir="{reply.direction}">\n'
        f'<head><meta charset="utf-8"><title>{escape(header_lines.subject(reply))}</title></head>\n'
        f'<body dir="{reply.direction}"{align}>\n{blocks}\n</body>\n</html>\n'
    )


def _blocks(paragraph: str, *, rtl: bool) -> Iterator[str]:
    """The elements of one paragraph; neighbouring lines of one kind are joined."""

    def kind(line: str) -> str:
        found = _LINE.match(line)
        return (found and found.lastgroup) or ""

    for name, group in groupby(paragraph.strip("\n").split("\n"), kind):
        lines = list(group)
        inner = [_inline(line[found.end() :] if (found := _LINE.match(line)) else line, rtl=rtl) for line in lines]
        items = "".join(f"<li>{item}</li>" for item in inner)
        if name == "bullet":
            yield f"<ul>{items}</ul>"
        elif name == "number":
            first = lines[0].split(".")[0].split(")")[0]
            yield f"<ol>{items}</ol>" if first == "1" else f'<ol start="{int(first)}">{items}</ol>'
        else:
            joined = "<br>\n".join(inner)
            paragraphs = f"<p>{joined}</p>"
            yield f"<blockquote>{paragraphs}</blockquote>" if name else paragraphs


def _inline(line: str, *, rtl: bool) -> str:
    parts: list[str] = []
    foreign = f"({_FOREIGN if rtl else _LINK})"
    for at, piece in enumerate(re.split(foreign, line)):
        shown = escape(piece)
        if at % 2 and piece.startswith("http"):
            shown = f'<a href="{shown}">{shown}</a>'
        parts.append(f"<bdi>{shown}</bdi>" if at % 2 and rtl else shown)
    return "".join(parts)
