"""From the last answer to the printed, proofread reply: `compose` on a terminal, once a kind of proofreading.

Two stretches are added: from Enter on the last answer to the review, and from Enter there to the end of the program. The
agent takes two seconds for the last answer, in which Harper is built. LanguageTool is measured where its server runs.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import pexpect

from replyctl.grammar import server
from tests.bench.start import ROOT, VALUES

GOALS = {"off": 0, "harper": 100, "languagetool": 300}
"""Milliseconds; 0: none."""
ANSWERING, PAUSE = 2.0, 0.3
"""Seconds: for the last answer, and between a screen and the next key."""
ANSWER = "RX77204518"
"""Not the example of the snippet, with which the program has warmed itself up."""


def measured(engine: str, folder: Path) -> tuple[float, float]:
    """Milliseconds of the two stretches."""
    sets = [word for key, value in VALUES.items() if key != "tracking" for word in ("--set", f"{key}={value}")]
    more = ["--set", "parts.replacement=yes", "--grammar", engine]
    env = {
        "HOME": str(folder),
        "PATH": os.defpath,
        "PYTHONPATH": str(ROOT),
        "REPLYCTL_CACHE_DIR": str(folder / "cache"),
        "REPLYCTL_STATE_DIR": str(server.home().parent),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
    }
    command = ["-m", "replyctl", "compose", "damaged-item", *sets, *more]
    child = pexpect.spawn(sys.executable, command, env=env, dimensions=(40, 80), encoding="utf-8")
    child.delaybeforesend = None
    child.expect_exact("Tracking number")
    time.sleep(ANSWERING)
    child.send(ANSWER)
    child.expect_exact(ANSWER[-1])
    time.sleep(PAUSE)
    begin = time.perf_counter()
    child.send("\r")
    child.expect_exact("q leave")  # among the keys named on the review
    seen = time.perf_counter()
    time.sleep(PAUSE)
    again = time.perf_counter()
    child.send("\r")
    child.expect(pexpect.EOF)
    ended = time.perf_counter()
    child.close()
    return (seen - begin) * 1000, (ended - again) * 1000


def main(arguments: list[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench proofread", description=__doc__)
    parser.add_argument("-n", "--runs", type=int, default=7, help="runs of each (default: 7)")
    options = parser.parse_args(arguments)
    engines = [name for name in GOALS if name != "languagetool" or server.running()]
    with tempfile.TemporaryDirectory() as name:
        for engine in engines:
            measured(engine, Path(name))
        runs = [(engine, measured(engine, Path(name))) for _ in range(options.runs) for engine in engines]
    base = median(sum(spent) for engine, spent in runs if engine == "off")
    print(
        f"{'median of ' + str(options.runs):16}{'to review':>11}{'to end':>9}{'in all':>9}{'over off':>10}  goal (in all)"
    )
    for engine in engines:
        review, end = (median(spent[at] for one, spent in runs if one == engine) for at in (0, 1))
        all_ = median(sum(spent) for one, spent in runs if one == engine)
        goal = f"  ≤ {GOALS[engine]} ms" if GOALS[engine] else ""
        print(f"{engine:16}{review:11.0f}{end:9.0f}{all_:9.0f}{all_ - base:10.0f}{goal}")
    if "languagetool" not in engines:
        print("LanguageTool: no server runs; `replyctl grammar start`")
