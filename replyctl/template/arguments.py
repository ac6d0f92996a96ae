"""Whether the filters, tests and functions that a template uses exist, and take the arguments that it gives them."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING, Any

from replyctl.errors import did_you_mean
from replyctl.template.filters import FILTERS, METHODS, TESTS, numbers
from replyctl.template.mistake import TemplateMistake

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import nodes

_ELSEWHERE = {
    "capfirst": "capitalize", "count": "length", "date_format": "date", "datetime_format": "date", "downcase": "lower",
    "fallback": "default", "lowercase": "lower", "size": "length", "strip": "trim", "titlecase": "title",
    "upcase": "upper", "uppercase": "upper",
}  # fmt: skip
"""Names of our filters in other systems."""
_FORM = ("m", "f", "n")


def _one_partial(name: str) -> str:
    """The signature of `partial`."""
    return name


FUNCTIONS: dict[str, Callable[..., Any]] = {"partial": _one_partial, "range": numbers}
"""The functions that templates can call, each with one that has its signature."""


def filter_mistake(node: nodes.Filter, at: int) -> TemplateMistake | None:
    """What is wrong with a filter whose name stands at `at`; None if it is right, as in the functions below."""
    if node.name in FILTERS:
        return _unfit(node, node.name, FILTERS[node.name], at, before=1)
    other = _ELSEWHERE.get(node.name, "")
    hint = f"use '{other}'" if other else did_you_mean(node.name, tuple(FILTERS))
    return TemplateMistake(at, f"unknown filter '{node.name}'", hint)


def test_mistake(node: nodes.Test, at: int) -> TemplateMistake | None:
    """What is wrong with a test."""
    if node.name in TESTS:
        return _unfit(node, node.name, TESTS[node.name], at, before=1)
    return TemplateMistake(at, f"unknown test '{node.name}'", did_you_mean(node.name, tuple(TESTS)))


def function_mistake(node: nodes.Call, name: str, at: int) -> TemplateMistake | None:
    """What is wrong with a call of one of FUNCTIONS."""
    return _unfit(node, name, FUNCTIONS[name], at)


def method_mistake(node: nodes.Call, name: str, at: int) -> TemplateMistake | None:
    """What is wrong with a call of a method of a value; unknown ones are attributes that somebody may have given it."""
    if name == "form":
        return _form_mistake(node, at)
    return _unfit(node, name, METHODS[name], at, before=1) if name in METHODS else None


def _form_mistake(node: nodes.Call, at: int) -> TemplateMistake | None:
    given = [word.key for word in node.kwargs]
    lacking = [name for name in _FORM if name not in given]
    strange = [name for name in given if name not in _FORM]
    if not (node.args or lacking or strange):
        return None
    wrong = "without names"
    if strange or given:
        wrong = f"'{strange[0]}' is unknown" if strange else f"{' and '.join(lacking)} missing"
    hint = "write form(m=…, f=…, n=…): masculine, feminine, unknown"
    return TemplateMistake(at, f"'form' takes m=, f= and n=; {wrong}", hint)


def _unfit(
    node: nodes.Call | nodes.Filter | nodes.Test, name: str, function: Callable[..., Any], at: int, *, before: int = 0
) -> TemplateMistake | None:
    """Arguments that `function` does not take; the first `before` of its own come from what it is applied to."""
    try:
        takes = signature(function)
    except ValueError:  # some of Python's own functions have no signature
        return None
    try:
        takes.bind(*[None] * (before + len(node.args)), **{str(word.key): None for word in node.kwargs})
    except TypeError as error:
        named = ", ".join([*takes.parameters][before:])
        return TemplateMistake(at, f"wrong arguments for '{name}': {error}", f"write {name}({named})")
    return None
