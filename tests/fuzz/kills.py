"""The program killed while it writes. `how`: command, cold (no cache yet), and `at` (a part of its time) or `change` (which).

Afterwards every file is the old one or the new one, what is kept can be read, and the next run works.
"""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.fuzz import command, seeds
from tests.fuzz.case import Case
from tests.fuzz.files import SHIPPED
from tests.fuzz.tally import Tally, hold


class Command(NamedTuple):
    """A command that writes a file."""

    argv: tuple[str, ...]
    file: str
    """Under the home."""
    old: str | None
    """None: there is none before."""


COMMANDS = {
    "compose": Command(SHIPPED, "state/last.json", None),
    "output": Command((*SHIPPED, "-o", "reply.txt"), "desk/reply.txt", "An older reply.\n"),
    "fix": Command(("lint", "--fix", "draft.txt"), "desk/draft.txt", "Hi Diane,\n\nThe the lamp is is on its way.\n" * 50),
    "set": Command(("config", "set", "agent.role", "Returns"), "config/replyctl/config.yaml", "agent:\n  name: Dana # me\n"),
}  # fmt: skip
CHANGES = {"output": 13, "fix": 6, "set": 7}
"""How often each changes a file when the cache is filled; `output` keeps the reply as `compose` does."""
_UNTIMED = ("now", "received")


class Whole(NamedTuple):
    """A run that nobody disturbed."""

    home: Path
    code: int
    new: str
    seconds: float


def cases(random: Random) -> Iterator[Case]:
    """Endless: at random times."""
    while True:
        yield Case("", {"command": random.choice(list(COMMANDS)), "cold": random.random() < 0.5, "at": random.random()})


def at_changes() -> list[Case]:
    """Killed before every second change of a file that these commands make, the last among them."""
    changes = ((name, at) for name, last in CHANGES.items() for at in range(last, 0, -2))
    return [Case("", {"command": name, "cold": False, "change": at}) for name, at in changes]


def check(case: Case, tally: Tally) -> None:
    """Broken if a file is neither old nor new, or the next run fails."""
    wanted, whole = COMMANDS[case.how["command"]], _whole(case.how["command"], cold=case.how["cold"])
    with command.home() as home:
        _prepare(home, wanted)
        if not case.how["cold"]:
            shutil.copytree(whole.home / "cache", home / "cache")
        tally.seen["killed" if _killed(home, wanted, case, whole.seconds) else "ended before"] += 1
        _check_files(home, wanted, whole, "after the kill")
        began = time.monotonic()
        done = _start(home, wanted.argv)
        hold(done.wait(60) in {whole.code, 0}, f"the run after a kill ends with {done.returncode}")
        tally.took(time.monotonic() - began, f"{case.how['command']} after a kill, by the clock", 0)
        _check_files(home, wanted, whole, "after the next run")
        hold(_same(_read(home / wanted.file), whole.new), "the next run does not write what it should")
        hold(not _left_over(home, whole.home), "a temporary file stays after the next run")


def _killed(home: Path, wanted: Command, case: Case, seconds: float) -> bool:
    if "change" in case.how:
        child = _start(home, wanted.argv, "tests.fuzz.killed", str(case.how["change"]))
    else:
        child = _start(home, wanted.argv)
        time.sleep(seconds * case.how["at"])
        child.kill()
    return child.wait(60) == -signal.SIGKILL


def _check_files(home: Path, wanted: Command, whole: Whole, when: str) -> None:
    found = _read(home / wanted.file)
    hold(found == wanted.old or _same(found, whole.new), f"{wanted.file} is half written {when}")
    for file in (home / "state").rglob("*.json"):
        hold(_is_json(file.read_text("utf-8")), f"{file.name} is half written {when}")


def _left_over(home: Path, whole: Path) -> bool:
    """Whether there are files that an undisturbed run does not leave; a cache may hold more or less."""
    known = {file.relative_to(whole) for file in whole.rglob("*")}
    found = {file.relative_to(home) for file in home.rglob("*")}
    return any(file.parts[0] != "cache" or file.suffix == ".tmp" for file in found - known)


@cache
def _whole(name: str, *, cold: bool) -> Whole:
    wanted = COMMANDS[name]
    home = Path(tempfile.mkdtemp(prefix="replyctl-fuzz-whole-"))
    (home / "desk").mkdir()
    _prepare(home, wanted)
    if not cold:
        _start(home, wanted.argv).wait(60)
        _prepare(home, wanted)
    began = time.monotonic()
    code = _start(home, wanted.argv).wait(60)
    new = _read(home / wanted.file)
    hold(code in {0, 1} and new and new != wanted.old, f"the harness's own {name} fails")
    return Whole(home, code, new or "", time.monotonic() - began)


def _prepare(home: Path, wanted: Command) -> None:
    file = home / wanted.file
    if wanted.old is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(wanted.old, "utf-8")


def _start(home: Path, argv: tuple[str, ...], *through: str) -> subprocess.Popen[bytes]:
    env = {**command.environment(home), "REPLYCTL_CACHE_DIR": str(home / "cache"), "PYTHONPATH": str(seeds.ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", *(through or ("replyctl",)), *argv],
        cwd=home / "desk", env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _read(file: Path) -> str | None:
    return file.read_text("utf-8") if file.exists() else None


def _same(found: str | None, new: str) -> bool:
    """Whether it is what was meant, but for the time of day in it."""
    if found is None or not _is_json(new):
        return found == new
    return _is_json(found) and _without_times(found) == _without_times(new)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _without_times(text: str) -> object:
    kept = json.loads(text)
    kept["context"] = {key: value for key, value in kept["context"].items() if key not in _UNTIMED}
    return kept
