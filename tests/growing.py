"""How time grows with the size of what is worked on: the only thing about time that tests assert."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable
from time import thread_time
from typing import TypeVar

Given = TypeVar("Given")
QUICK = 0.005
"""Seconds of the processor below which the larger of two is no sign of anything."""
TRIES = 6
HANGS = 3
"""Seconds of the processor after which nobody waits for the larger of two."""


class Hangs(BaseException):
    """It does not end; no handler of the program's takes it for its own."""


def growth(run: Callable[[Given], object], small: Given, large: Given, most: float, tries: int = TRIES) -> float:
    """How many times as long `large` takes, until that is no more than `most`: in one try, or by the shortest of all.

    0 where it takes no time worth measuring, infinity where it does not end.
    """
    best = longer = shorter = float("inf")
    for _ in range(tries):
        long = _timed(run, large)
        if long < QUICK:
            return 0
        if long == float("inf"):
            return long
        short = _timed(run, small)
        longer, shorter = min(longer, long), min(shorter, short)
        best = min(best, long / short, longer / shorter)
        if best <= most:
            break
    return best


def _timed(run: Callable[[Given], object], given: Given) -> float:
    """Seconds of the processor, without those that collecting garbage takes: they grow with all that other tests left."""
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
    gc.disable()
    start = thread_time()
    try:
        run(given)
        return thread_time() - start
    except Hangs:
        return float("inf")
    finally:
        gc.enable()
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(*_: object) -> None:
    raise Hangs
