"""A sign of life on the terminal while something takes longer than a second."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.cli.streams import Streams


@contextmanager
def waiting(streams: Streams, what: str) -> Iterator[None]:
    """Show `what` on stderr until it is over; nothing where stderr is no terminal that can move its cursor."""
    if not streams.stderr_is_terminal or os.environ.get("TERM") in {None, "", "dumb"}:
        yield
        return
    from rich.console import Console

    with Console(stderr=True, no_color=not streams.colour()).status(what):
        yield
