"""The report formats of `lint -f`, one file each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.report.protocol import Report, Style

FORMATS: Mapping[str, str] = {
    "pretty": "Pretty",
    "concise": "Concise",
    "json": "Json",
    "jsonl": "Jsonl",
    "github": "Github",
    "sarif": "Sarif",
}
"""By `-f` name, which is also the module name: its `Report`. The first is the default."""


def in_format(name: str, look: Style) -> Report:
    """The report of that format; its module is imported only now, since a run prints one."""
    from importlib import import_module

    made: Report = getattr(import_module(f"{__name__}.{name}"), FORMATS[name])(look)
    return made
