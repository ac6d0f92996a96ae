"""Peak memory of `lint` over many drafts from JSONL: it must not grow with their number."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.start import DRAFT, environment

COUNTS = (10_000, 200_000)


def peak(count: int, env: dict[str, str]) -> float:
    """MiB, over that many drafts of which no two are the same, written as they are read."""
    body = DRAFT.partition("\n\n")[2]
    command = [sys.executable, "-m", "replyctl", "lint", "-f", "jsonl", "--stdin-format", "jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=env) as process:
        assert process.stdin
        for number in range(count):
            text = body.replace("HW-659", f"HW-{number}").replace("Levi", f"Levi{chr(97 + number % 26)}")
            process.stdin.write(
                json.dumps({"id": number, "subject": f"Order HW-{number}", "body": text}).encode() + b"\n"
            )
        process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        sys.exit(f"lint failed: exit code {process.returncode}")
    return usage.ru_maxrss / 1024


def main(arguments: list[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench memory", description="Peak memory of lint over JSONL.")
    parser.add_argument("counts", type=int, nargs="*", default=COUNTS, help="numbers of drafts (default: 10000 200000)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        first = 0.0
        for count in options.counts:
            found = peak(count, environment(Path(name)))
            first = first or found
            print(f"{count:>9,} drafts: {found:6.1f} MiB at most, {found / first:.2f} times the first", flush=True)
