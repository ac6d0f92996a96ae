"""Cold start: whole processes, as ratios to the interpreter's own start in the same environment.

A machine is quick or slow and busy or idle; the ratio of runs that take turns hardly moves. Goals stand beside the
numbers and are never asserted.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
WARM = 2
"""Runs before the first that counts: they fill the caches of bytecode and of replyctl."""
DRAFT = """\
Subject: Order HW-659: refund and replacement

Hello Dr. Levi,

My name is Noa, customer care at HomeWorks. I am sorry that the lamp arrived with a cracked base. I have refunded order
HW-659 in full; the money is in your account within 48 hours. A new lamp is on its way with ABC456123.

If there is anything else I can help with, just reply to this e-mail.

Kind regards,
Noa Bar
care@homeworks.example
"""
VALUES = {
    "customer.name": "Dr. Dana Levi",
    "agent.name": "Noa Bar",
    "agent.role": "Customer care",
    "agent.contact": "care@homeworks.example",
    "company.name": "HomeWorks",
    "order": "HW-659",
    "fault": "your lamp arrived with a cracked base",
    "tracking": "ABC456123",
}
TYPER_HELLO = "import typer\n\n\ndef main(name: str = 'you') -> None:\n    print('hello', name)\n\n\ntyper.run(main)\n"


@dataclass(slots=True)
class Case:
    """One command that is started again and again."""

    name: str
    command: list[str]
    goal: int | None = None
    ours: bool = False
    seconds: list[float] = field(default_factory=list)


def cases(folder: Path) -> list[Case]:
    """The commands, over files in `folder`; the interpreter's own start is the first."""
    draft, hello = folder / "draft.txt", folder / "hello.py"
    draft.write_text(DRAFT, "utf-8")
    hello.write_text(TYPER_HELLO, "utf-8")
    sets = [word for key, value in VALUES.items() for word in ("--set", f"{key}={value}")]
    script, proselint = BIN / "replyctl", BIN / "proselint"
    program = [str(script)] if script.exists() else [sys.executable, "-m", "replyctl"]
    found = [
        Case("python -I -c pass", [sys.executable, "-I", "-c", "pass"]),
        Case("lint FILE", [*program, "lint", str(draft), "--grammar", "off"], 12, ours=True),
        Case(
            "compose damaged-item --no-input", [*program, "compose", "damaged-item", "--no-input", *sets], 15, ours=True
        ),
        Case("typer hello", [sys.executable, str(hello)]),
    ]
    if proselint.exists():
        found.append(Case("proselint check FILE", [str(proselint), "check", str(draft)]))
    return found


def environment(folder: Path) -> dict[str, str]:
    """A home and caches of their own, bytecode kept, nothing of the developer's."""
    return {
        "HOME": str(folder),
        "PATH": os.defpath,
        "PYTHONPATH": str(ROOT),
        "REPLYCTL_CACHE_DIR": str(folder / "cache"),
        "LC_ALL": "C.UTF-8",
    }


def timed(command: list[str], env: dict[str, str]) -> float:
    """Seconds from start to end of one process; posix_spawn, since subprocess itself takes as long as a bare start."""
    streams = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in range(3)]
    begin = perf_counter()
    process = os.posix_spawn(command[0], command, env, file_actions=streams)
    os.waitpid(process, 0)
    return perf_counter() - begin


def warm(case: Case, env: dict[str, str]) -> None:
    """Run a command until its caches are full; a program that fails is not worth timing."""
    for _ in range(WARM):
        run = subprocess.run(
            case.command, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if case.ours and (run.returncode or not run.stdout):
            sys.exit(f"{case.name}: exit code {run.returncode}\n{run.stdout}{run.stderr}")


def table(found: list[Case]) -> str:
    """Medians, as milliseconds and as ratios to the first case."""
    own = median(found[0].seconds)
    lines = [f"{'median of ' + str(len(found[0].seconds)):34}{'ms':>7}{'ratio':>8}  goal"]
    for case in found:
        middle = median(case.seconds)
        goal = f"  ≤ {case.goal}" if case.goal else ""
        lines.append(f"{case.name:34}{middle * 1000:7.1f}{middle / own:8.1f}{goal}")
    if not any(case.name.startswith("proselint") for case in found):
        lines.append(f"{'proselint check FILE':34}  not installed: pip install -e '.[bench]'")
    return "\n".join(lines)


def imports(case: Case, env: dict[str, str], most: int) -> str:
    """What a command imports, the slowest first; times hold the interpreter's bookkeeping, so a little too much."""
    command = case.command if case.command[0] == sys.executable else [sys.executable, *case.command]
    traced = [command[0], "-X", "importtime", *command[1:]]
    run = subprocess.run(traced, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    rows = [line.removeprefix("import time:").split("|") for line in run.stderr.splitlines() if "|" in line]
    spent = sorted(((int(own), name.strip()) for own, _, name in rows if own.strip().isdigit()), reverse=True)
    rooms: dict[str, int] = {}
    for own, name in spent:
        rooms[name.partition(".")[0]] = rooms.get(name.partition(".")[0], 0) + own
    packages = sorted(((own, name) for name, own in rooms.items()), reverse=True)
    lines = [f"\n{case.name}: {len(spent)} imports, {sum(own for own, _ in spent) / 1000:.1f} ms"]
    for (own, name), (all_, package) in zip(spent[:most], packages[:most], strict=False):
        lines.append(f"{own / 1000:8.1f} ms  {name:44}{all_ / 1000:8.1f} ms  {package} in all")
    return "\n".join(lines)


def main(arguments: list[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench start", description="Cold start, as ratios to the interpreter's."
    )
    parser.add_argument("-n", "--runs", type=int, default=20, help="runs of each command (default: 20)")
    parser.add_argument(
        "--importtime", type=int, nargs="?", const=15, metavar="N", help="also the N slowest imports (15)"
    )
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        found, env = cases(Path(name)), environment(Path(name))
        for case in found:
            warm(case, env)
        for _ in range(options.runs):
            for case in found:
                case.seconds.append(timed(case.command, env))
        print(table(found))
        for case in found if options.importtime else ():
            if case.ours:
                print(imports(case, env, options.importtime))
