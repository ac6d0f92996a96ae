"""`python -m tests.fuzz [drafts|values|files|mails|answers|kills …]`: hostile input without end; what breaks is printed as it can be run again.

`--case JSON` runs one that was printed; `--endless` goes on with the next seed until Ctrl-C.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import warnings
from itertools import count
from random import Random

os.environ["REPLYCTL_CACHE_DIR"] = tempfile.mkdtemp(prefix="replyctl-fuzz-cache-")
os.environ["REPLYCTL_GRAMMAR_ENGINE"] = "off"

from tests.fuzz import answers, drafts, files, incoming, kills, values
from tests.fuzz.case import Case
from tests.fuzz.tally import SECONDS, Tally

warnings.simplefilter("error")  # as in the tests: a warning on stderr is nothing for an agent
KINDS = {
    "drafts": (drafts, 10_000),
    "values": (values, 2_000),
    "files": (files, 2_000),
    "mails": (incoming, 5_000),
    "answers": (answers, 2_000),
    "kills": (kills, 200),
}
"""Each with how many cases make a run."""


def main() -> int:
    """Run, print, and tell by the exit code whether anything broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Hostile input, by the thousand.")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"{', '.join(KINDS)} (default: all)")
    parser.add_argument("--count", type=int, metavar="N", help="cases of each kind")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="what every choice comes from (default: 1)")
    parser.add_argument(
        "--seconds", type=float, default=SECONDS, metavar="S", help="of the processor, a step of a draft (default: 1)"
    )
    parser.add_argument("--endless", action="store_true", help="go on with the next seed until Ctrl-C")
    parser.add_argument("--case", metavar="JSON", help="run one case of the kind, as it was printed")
    options = parser.parse_args()
    kinds = options.kinds or list(KINDS)
    if wrong := set(kinds) - set(KINDS):
        parser.error(f"no kind {', '.join(sorted(wrong))}: {', '.join(KINDS)}")
    if options.case:
        return one(kinds[0], Case.read(json.loads(options.case)))
    rounds = count(options.seed) if options.endless else range(options.seed, options.seed + 1)
    return max(run(kind, options.count, seed, options.seconds) for seed in rounds for kind in kinds)


def run(kind: str, number: int | None, seed: int, seconds: float) -> int:
    """One run of one kind."""
    module, usual = KINDS[kind]
    tally = Tally(f"{kind} (seed {seed})", module.check, seconds)
    try:
        random = Random(seed)  # noqa: S311 - to be had again
        tally.run(module.cases(random), usual if number is None else number)
        tally.shrink()
    finally:
        print(tally, flush=True)
    return int(bool(tally.faults))


def one(kind: str, case: Case) -> int:
    """One case, with the traceback if there is one."""
    tally = Tally(kind, KINDS[kind][0].check)
    KINDS[kind][0].check(case, tally)
    print(tally)
    return 0


sys.exit(main())
