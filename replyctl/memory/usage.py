"""How often, and when last, this agent used a snippet: its name, a count and a time, nothing of any reply."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from replyctl import ownership, paths
from replyctl.errors import OutputError
from replyctl.files import removed, write_atomic

_FILE = "usage.json"
MOST = 2000
"""Names kept: those used last."""
_HALF_LIFE = 14 * 86400
"""Seconds after which a use counts half."""


@dataclass(frozen=True, slots=True)
class Usage:
    """The uses of all snippets, by name."""

    uses: Mapping[str, tuple[int, int]]
    """Count, and the time of the last use in seconds since 1970."""

    def weight(self, name: str, now: float) -> float:
        """How much the agent uses a snippet: often and lately is more, never is 0."""
        count, last = self.uses.get(name, (0, 0))
        return count * math.exp2(-max(now - last, 0) / _HALF_LIFE)


def load() -> Usage:
    """What was kept; nothing where there is no file, or it cannot be used."""
    with suppress(OSError, ValueError, TypeError, AttributeError, RecursionError):
        found = json.loads(ownership.kept(paths.state(_FILE)))
        return Usage({str(name): (int(count), int(last)) for name, (count, last) in found.items()})
    return Usage({})


def forget() -> bool:
    """Remove all uses. Returns whether there were any. OutputError if they cannot be removed."""
    return removed(paths.state(_FILE))


def count(names: Iterable[str]) -> None:
    """Count a use of each of `names`, now. A failed write is ignored: it would only cost a tie."""
    uses = dict(load().uses)
    for name in names:
        uses[name] = (uses.get(name, (0, 0))[0] + 1, int(time.time()))
    latest = sorted(uses.items(), key=lambda one: one[1][1], reverse=True)[:MOST]
    with suppress(OSError, OutputError):
        write_atomic(paths.private(paths.state()) / _FILE, json.dumps(dict(latest)).encode(), 0o600)
