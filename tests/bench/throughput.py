"""Throughput on one core: 2,000 support replies through `lint` with all rules, and through other prose linters.

Whole processes that take turns on the same text, pinned to one core; ratios, since machines differ. A linter that is not
installed is named and left out.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.start import BIN, environment
from tests.quality.real import folder as real_text

INSTALL = {
    "proselint": "pip install -e '.[bench]'",
    "write-good": "npm install -g write-good",
    "vale": "go install github.com/vale-cli/vale/v3/cmd/vale@v3.22.0",
}
GOAL = 2
"""At least so many times proselint."""


@dataclass(slots=True)
class Linter:
    """A program over the same replies; `alerts` counts what it prints."""

    name: str
    command: list[str]
    alerts: Callable[[str], int]
    stdin: Path | None = None
    seconds: list[float] = field(default_factory=list)
    found: int = 0

    def run(self, env: dict[str, str]) -> None:
        """Once, timed."""
        with tempfile.TemporaryFile() as out, (self.stdin or Path(os.devnull)).open("rb") as given:
            begin = perf_counter()
            done = subprocess.run(self.command, stdin=given, stdout=out, stderr=subprocess.PIPE, env=env, check=False)
            self.seconds.append(perf_counter() - begin)
            out.seek(0)
            printed = out.read().decode()
        if not printed:
            sys.exit(f"{self.name} printed nothing (exit code {done.returncode}): {done.stderr.decode()[:500]}")
        self.found = self.alerts(printed)


def linters(data: Path, work: Path) -> tuple[list[Linter], int]:
    """The programs that are installed, and how many replies they get; their texts are put into `work`."""
    replies = [
        json.loads(line)["response"] for line in (data / "bitext/replies.en.jsonl").read_text("utf-8").splitlines()
    ]
    drafts, texts = work / "drafts.jsonl", work / "texts"
    drafts.write_text("".join(json.dumps({"id": n, "body": text}) + "\n" for n, text in enumerate(replies)), "utf-8")
    texts.mkdir()
    for number, text in enumerate(replies):
        (texts / f"{number:04}.txt").write_text(text, "utf-8")
    ini = work / "vale.ini"
    styles = data / "vale-write-good"
    ini.write_text(f"StylesPath = {styles}\nMinAlertLevel = suggestion\n[*.txt]\nBasedOnStyles = write-good\n")
    own = [sys.executable, "-m", "replyctl", "lint", "-f", "jsonl", "--stdin-format", "jsonl", "--fail-level", "never"]
    found = [Linter("replyctl lint -f jsonl", own, _ours, drafts)]
    if program := _which("proselint"):
        found.append(Linter("proselint", [program, "check", "-o", "json", str(texts)], _proselint))
    if program := _which("write-good"):
        files = sorted(map(str, texts.iterdir()))
        found.append(Linter("write-good", [program, "--parse", *files], lambda out: len(re.findall(r":\d+:\d+:", out))))
    if program := _which("vale"):
        command = [program, "--no-global", "--config", str(ini), "--output=JSON", str(texts)]
        found.append(Linter("vale", command, lambda out: sum(map(len, json.loads(out).values()))))
    return found, len(replies)


def _which(name: str) -> str | None:
    return shutil.which(name) or shutil.which(name, path=str(BIN))


def _ours(out: str) -> int:
    return sum(len(json.loads(line)["problems"]) for line in out.splitlines())


def _proselint(out: str) -> int:
    return out.count('"check_path"') or out.count('"check"')


def main(arguments: list[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench throughput", description="Replies per second on one core."
    )
    parser.add_argument("-n", "--runs", type=int, default=5, help="runs of each program (default: 5)")
    options = parser.parse_args(arguments)
    data = real_text()
    if data is None:
        sys.exit("not measured: the real text is not here; REPLYCTL_DATA names its folder")
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # what is started from here inherits it
    with tempfile.TemporaryDirectory() as name:
        found, replies = linters(data, Path(name))
        env = {**environment(Path(name)), "GOMAXPROCS": "1", "PATH": os.environ["PATH"]}
        for _ in range(options.runs + 1):
            for linter in found:
                linter.run(env)
    print(table(found, replies))


def table(found: list[Linter], replies: int) -> str:
    """Medians, without the first run, which fills caches."""
    own = median(found[0].seconds[1:])
    lines = [
        f"{f'{replies:,} replies, median of {len(found[0].seconds) - 1}':34}{'replies/s':>10}{'alerts':>8}  replyctl is"
    ]
    for linter in found:
        middle = median(linter.seconds[1:])
        ratio = "" if linter is found[0] else f"  {middle / own:.2f} times as fast"
        goal = f" (goal: ≥ {GOAL})" if linter.name == "proselint" else ""
        lines.append(f"{linter.name:34}{replies / middle:10,.0f}{linter.found:8,}{ratio}{goal}")
    missing = INSTALL.keys() - {linter.name for linter in found}
    lines += [f"{name:34}  not installed: {INSTALL[name]}" for name in INSTALL if name in missing]
    return "\n".join(lines)
