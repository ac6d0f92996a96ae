"""What a run of hostile cases found: how many there were, what broke and on how little, what took longest."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic, process_time
from types import FrameType, TracebackType
from typing import Any, NamedTuple, NoReturn

from tests.fuzz.case import Case
from tests.fuzz.smaller import smallest

SECONDS = 1.0
"""Of processor time that one step may take, so that a busy machine makes no fault."""


class Broken(Exception):
    """A property does not hold."""


class TooSlow(BaseException):
    """A step takes too long. No Exception, so that nothing of the program's own handles it."""


class Fault(NamedTuple):
    """One thing that broke: how often, and the smallest case."""

    count: int
    case: Case


def hold(holds: object, otherwise: str) -> None:
    """Broken if it does not."""
    if not holds:
        raise Broken(otherwise)


def place(traceback: TracebackType | None) -> str:
    """The program's function that was running, or that called what was."""
    found = ""
    while traceback:
        code = traceback.tb_frame.f_code
        if "/replyctl/" in code.co_filename:
            found = f"{code.co_filename.rpartition('/replyctl/')[2]}:{code.co_name}"
        traceback = traceback.tb_next
    return found or "the harness"


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """TooSlow when what is inside takes more processor time than that; a regular expression is interrupted too."""

    def stop(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise TooSlow(f"over {seconds:g} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


class Tally:
    """One run, and what it has seen."""

    def __init__(self, name: str, check: Callable[[Case, Tally], None], seconds: float = SECONDS) -> None:
        self.name, self.seconds = name, seconds
        self._check = check
        self.number = 0
        self.faults: dict[str, Fault] = {}
        self.seen: Counter[str] = Counter()
        """Whatever a kind of case counts: rules that spoke, exit codes."""
        self.slowest: tuple[float, str, int] = (0.0, "nothing", 0)
        self._began = monotonic()

    def run(self, cases: Iterator[Case], count: int) -> None:
        """That many of `cases`."""
        for _, case in zip(range(count), cases, strict=False):
            self.number += 1
            if what := self.broken(case):
                known = self.faults.get(what, Fault(0, case))
                self.faults[what] = Fault(known.count + 1, min(known.case, case, key=lambda one: len(one.text)))

    def broken(self, case: Case) -> str:
        """What the case breaks, "" if nothing; the same words for the same fault."""
        try:
            self._check(case, self)
        except Broken as fault:
            return str(fault)
        except TooSlow as fault:
            return f"{fault} in {place(fault.__traceback__)}"
        except KeyboardInterrupt:
            raise
        except BaseException as fault:  # noqa: BLE001 - a panic of foreign code is no Exception
            return f"traceback: {type(fault).__name__} in {place(fault.__traceback__)}"
        return ""

    @contextmanager
    def step(self, what: str, size: int) -> Iterator[None]:
        """A step that must end in time."""
        began = process_time()
        try:
            with limited(self.seconds):
                yield
        finally:
            self.took(process_time() - began, what, size)

    def took(self, seconds: float, what: str, size: int) -> None:
        """Remember the slowest step."""
        self.slowest = max(self.slowest, (seconds, what, size))

    def shrink(self) -> None:
        """Make the case of each fault small."""
        trial = Tally(self.name, self._check, self.seconds)
        for what, fault in self.faults.items():
            text, how = fault.case

            def breaks(text: str, how: dict[str, Any], what: str = what) -> bool:
                return _kind(trial.broken(Case(text, how))) == _kind(what)

            text = smallest(text, lambda text, how=how: breaks(text, how))
            how = smallest(how, lambda how, text=text: breaks(text, how))
            self.faults[what] = fault._replace(case=Case(text, how))

    def __str__(self) -> str:
        tracebacks = sum(fault.count for what, fault in self.faults.items() if what.startswith("traceback"))
        others = sum(fault.count for fault in self.faults.values()) - tracebacks
        seconds, what, size = self.slowest
        head = (
            f"{self.name}: {self.number:,} run in {monotonic() - self._began:.0f} s, {tracebacks:,} tracebacks, "
            f"{others:,} other faults; slowest {seconds:.2f} s ({what}, {size:,} characters)"
        )
        seen = ", ".join(f"{one} {count:,}" for one, count in self.seen.most_common())
        faults = (f"  {fault.count:,} × {what}\n      {fault.case}" for what, fault in sorted(self.faults.items()))
        return "\n".join((head, *([f"  seen: {seen}"] if seen else []), *faults))


def _kind(what: str) -> str:
    """A fault without where the clock stopped it: that is another place each time."""
    return what.partition(" in ")[0] if what.startswith("over ") else what
