"""What a template may say: checked on its syntax tree, and each construct that costs something counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

if TYPE_CHECKING:
    from jinja2 import Environment

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.If, nodes.For, nodes.Assign,
    nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Add, nodes.Sub, nodes.Mul,
    nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos, nodes.Concat, nodes.Call, nodes.Keyword, nodes.Getattr,
    nodes.Getitem, nodes.Slice, nodes.Filter, nodes.Test, nodes.List, nodes.Tuple,
)  # fmt: skip
_RESERVED = ("self", "super", "caller", "varargs", "kwargs")
_DEEPEST = 60
"""Nodes within nodes: what the recursive compiler takes without strain."""


def checked(tree: nodes.Template, environment: Environment) -> nodes.Template:
    """The tree with its counting put in. TemplateSyntaxError, with the line, for what a template may not say."""
    _check(tree, 0)
    _Counting().generic_visit(tree)
    tree.set_environment(environment)
    return tree


def _check(node: nodes.Node, depth: int) -> None:
    if problem := _problem(node, depth):
        raise TemplateSyntaxError(problem, node.lineno)
    for child in node.iter_child_nodes():
        _check(child, depth + 1)


def _problem(node: nodes.Node, depth: int) -> str:
    if depth > _DEEPEST:
        return "nested too deeply"
    if type(node) not in _ALLOWED:
        return f"'{type(node).__name__.lower()}' is not for templates"
    if isinstance(node, nodes.Name) and (node.name.startswith("_") or node.name in _RESERVED):
        return f"the name '{node.name}' is not for templates"
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return f"the attribute '{node.attr}' is not for templates"
    if isinstance(node, nodes.Call | nodes.Filter | nodes.Test) and (node.dyn_args or node.dyn_kwargs):
        return "'*' and '**' arguments are not for templates"
    return "a loop may not call itself" if isinstance(node, nodes.For) and node.recursive else ""


class _Counting(NodeTransformer):
    """Loops step through `_steps`, text is put together by `_concat`, lists stay flat, forms know their literals."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja's naming
        self.generic_visit(node)
        node.iter = _through("_steps", node.iter)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - as above
        self.generic_visit(node)
        return _through("_concat", nodes.List(node.nodes, lineno=node.lineno))

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802 - as above
        self.generic_visit(node)
        return _through("_flat", node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802 - as above
        self.generic_visit(node)
        return _through("_flat", node) if node.ctx == "load" else node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - as above
        self.generic_visit(node)
        literal = not node.args and all(isinstance(word.value, nodes.Const) for word in node.kwargs)
        form = isinstance(node.node, nodes.Getattr) and node.node.attr == "form"
        return _through("_given", node) if form and not literal else node


def _through(name: str, node: Any) -> nodes.Filter:  # noqa: ANN401 - Jinja's nodes are untyped in their fields
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
