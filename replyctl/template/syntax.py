"""Checks that a template uses only allowed syntax, and adds counting to its syntax tree."""

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
_CALLED: dict[type[nodes.Node], str] = {
    nodes.AssignBlock: "{% set %} without =", nodes.CallBlock: "{% call %}", nodes.Dict: "{…: …}",
    nodes.FilterBlock: "{% filter %}", nodes.FromImport: "{% from %}", nodes.NSRef: "{% set %} of a name with a dot",
    nodes.Pow: "**", nodes.ScopedEvalContextModifier: "{% autoescape %}",
}  # fmt: skip
"""How authors write forbidden constructs, if Jinja's name differs."""
_RESERVED = ("self", "super", "caller", "varargs", "kwargs")
_DEEPEST = 60
"""Deepest nesting of nodes, safe for the recursive compiler."""
_BRANCHES = 100
"""Most branches of one `if`; Python nests them."""


def counted(tree: nodes.Template, environment: Environment) -> nodes.Template:
    """The tree with counting added. TemplateSyntaxError, with the place, for forbidden syntax."""
    check(tree)
    _Counting().generic_visit(tree)
    tree.set_environment(environment)
    return tree


def check(node: nodes.Node, depth: int = 0) -> None:
    """Raise TemplateSyntaxError, with the place, for forbidden syntax."""
    if problem := _problem(node, depth):
        raise TemplateSyntaxError(problem, node.lineno)
    for child in node.iter_child_nodes():
        check(child, depth + 1)


def _problem(node: nodes.Node, depth: int) -> str:
    if depth > _DEEPEST:
        return "nested too deeply"
    if type(node) not in _ALLOWED:
        called = _CALLED.get(type(node)) or f"{{% {type(node).__name__.lower()} %}}"
        return f"{called} is not allowed in templates"
    if isinstance(node, nodes.If) and len(node.elif_) > _BRANCHES:
        return f"an {{% if %}} of more than {_BRANCHES} branches"
    return _reserved(node) or _dynamic(node)


def _reserved(node: nodes.Node) -> str:
    """Why a name is forbidden, or ""."""
    if isinstance(node, nodes.Filter) and node.name.startswith("_"):
        return f"unknown filter '{node.name}'"
    if isinstance(node, nodes.Name) and node.name == "loop" and node.ctx == "store":
        return "'loop' is a reserved name"
    if isinstance(node, nodes.Name) and (node.name.startswith("_") or node.name in _RESERVED):
        return f"the name '{node.name}' is not allowed in templates"
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return f"the attribute '{node.attr}' is not allowed in templates"
    return ""


def _dynamic(node: nodes.Node) -> str:
    """Why a construct with arguments or loops known only at run time is forbidden, or ""."""
    if isinstance(node, nodes.Call | nodes.Filter | nodes.Test) and (node.dyn_args or node.dyn_kwargs):
        return "'*' and '**' arguments are not allowed in templates"
    return "a recursive loop is not allowed in templates" if isinstance(node, nodes.For) and node.recursive else ""


class _Counting(NodeTransformer):
    """Routes operations that need no filter in Jinja through `filters.INNER`, so that they are counted.

    Lists must stay flat, and literals given to `form` are marked as library text. An `if` expression without `else`
    prints nothing if false.
    """

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

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node:  # noqa: N802 - as above
        self.generic_visit(node)
        node.expr2 = node.expr2 or nodes.Const("", lineno=node.lineno)
        return node

    def visit_Operand(self, node: nodes.Operand) -> nodes.Node:  # noqa: N802 - as above
        self.generic_visit(node)
        node.expr = _through("_looked_at", node.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802 - as above
        self.generic_visit(node)
        return _through("_made", node) if isinstance(node.arg, nodes.Slice) else node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - as above
        self.generic_visit(node)
        literal = not node.args and all(isinstance(word.value, nodes.Const) for word in node.kwargs)
        form = isinstance(node.node, nodes.Getattr) and node.node.attr == "form"
        return _through("_given", node) if form and not literal else node


def _through(name: str, node: Any) -> nodes.Filter:  # noqa: ANN401 - Jinja's nodes are untyped in their fields
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
