"""A template as tokens, each with its position, and limits on their number."""

from __future__ import annotations

from ast import literal_eval
from typing import TYPE_CHECKING

from jinja2 import lexer
from jinja2.exceptions import TemplateSyntaxError

from replyctl.template.budget import NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    TokenInfo = tuple[int, str, str]
    """Position (from 1), kind and text."""

TAGS = 500
"""Most tags in one template."""
_TOKENS = 250
"""Most tokens in one tag."""
_BRACKETS = 12
"""Deepest nesting of brackets."""
_BLOCKS = 12
"""Deepest nesting of blocks; Python allows 20 loops."""
_DIGITS = 30

_BEGINS = (lexer.TOKEN_BLOCK_BEGIN, lexer.TOKEN_VARIABLE_BEGIN)
_NUMBERS = (lexer.TOKEN_INTEGER, lexer.TOKEN_FLOAT)
_BLANK = (lexer.TOKEN_WHITESPACE, *_BEGINS)
_OPENS = ("if", "for")


class Lexer(lexer.Lexer):
    """Jinja's lexer with character positions instead of line numbers.

    `lineno` of every token, node and error is the position of its first character, from 1.
    """

    def tokeniter(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> Iterator[TokenInfo]:
        """The tokens. TemplateSyntaxError for invalid or too many tokens."""
        yield from _bounded(self._placed(source, name, filename, state))

    def _placed(self, source: str, name: str | None, filename: str | None, state: str | None) -> Iterator[TokenInfo]:
        at = 0
        source = lexer.newline_re.sub("\n", source)
        try:
            for _, kind, text in super().tokeniter(source, name, filename, state):
                at = source.index(text, at)  # skips blanks stripped by a `-`
                yield at + 1, kind, text
                at += len(text)
        except TemplateSyntaxError as error:
            raise TemplateSyntaxError(error.message or "", at + 1) from None


def unclosed(tokens: Iterable[TokenInfo]) -> list[TokenInfo]:
    """The names of the blocks open at the end of `tokens`, the outermost first."""
    blocks: list[TokenInfo] = []
    for _ in _followed(tokens, blocks):
        pass
    return blocks


def _bounded(tokens: Iterable[TokenInfo]) -> Iterator[TokenInfo]:
    tags = within = brackets = 0
    blocks: list[TokenInfo] = []
    for token in _followed(tokens, blocks):
        at, kind, text = token
        if kind in _BEGINS:
            tags, within, brackets = tags + 1, 0, 0
        within += 1
        if kind == lexer.TOKEN_OPERATOR:
            brackets += (text in "([{") - (text in ")]}")
        if problem := _problem(tags, within, brackets, len(blocks)):
            raise TemplateSyntaxError(problem, at)
        if kind in _NUMBERS and not _reckonable(text):
            raise TemplateSyntaxError("a number is too large", at)
        yield token


def _problem(tags: int, within: int, brackets: int, blocks: int) -> str:
    if tags > TAGS:
        return f"more than {TAGS} tags in one text"
    if within > _TOKENS:
        return "a tag is too long"
    return "nested too deeply" if brackets > _BRACKETS or blocks > _BLOCKS else ""


def _followed(tokens: Iterable[TokenInfo], blocks: list[TokenInfo]) -> Iterator[TokenInfo]:
    """The tokens; keeps the blocks open after each token in `blocks`."""
    before = ""
    for token in tokens:
        _, kind, text = token
        if before == lexer.TOKEN_BLOCK_BEGIN and kind == lexer.TOKEN_NAME:
            if text in _OPENS:
                blocks.append(token)
            elif text in {f"end{word}" for word in _OPENS} and blocks:
                blocks.pop()
        if kind != lexer.TOKEN_WHITESPACE:
            before = kind
        yield token


def _reckonable(text: str) -> bool:
    """Whether a number literal is small enough for templates."""
    digits = text.replace("_", "")
    return len(digits) <= _DIGITS and bool(literal_eval(digits) <= NUMBER)
