"""What a template names: variables, partials, filters and tests. Read off its syntax tree; nothing is rendered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl.template import parse

if TYPE_CHECKING:
    from collections.abc import Iterator


class Use(NamedTuple):
    """A word in a template that stands for something elsewhere."""

    name: str
    """As it is written, a namespace's with its attribute: `order`, `parts.gift`."""
    line: int
    """1-based, in the template."""


class Template(NamedTuple):
    """What one template needs."""

    variables: tuple[Use, ...]
    """Without those that it sets itself and those of the program."""
    partials: tuple[str, ...]
    """Those named in so many words."""
    any_partial: bool
    """Whether it also names one by a variable, so that what it needs is not known."""
    unknown: tuple[Use, ...]
    """Filters and tests that do not exist."""
    filters: tuple[str, ...]
    """Those that do."""


def variables(source: str) -> Template:
    """What the template `source` needs. TemplateError, with the line in its cause, if it is no template."""
    tree: Any = parse(source)
    nodes = list(_walk(tree))
    environment = tree.environment
    own = {node.name for node in nodes if _is(node, "Name") and node.ctx != "load"} | {"loop", *environment.globals}
    calls = [node for node in nodes if _is(node, "Call") and getattr(node.node, "name", "") == "partial"]
    partials = [_constant(node.args[0]) if node.args else None for node in calls]
    return Template(
        tuple(use for use in _uses(nodes) if use.name.partition(".")[0] not in own),
        tuple(dict.fromkeys(name for name in partials if name)),
        None in partials,
        tuple(
            Use(node.name, node.lineno)
            for kind, known in (("Filter", environment.filters), ("Test", environment.tests))
            for node in nodes
            if _is(node, kind) and node.name not in known
        ),
        tuple(sorted(name for name in environment.filters if not name.startswith("_"))),
    )


def _uses(nodes: list[Any]) -> Iterator[Use]:
    within = set()
    for node in nodes:  # a node comes before the nodes in it
        if _is(node, "Getattr") or _is(node, "Getitem"):
            attribute = node.attr if _is(node, "Getattr") else _constant(node.arg)
            if _is(node.node, "Name") and attribute:
                within.add(id(node.node))
                yield Use(f"{node.node.name}.{attribute}", node.lineno)
        elif _is(node, "Name") and node.ctx == "load" and id(node) not in within:
            yield Use(node.name, node.lineno)


def _walk(node: Any) -> Iterator[Any]:  # noqa: ANN401 - Jinja's nodes; only template.py and grammar.py know the classes
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _is(node: Any, kind: str) -> bool:  # noqa: ANN401 - as above
    return type(node).__name__ == kind


def _constant(node: Any) -> str | None:  # noqa: ANN401 - as above
    return node.value if _is(node, "Const") and isinstance(node.value, str) else None
