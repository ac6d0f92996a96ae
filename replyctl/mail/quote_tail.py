"""Where the mail below begins that a mail answers or forwards: what `text/quotes.py` knows, and what needs no `>`.

Attributions are known by their form in any language: they end in a colon and hold an address, or a date with a time.
"""

from __future__ import annotations

import re

from replyctl.language.mail_words import mail_words
from replyctl.text.quotes import quoted
from replyctl.text.spans import Range

_ADDRESS = r"[^\s<>]@[^\s<>]"
_TIME = r"(?:\b|[^\W\d_])\d{1,2}[:.：时]\d{2}"
_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_LABEL = re.compile(r"[ \t*>_]*([^\W\d_][^:：\n*<>@]{0,20}?)[ \t*_]*[:：][ \t*_]*(\S?)")
_WRAPPED = 3
"""Lines over which an attribution may be wrapped."""
_LONGEST = 300
_REACH = 7
"""Lines in which the labels of a header block stand."""
_RULE = r"[\s*_>-]*"
_RULED = r"-{3,}[^\n-]{4,40}-{3,}"
_QUOTE_OF_IT = r"^[ \t]*>[ \t]?"
_QUOTED = r"^[ \t]*(?:>[ \t]?)+"


class Tail:
    """The lines of a mail, and which of them are quoted."""

    def __init__(self, text: str, subject: str = "") -> None:
        self.lines = text.split("\n")
        self.quoted = [False] * len(self.lines)
        self.is_forward = False
        self._mark(quoted(text))
        self._mark_attributions()
        first = next((line for line, is_quoted in zip(self.lines, self.quoted, strict=True) if is_quoted), "")
        self.is_forward = self._forwards(re.sub(_QUOTED, "", first))
        start = self._tail()
        if start is not None:
            self.quoted[start:] = [True] * (len(self.lines) - start)
        self.is_forward = self.is_forward or (self.is_introduced and is_sent_on(subject))

    @property
    def own(self) -> list[str]:
        """The lines that the sender wrote."""
        return [line for line, is_quoted in zip(self.lines, self.quoted, strict=True) if not is_quoted]

    @property
    def below(self) -> list[str]:
        """The others, without `>` and without the labels of the quoted mail."""
        below = [line for line, is_quoted in zip(self.lines, self.quoted, strict=True) if is_quoted]
        bare = [re.sub(_QUOTED, "", line) for line in below]
        return [line for line in bare if not _label(line) and not self._forwards(line)]

    @property
    def forwarded(self) -> str:
        """Who wrote the mail that is forwarded, as its header block names them; "" if none is."""
        head = self._head() if self.is_forward else range(0)
        first = next((at for at in head if self.label(at) == "from"), None)
        return "" if first is None else re.split("[:：]", self.lines[first], maxsplit=1)[1].strip(" \t*_")

    @property
    def is_introduced(self) -> bool:
        """Whether the mail below has a header block, which tells who wrote it."""
        return any(self.label(at) == "from" for at in self._head())

    @property
    def passed_on(self) -> str:
        """The text of the mail that is forwarded, with the marks of what it quotes itself."""
        head = self._head()
        below = [at for at in range(head.stop, len(self.lines)) if self.quoted[at]]
        marked = all(re.match(_QUOTED, self.lines[at]) for at in below if self.lines[at].strip())
        lines = [re.sub(_QUOTE_OF_IT, "", self.lines[at]) if marked else self.lines[at] for at in below]
        return "\n".join(lines).strip("\n")

    def label(self, number: int) -> str:
        """The header of a quoted mail whose label that line begins with (`from`, `to` …), "" if none does."""
        return _label(re.sub(_QUOTED, "", self.lines[number]))

    def _head(self) -> range:
        """The lines of the header block of the first mail below, with the line that introduces it."""
        first = next((at for at, is_quoted in enumerate(self.quoted) if is_quoted), len(self.lines))
        bare = [re.sub(_QUOTED, "", line).strip() for line in self.lines[first : first + _REACH * 2]]
        at = 0
        while at < len(bare) and (not bare[at] or re.fullmatch(_RULE, bare[at]) or self._introduces(bare[at])):
            at += 1
        block = next((end for end in range(at, len(bare)) if not bare[end]), len(bare))
        last = max((number for number in range(at, block) if _label(bare[number])), default=at - 1)
        return range(first, first + last + 1)

    def _introduces(self, line: str) -> bool:
        return not _label(line) and (self._forwards(line) or bool(re.fullmatch(_RULED, line)))

    def _mark(self, spans: list[Range]) -> None:
        at = number = 0
        for start, end in spans:
            while number < len(self.lines) and at < end:
                if at >= start:
                    self.quoted[number] = True
                at += len(self.lines[number]) + 1
                number += 1

    def _mark_attributions(self) -> None:
        """What introduces a `>` quote and no language's pattern knew."""
        for number, is_quoted in enumerate(self.quoted):
            if not is_quoted or not number or self.quoted[number - 1]:
                continue
            last = number - 1
            while last >= 0 and not self.lines[last].strip():
                last -= 1
            first = next((last - back for back in range(_WRAPPED) if self._attributes(last - back, last)), None)
            if first is not None:
                self.quoted[first:number] = [True] * (number - first)

    def _attributes(self, first: int, last: int, *, bare: bool = False) -> bool:
        """Whether these lines introduce a quote; `bare`: the quote is not marked, so that more is asked of them."""
        if first < 0 or any(not line.strip() for line in self.lines[first : last + 1]):
            return False
        text = " ".join(line.strip() for line in self.lines[first : last + 1]).rstrip("* _")
        if not text.endswith((":", "：")) or len(text) > _LONGEST:
            return False
        address, time, year = re.search(_ADDRESS, text), re.search(_TIME, text), re.search(_YEAR, text)
        return bool((address and (time or year)) or (not bare and (address or (time and year))))

    def _tail(self) -> int | None:
        """The first line of a mail below that is not marked line by line."""
        for number, line in enumerate(self.lines):
            if self.quoted[number] or not line.strip():
                continue
            if self._forwards(line):
                self.is_forward = True
                return number
            if self._is_header_block(number) or (
                any(self._attributes(number, number + more, bare=True) for more in range(_WRAPPED))
                and number + 1 < len(self.lines)
            ):
                return self._with_rule(number)
        return None

    def _is_header_block(self, number: int) -> bool:
        first = _label(self.lines[number])
        if first not in {"from", "sent"}:
            return False
        near = [line for line in self.lines[number : number + _REACH * 2] if line.strip()][:_REACH]
        labels = {_label(line) for line in near}
        return "from" in labels and len(labels & {"sent", "to", "subject"}) >= 2  # noqa: PLR2004 - a contact form has one

    def _with_rule(self, number: int) -> int:
        """The rule above belongs to it."""
        above = number - 1
        while above >= 0 and not self.lines[above].strip():
            above -= 1
        return above if above >= 0 and re.fullmatch(_RULE, self.lines[above]) else number

    def _forwards(self, line: str) -> bool:
        bare = line.strip(" \t-*_=>")
        return len(bare) < _LONGEST and bool(mail_words().forwards.fullmatch(bare.rstrip(":： ")))


def is_sent_on(subject: str) -> bool:
    """Whether the subject says that the mail forwards another one."""
    return bool(mail_words().forward_subjects.match(subject.lstrip()))


def _label(line: str) -> str:
    """The header whose label begins the line, "" if none does."""
    match = _LABEL.match(line)
    return mail_words().quote_headers.get(match[1].strip().casefold(), "") if match else ""
