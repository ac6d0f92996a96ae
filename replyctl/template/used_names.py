"""The names that a template uses, with their places, from its syntax tree.

Names that the template defines (`set`, `for`) are in scope where they may have a value: after the tag, in every branch
that may have run before; loop variables only inside the loop.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from jinja2 import nodes

from replyctl.errors import did_you_mean
from replyctl.template import arguments
from replyctl.template.comparisons import Compared, compared
from replyctl.template.environment import LOOP
from replyctl.template.mistake import TemplateMistake

if TYPE_CHECKING:
    from collections.abc import Iterable

Way = Literal["", "printed", "called", "guarded", "kept"]
"""How a name is used: guarded if it may have no value (`is defined`, `default`), kept in `set`."""
Scope = dict[str, str]
"""The template's own names, each with the name that it is an alias of, or ""."""


class Use(NamedTuple):
    """The use of a name from outside the template."""

    name: str
    """With attributes: `order`, `parts.gift`; begins with a dot if the object is unknown."""
    at: int
    """The position of its first character, from 0."""
    way: Way = ""


class UsedNames:
    """Reads one tree; `uses`, `partials`, `compared` and `mistakes` are what it finds."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.uses: list[Use] = []
        self.partials: list[Use] = []
        """Those named in so many words."""
        self.compared: list[Compared] = []
        self.mistakes: list[TemplateMistake] = []

    def _note(self, mistake: TemplateMistake | None) -> None:
        if mistake:
            self.mistakes.append(mistake)

    def body(self, statements: Iterable[nodes.Node], scope: Scope) -> Scope:
        """Read statements. Returns the scope after them."""
        scope = dict(scope)
        for node in statements:
            if isinstance(node, nodes.If):
                self._if(node, scope)
            elif isinstance(node, nodes.For):
                self._for(node, scope)
            elif isinstance(node, nodes.Assign):
                self._assign(node, scope)
            else:
                for child in node.iter_child_nodes():
                    self.read(child, scope, "printed")
        return scope

    def read(self, node: nodes.Node, scope: Scope, way: Way = "") -> None:
        """Read an expression."""
        if isinstance(node, nodes.Name):
            if node.name not in scope:
                self.uses.append(Use(node.name, _at(node), way))
        elif isinstance(node, nodes.Getattr | nodes.Getitem):
            self._chain(node, scope, way)
        elif isinstance(node, nodes.Call):
            self._call(node, scope)
        elif isinstance(node, nodes.Filter):
            self._note(arguments.filter_mistake(node, _at(node)))
            self._below(node, scope, "guarded" if node.name == "default" else "printed")
        elif isinstance(node, nodes.Test):
            name = re.compile(r"is\s+(?:not\s+)?").match(self.source, _at(node))
            self._note(arguments.test_mistake(node, name.end() if name else _at(node)))
            self._below(node, scope, "guarded" if node.name in {"defined", "undefined"} else "")
        else:
            if isinstance(node, nodes.Compare):
                self.compared += compared(node, scope)
            self._below(node, scope, "")

    def _below(self, node: nodes.Node, scope: Scope, way: Way) -> None:
        """Read the pieces of an expression; `way` applies to the first."""
        for child in node.iter_child_nodes():
            self.read(child, scope, way)
            way = ""

    def _if(self, node: nodes.If, scope: Scope) -> None:
        ends = []
        for branch in (node, *node.elif_):
            self.read(branch.test, scope)
            ends.append(self.body(branch.body, scope))
        ends.append(self.body(node.else_, scope))
        for end in ends:
            for name, stands in end.items():
                scope[name] = stands if all(one.get(name, stands) == stands for one in ends) else ""

    def _for(self, node: nodes.For, scope: Scope) -> None:
        self.read(node.iter, scope)
        own = {**scope, **_targets(node.target)}
        if node.test:
            self.read(node.test, own)
        self.body(node.body, {**own, "loop": ""})
        self.body(node.else_, scope)

    def _assign(self, node: nodes.Assign, scope: Scope) -> None:
        value = node.node
        self.read(value, scope, "kept")
        scope |= _targets(node.target)
        if isinstance(node.target, nodes.Name) and isinstance(value, nodes.Name):
            scope[node.target.name] = scope.get(value.name, value.name) if value.name != node.target.name else ""

    def _chain(self, node: nodes.Getattr | nodes.Getitem, scope: Scope, way: Way) -> None:
        """Read a chain of attributes: dots, or words in square brackets."""
        steps: list[str] = []
        below: nodes.Node = node
        at = _at(node)
        while isinstance(below, nodes.Getattr | nodes.Getitem) and (step := _word(below)):
            steps.insert(0, step)
            at, below = _at(below), below.node
        if isinstance(below, nodes.Name) and below.name == "loop" and "loop" in scope:
            if steps and steps[0] not in LOOP:
                hint = did_you_mean(steps[0], LOOP)
                self.mistakes.append(TemplateMistake(_at(below), f"'loop.{steps[0]}' does not exist", hint))
            return
        if isinstance(below, nodes.Name):
            at = _at(below)
            steps.insert(0, scope.get(below.name, below.name))
        elif steps:
            self.read(below, scope)
            steps.insert(0, "")
        else:
            self._below(below, scope, "")
        if steps:
            self.uses.append(Use(".".join(steps), at, way))

    def _call(self, node: nodes.Call, scope: Scope) -> None:
        called = node.node
        if isinstance(called, nodes.Name) and called.name in arguments.FUNCTIONS and called.name not in scope:
            self._note(arguments.function_mistake(node, called.name, _at(called)))
            self.partials += _partials(node) if called.name == "partial" else ()
        else:
            self.read(called, scope, "called")
            if isinstance(called, nodes.Getattr):
                self._note(arguments.method_mistake(node, called.attr, _at(called) + 1))
        for argument in (*node.args, *node.kwargs):
            self.read(argument, scope)


def _at(node: nodes.Node) -> int:
    return node.lineno - 1


def _word(node: nodes.Getattr | nodes.Getitem) -> str:
    """The attribute name of a step, "" if it is not a word."""
    if isinstance(node, nodes.Getattr):
        return node.attr
    return node.arg.value if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str) else ""


def _targets(target: nodes.Node) -> Scope:
    return {name.name: "" for name in (target, *target.find_all(nodes.Name)) if isinstance(name, nodes.Name)}


def _partials(node: nodes.Call) -> list[Use]:
    """The literal partial names in a call: one, or several with an `if` between them."""
    named = [node.args[0]] if node.args else []
    found: list[Use] = []
    while named:
        one = named.pop()
        if isinstance(one, nodes.CondExpr):
            named += [branch for branch in (one.expr1, one.expr2) if branch]
        elif isinstance(one, nodes.Const) and isinstance(one.value, str):
            found.append(Use(one.value, _at(one)))
    return found
