"""Reads YAML files that people write: keeps positions and scalars as written, and checks them against a class."""

from replyctl.yamlfile.meant import meant
from replyctl.yamlfile.parse import parse, read
from replyctl.yamlfile.tree import Tree
from replyctl.yamlfile.validate import checked, together, validate

__all__ = ["Tree", "checked", "meant", "parse", "read", "together", "validate"]
