"""What a template holds names against: values written into it, which a name's value may never be equal to."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_EITHER = frozenset({"eq", "ne", "in", "notin"})
"""Comparisons that ask whether it is one of several values."""


class Compared(NamedTuple):
    """A name that is held against a value, which then should be one of its own."""

    name: str
    """With its attributes."""
    value: str | int | float | bool
    at: int
    """The place of the value's first character, from 0."""
    is_searched: bool = False
    """Whether the value is looked for inside the name's, as in `"a" in letters`."""


def compared(node: nodes.Compare, scope: Mapping[str, str]) -> Iterator[Compared]:
    """The values that the one name in a comparison is held against; `scope` are the template's own names."""
    sides = [node.expr, *(operand.expr for operand in node.ops)]
    names = [name for name in (dotted(side, scope) for side in sides) if name is not None]
    if len(names) != 1 or not names[0] or not all(operand.op in _EITHER for operand in node.ops):
        return
    searched = any(operand.op in {"in", "notin"} and dotted(operand.expr, scope) for operand in node.ops)
    lists = [one.items for one in sides if isinstance(one, nodes.List | nodes.Tuple)]
    for one in (*sides, *chain.from_iterable(lists)):
        if isinstance(one, nodes.Const) and isinstance(one.value, str | int | float):
            yield Compared(names[0], one.value, one.lineno - 1, searched)


def dotted(node: nodes.Node, scope: Mapping[str, str]) -> str | None:
    """The name that a node is, as the snippet has it; "" if the template made it; None if it is something else."""
    if isinstance(node, nodes.Name):
        return scope.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        above = dotted(node.node, scope)
        return f"{above}.{node.attr}" if above else above
    return None
