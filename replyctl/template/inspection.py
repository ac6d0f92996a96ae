"""Checks a template without rendering it: the names that it uses, and its mistakes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.lexer import describe_token
from jinja2.parser import Parser

from replyctl.template import syntax
from replyctl.template.budget import SOURCE
from replyctl.template.comparisons import Compared
from replyctl.template.environment import environment
from replyctl.template.jinja_errors import advised
from replyctl.template.mistake import TemplateMistake
from replyctl.template.used_names import Use, UsedNames

_BRACES = r"\{[{%]-?(?:\s*if\b)?|-?[%}]\}"


class Inspection(NamedTuple):
    """The names and mistakes of a template."""

    uses: tuple[Use, ...] = ()
    """The outside names that it uses."""
    partials: tuple[Use, ...] = ()
    """The partials that it calls by a literal name."""
    mistakes: tuple[TemplateMistake, ...] = ()
    compared: tuple[Compared, ...] = ()
    is_parsed: bool = True
    """Whether it could be read to its end; if not, nothing is known of what it uses."""


@lru_cache(maxsize=1024)  # one template is looked at for several reasons, and copies of a snippet have the same
def inspected(source: str, *, expression: bool = False) -> Inspection:
    """Inspect the template `source`; with `expression` it is a condition without braces.

    If it cannot be parsed, that is the only mistake.
    """
    if len(source) > SOURCE:
        return Inspection(mistakes=(TemplateMistake(0, f"longer than {SOURCE} characters"),), is_parsed=False)
    names = UsedNames(source)
    try:
        if expression:
            names.read(_condition(source), {})
        else:
            tree = Parser(environment(), source).parse()
            syntax.check(tree)
            names.body(tree.body, {})
    except TemplateSyntaxError as error:
        if expression and (braces := re.search(r"\{[{%]", source)):
            hint = f"write {' '.join(re.sub(_BRACES, ' ', source).split())}"
            return Inspection(
                mistakes=(TemplateMistake(braces.start(), "a condition is written without braces", hint),),
                is_parsed=False,
            )
        return Inspection(
            mistakes=(advised(source, error.message or "", error.lineno - 1, environment().lexer),), is_parsed=False
        )
    except RecursionError:
        return Inspection(mistakes=(TemplateMistake(0, "nested too deeply"),), is_parsed=False)
    return Inspection(tuple(names.uses), tuple(names.partials), tuple(sorted(names.mistakes)), tuple(names.compared))


def _condition(source: str) -> nodes.Expr:
    parser = Parser(environment(), source, state="variable")
    tree = parser.parse_expression()
    if not parser.stream.eos:
        rest = parser.stream.current
        raise TemplateSyntaxError(f"expected token 'end of expression', got {describe_token(rest)!r}", rest.lineno)
    syntax.check(tree)
    return tree
