"""A template in tokens, each with the place where it begins, and no more of them than a reply can need."""

from __future__ import annotations

from ast import literal_eval
from typing import TYPE_CHECKING

from jinja2 import lexer
from jinja2.exceptions import TemplateSyntaxError

from replyctl.template.budget import NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    TokenInfo = tuple[int, str, str]
    """Place (1 is the first character), kind, and the characters themselves."""

TAGS = 500
"""Tags of one template."""
_TOKENS = 250
"""Tokens within one tag."""
_BRACKETS = 12
"""Brackets within brackets."""
_BLOCKS = 12
"""Blocks within blocks; Python itself takes 20 loops."""
_DIGITS = 30

_BEGINS = (lexer.TOKEN_BLOCK_BEGIN, lexer.TOKEN_VARIABLE_BEGIN)
_NUMBERS = (lexer.TOKEN_INTEGER, lexer.TOKEN_FLOAT)
_BLANK = (lexer.TOKEN_WHITESPACE, *_BEGINS)
_OPENS = ("if", "for")


class Lexer(lexer.Lexer):
    """Jinja's, with places where Jinja counts lines: so each node, and each complaint, knows its character.

    The one number that Jinja carries along with every token, node and error (`lineno`) is, here, the place of the
    first character, from 1.
    """

    def tokeniter(
        self, source: str, name: str | None, filename: str | None = None, state: str | None = None
    ) -> Iterator[TokenInfo]:
        """The tokens. TemplateSyntaxError for what is none, and for too much."""
        yield from _bounded(self._placed(source, name, filename, state))

    def _placed(self, source: str, name: str | None, filename: str | None, state: str | None) -> Iterator[TokenInfo]:
        at = 0
        source = lexer.newline_re.sub("\n", source)
        try:
            for _, kind, text in super().tokeniter(source, name, filename, state):
                at = source.index(text, at)  # past the blanks that a `-` strips
                yield at + 1, kind, text
                at += len(text)
        except TemplateSyntaxError as error:
            raise TemplateSyntaxError(error.message or "", at + 1) from None


def unclosed(tokens: Iterable[TokenInfo]) -> list[TokenInfo]:
    """The words of the blocks that are open at the end of `tokens`, the outermost first."""
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
    """The tokens, with the blocks that are open behind each in `blocks`."""
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
    """Whether a number as it is written is one that templates reckon with."""
    digits = text.replace("_", "")
    return len(digits) <= _DIGITS and bool(literal_eval(digits) <= NUMBER)
