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
_CALLED: dict[type[nodes.Node], str] = {
    nodes.AssignBlock: "{% set %} without =", nodes.CallBlock: "{% call %}", nodes.Dict: "{…: …}",
    nodes.FilterBlock: "{% filter %}", nodes.FromImport: "{% from %}", nodes.NSRef: "{% set %} of a name with a dot",
    nodes.Pow: "**", nodes.ScopedEvalContextModifier: "{% autoescape %}",
}  # fmt: skip
"""How people write what is forbidden, where it is not what Jinja calls it."""
_RESERVED = ("self", "super", "caller", "varargs", "kwargs")
_DEEPEST = 60
"""Nodes within nodes: what the recursive compiler takes without strain."""
_BRANCHES = 100
"""Branches of one `if`, which Python nests."""


def counted(tree: nodes.Template, environment: Environment) -> nodes.Template:
    """The tree with its counting put in. TemplateSyntaxError, with the place, for what a template may not say."""
    check(tree)
    _Counting().generic_visit(tree)
    tree.set_environment(environment)
    return tree


def check(node: nodes.Node, depth: int = 0) -> None:
    """Raise TemplateSyntaxError, with the place, for what a template may not say."""
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
    """What is wrong with a name, whatever it stands for."""
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
    """What is wrong with a construct that decides only at run time how often, or with what, it runs."""
    if isinstance(node, nodes.Call | nodes.Filter | nodes.Test) and (node.dyn_args or node.dyn_kwargs):
        return "'*' and '**' arguments are not allowed in templates"
    return "a recursive loop is not allowed in templates" if isinstance(node, nodes.For) and node.recursive else ""


class _Counting(NodeTransformer):
    """What Jinja does without a filter is done through one of `filters.INNER`.

    Loops step, text is put together, lists stay flat, forms know their literals, and what is compared or cut is counted.
    An `if` without `else` prints nothing where it does not hold.
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
