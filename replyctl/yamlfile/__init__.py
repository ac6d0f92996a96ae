"""YAML files that people write: read with every position kept, every scalar as written, and checked against a class."""

from replyctl.yamlfile.parse import parse, read
from replyctl.yamlfile.tree import Tree
from replyctl.yamlfile.validate import checked, together, validate

__all__ = ["Tree", "checked", "parse", "read", "together", "validate"]
