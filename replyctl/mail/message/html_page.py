"""The text of an HTML mail: what a person sees, line by line, with quoted mail marked by `>`.

The standard library's parser needs minutes for 100 kB of unclosed tags, so tags are cut out here, in linear time.
"""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"(/?)([A-Za-z][A-Za-z0-9:-]{0,30})")
_ATTRIBUTES = re.compile(r"(class|id|style|type|alt)\s*=\s*(?:\"([^\"]*)|'([^']*)|([^\s>]+))", re.IGNORECASE)
_LONGEST_TAG = 4000
_HIDDEN = {"head", "script", "style", "title", "template", "object", "select"}
_ALONE = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "footer"),
    *("form", "header", "li", "main", "ol", "pre", "section", "table", "tbody", "thead", "tr", "ul"),
}
_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6"}
_ENDED_BY_THE_NEXT = {"dd", "dt", "li", "option", "td", "th", "tr"}
_QUOTING = r"(?i)(?:^|[\s_])(?:gmail_(?:quote|extra)|yahoo_quoted|protonmail_quote|zmail_extra|OutlookMessageHeader|tutanota_quote|qmQuote)"
_QUOTES_REST = r"(?i)^(?:x_)*(?:appendonsend|divRplyFwdMsg|mail-editor-reference-message-container)$"
_SIGNATURE = r"(?i)(?:^|\s)gmail_signature(?:\s|$)"
_NOT_SHOWN = r"(?i)display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])"
_CLOSED = re.compile(r"</(?:script|style)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 10
"""Levels of quotes that are told apart."""


class _Open:
    """An open element."""

    __slots__ = ("hides", "name", "quotes")

    def __init__(self, name: str, *, hides: bool, quotes: bool) -> None:
        self.name, self.hides, self.quotes = name, hides, quotes


class _Page:
    """The lines of a page so far."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line: list[str] = []
        self.open: list[_Open] = []
        self.hidden = self.quoted = 0
        self.rest_is_quoted = False
        self.keeps_spaces = 0

    def text(self, text: str) -> None:
        if self.hidden or not text:
            return
        text = unescape(text).replace("\xa0", " ")
        if not self.keeps_spaces:
            text = _SPACES.sub(" ", text)
            if not self.line or self.line[-1].endswith((" ", "\t")):
                text = text.lstrip(" ")
            self.line.append(text)
            return
        first, *others = text.split("\n")
        self.line.append(first)
        for one in others:
            self.end_line()
            self.line.append(one)

    def end_line(self, *, always: bool = False) -> None:
        """End the line, unless it is empty; `always` also then."""
        text = "".join(self.line).rstrip()
        self.line = []
        if text or always:
            level = min(self.quoted, _DEEPEST) + self.rest_is_quoted
            self.lines.append(f"{'>' * level} {text}".rstrip() if level else text)

    def blank(self) -> None:
        """A blank line, one at most."""
        self.end_line()
        if self.lines and self.lines[-1].strip("> "):
            self.end_line(always=True)

    def opens(self, name: str, written: str) -> None:
        known = {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _ATTRIBUTES.finditer(written)}
        classes = known.get("class", "")
        if name == "br":
            self.end_line(always=True)
        elif name == "hr":
            self.end_line()
        if re.search(_QUOTES_REST, known.get("id", "")):
            self.end_line()
            self.rest_is_quoted = True
        if name in _ALONE:
            return
        self._end_implied(name)
        quotes = name == "blockquote" or bool(re.search(_QUOTING, classes))
        hides = name in _HIDDEN or bool(re.search(_NOT_SHOWN, known.get("style", "")))
        self._space(name, begins=True)
        if quotes:
            self.end_line()
        if re.search(_SIGNATURE, classes) and self.lines and not self.hidden:
            self.end_line()
            self.line.append("--")
            self.end_line()
        self.open.append(_Open(name, hides=hides, quotes=quotes))
        self.hidden += hides
        self.quoted += quotes
        self.keeps_spaces += name == "pre"

    def _end_implied(self, name: str) -> None:
        """Close what ends where `name` begins: a paragraph before a block, a cell before the next."""
        last = self.open[-1].name if self.open else ""
        if (last == "p" and name in _BLOCKS | _PARAGRAPHS) or (last == name and name in _ENDED_BY_THE_NEXT):
            self.closes(last)

    def closes(self, name: str) -> None:
        if name in _PARAGRAPHS | _BLOCKS:
            self.end_line()
        reach = self.open[-50:]  # a tag that nothing opened closes nothing; nobody nests further without closing
        if not any(one.name == name for one in reach):
            return
        while self.open:
            last = self.open.pop()
            if last.quotes:
                self.end_line()
            self.hidden -= last.hides
            self.quoted -= last.quotes
            self.keeps_spaces -= last.name == "pre"
            if last.name == name:
                break
        self._space(name, begins=False)

    def _space(self, name: str, *, begins: bool) -> None:
        if self.hidden:
            return
        if name in _PARAGRAPHS:
            self.blank()
        elif name in _BLOCKS:
            self.end_line()
            if name == "li" and begins:
                self.line.append("- ")
        elif name in {"td", "th"} and not begins and self.line and self.line[-1].strip():
            self.line.append("\t")


def seen(html: str) -> str:
    """The text of `html`; lines end in LF. Controls in it are not taken out yet."""
    page = _Page()
    at = 0
    while at < len(html):
        tag = html.find("<", at)
        page.text(html[at:tag] if tag >= 0 else html[at:])
        if tag < 0:
            break
        at = _tag(html, tag, page)
    page.end_line()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(page.lines)).strip("\n")


def _tag(html: str, at: int, page: _Page) -> int:
    """Read what begins with the `<` at this place; where it ends."""
    if html.startswith("<!--", at):
        end = html.find("-->", at)
        return len(html) if end < 0 else end + 3
    match = _TAG.match(html, at + 1)
    if not match and html[at + 1 : at + 2] not in {"!", "?"}:
        page.text("<")
        return at + 1
    end = html.find(">", at, at + _LONGEST_TAG)
    if end < 0:
        page.text("<")
        return at + 1
    if match:
        name = match[2].lower()
        if match[1]:
            page.closes(name)
        else:
            page.opens(name, html[match.end() : end])
        if name in {"script", "style"} and not match[1]:
            close = _CLOSED.search(html, end)
            return close.start() if close else len(html)
    return end + 1
