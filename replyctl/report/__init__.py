"""The problems of a run in the formats that `lint -f` prints: one file a format."""

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
"""By the name that `-f` takes, which is the file's: the `Report` in it. The first is the default."""


def in_format(name: str, look: Style) -> Report:
    """The report of that format; its file is loaded when it is asked for, since a run prints one."""
    from importlib import import_module

    made: Report = getattr(import_module(f"{__name__}.{name}"), FORMATS[name])(look)
    return made
