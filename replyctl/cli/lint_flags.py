"""What a `lint` command line asks for."""

from __future__ import annotations

from typing import NamedTuple

from replyctl.cli.reply_lint import Level
from replyctl.engine_names import Wanted


class Flags(NamedTuple):
    """What the command line asks for."""

    files: tuple[str, ...]
    context: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_level: Level
    format: str
    stdin_format: str
    fix: bool
    unsafe: bool
    diff: bool
    statistics: bool
    verbose: bool
    grammar: Wanted | None = None
    require_grammar: bool = False
    reply_to: str | None = None
