"""Jinja's error messages, reworded for template authors, with a suggestion."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from replyctl.template.lexing import unclosed
from replyctl.template.mistake import TemplateMistake

if TYPE_CHECKING:
    from replyctl.template.lexing import Lexer

_TAGS = ("if", "elif", "else", "endif", "for", "endfor", "set", "raw", "endraw")
_ENDS = {"if": "endif", "for": "endfor"}
_CLOSES = {"{{": "}}", "{%": "%}"}
_SHARING = r"\{% (?:include|import|from|extends|macro|call|block)"
_PASSAGE = "to share a passage, use a partial: {{ partial('name') }}"
_MEANT_TAGS = {
    "assign": "set", "capture": "set", "case": "if", "each": "for", "elsif": "elif", "elseif": "elif", "elsewhen": "elif",
    "endcase": "endif", "endeach": "endfor", "endforeach": "endfor", "endunless": "endif", "fi": "endif",
    "foreach": "for", "let": "set", "switch": "if", "unless": "if not …", "when": "elif",
}  # fmt: skip
"""Tags of other template languages."""
_MEANT_SIGNS = {
    "===": "==", "!==": "!=", "&&": "and", "||": "or, or default(…) for what may be missing", "<>": "!=", "=": "==",
    "!": "not", "&": "and", "?": "… if … else …", ":": "brackets, as in default(…)",
    **dict.fromkeys("“”„«»‟", 'straight quotation marks: "'), **dict.fromkeys("‘’‚‹›", "straight quotation marks: '"),
}  # fmt: skip
"""Operators of other languages, the longest first."""
_COMPARED = ("==", "!=")
_CALLED = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "end of expression": "the end of the expression",
    "begin of print statement": "{{",
    "begin of statement block": "{%",
    "end of template": "the end of the text",
    "name": "a name",
}


def advised(source: str, message: str, at: int, lexer: Lexer) -> TemplateMistake:
    """The mistake behind Jinja's `message` about the character at `at` of `source`."""
    if found := re.match(r"Encountered unknown tag '(.*?)'\.", message):
        return _unknown_tag(source, found[1], at, lexer)
    if message.startswith(("Missing end", "Unexpected end of template")):
        return _open(source, message, at, lexer)
    if message == "tag name expected":
        return TemplateMistake(at, "a tag must begin with a word", f"one of: {', '.join(_TAGS)}")
    if re.match(r"(?i)(?:un)?expected ", message):
        return _cut_off(source, at) or _sign(source, at) or _expected(source, message, at)
    return TemplateMistake(at, message, _PASSAGE if re.match(_SHARING, message) else "")


def _never_closed(at: int, opening: str, closing: str) -> TemplateMistake:
    return TemplateMistake(at, f"this {opening} is never closed", f"close it with {closing}")


def _cut_off(source: str, at: int) -> TemplateMistake | None:
    """A tag that is cut off by another tag or the end of the text."""
    start = max(source.rfind("{{", 0, at + 1), source.rfind("{%", 0, at + 1))
    if start < 0:
        return None
    opening = source[start : start + 2]
    close = source.find(_CLOSES[opening], start + 2)
    others = [found for one in ("{{", "{%") if (found := source.find(one, start + 2)) >= 0]
    if close < 0 or min(others, default=close) < close:
        return _never_closed(start, opening, _CLOSES[opening])
    return None


def _unknown_tag(source: str, word: str, at: int, lexer: Lexer) -> TemplateMistake:
    before = [token for token in lexer.tokeniter(source[: at - 1], None) if token[0] <= at]
    block = next((text for _, _, text in reversed(unclosed(before))), "")
    if word in _TAGS:
        inner = f"{{% {block} %}} is open" if block else "no tag is open"
        return TemplateMistake(
            at, f"{{% {word} %}} does not fit here: {inner}", f"close it with {{% {_ENDS[block]} %}}" if block else ""
        )
    meant = _ENDS.get(block) if word == "end" else _MEANT_TAGS.get(word)
    meant = meant or next(iter(get_close_matches(word, _TAGS, 1)), "")
    hint = f"did you mean '{meant}'?" if meant else f"to print a value, write {{{{ {word} }}}}"
    return TemplateMistake(at, f"unknown tag '{word}'", hint)


def _open(source: str, message: str, at: int, lexer: Lexer) -> TemplateMistake:
    """The tag that is still open at the end of the text."""
    if message.startswith("Missing end of comment"):
        return _never_closed(source.rfind("{#", 0, at + 1), "{#", "#}")
    if message.startswith("Missing end of raw"):
        return _never_closed(source.rfind("{%", 0, at), "{% raw %}", "{% endraw %}")
    at, _, word = unclosed(lexer.tokeniter(source, None))[-1]
    return _never_closed(source.rfind("{%", 0, at), f"{{% {word} %}}", f"{{% {_ENDS[word]} %}}")


def _sign(source: str, at: int) -> TemplateMistake | None:
    for sign, meant in _MEANT_SIGNS.items():
        for start in range(max(0, at - len(sign) + 1), at + 1):
            compared = len(sign) == 1 and source[start : start + 2] in _COMPARED
            if source.startswith(sign, start) and not compared:
                return TemplateMistake(start, f"'{sign}' is not allowed in templates", f"write {meant}")
    return None


def _expected(source: str, message: str, at: int) -> TemplateMistake:
    if re.match(r"else\s+if\b", source[max(0, source.rfind("{%", 0, at) + 2) :].lstrip("- ")):
        return TemplateMistake(at, "'else if' is not allowed in templates", "write elif")
    if found := re.match(r"expected token '([^']*+)', got '(.*)'", message):
        wanted, got = (_CALLED.get(one, f"'{one}'") for one in found.groups())
        return TemplateMistake(at, f"{got} is not expected here", f"{wanted} should come here")
    if found := re.search(r"(?:Expected an expression, got|unexpected) '(end of .*)'", message):
        return TemplateMistake(
            at, f"a value is missing before {_CALLED.get(found[1], found[1])}", "name one, as in {{ order }}"
        )
    if message.startswith("unexpected char"):
        char = source[at : at + 1]
        if char in {"'", '"'}:
            return _never_closed(at, "quotation mark", char)
        return TemplateMistake(at, f"'{char}' has no meaning here", f'to print it as it is, put it in quotes: "{char}"')
    return TemplateMistake(at, message)
