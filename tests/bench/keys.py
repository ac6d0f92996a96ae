"""What an agent waits for while typing: from a key to the last byte that it draws, on a pty, with 5,000 snippets."""

from __future__ import annotations

import argparse
import os
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import pexpect

from tests.bench.start import environment

ROOT = Path(__file__).parents[2]
COPIES = 5000
QUIET = 0.12
"""Seconds without a byte after which a screen is drawn; not counted."""
LOOKS = 2.0
"""Seconds for which a person looks at a new screen before the first key; the program loads more meanwhile."""
QUERIES = ("damaged item broken", "where is my order", "damgaed", "退款 订单", "החזר כספי", "o")
ANSWERS = ("Dr. Dana Levi", "HW-659", "your vase broke in two")
AGENT = "agent: {name: Dana Levi, role: Customer care, contact: care@homeworks.example}\ncompany: {name: HomeWorks}\n"


def library(folder: Path, count: int) -> Path:
    """A library of copies of the shipped snippets, each with a title of its own, and of their passages."""
    passages = ROOT / "snippets" / "partials"
    shutil.copytree(passages, folder / "partials")
    shipped = sorted(path for path in (ROOT / "snippets").rglob("*.yaml") if path.parent != passages)
    (folder / "snippets").mkdir(parents=True)
    for number in range(count):
        source = shipped[number % len(shipped)]
        copy = number // len(shipped)
        text = re.sub(
            r"^( +(?:en|he): \"?[^\"\n]+)", rf"\1 {copy}", source.read_text("utf-8"), count=2, flags=re.MULTILINE
        )
        (folder / "snippets" / f"{source.stem}-{copy}.yaml").write_text(text, "utf-8")
    return folder


class Typist:
    """The program on a pty, and how long it draws after each key."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self._child = pexpect.spawn(command[0], command[1:], env=env, dimensions=(30, 100))  # type: ignore[arg-type] # as pexpect takes it
        self._child.delaybeforesend = None
        self.first = self.drawn()
        time.sleep(LOOKS)

    def drawn(self) -> float:
        """Seconds until the last byte before a silence; waits for the first one."""
        began = last = time.perf_counter()
        seen = False
        while select.select([self._child.child_fd], [], [], QUIET if seen else 60)[0]:
            if not os.read(self._child.child_fd, 65536):
                break
            last, seen = time.perf_counter(), True
        return last - began

    def key(self, text: str) -> tuple[float, float]:
        """Press a key. Returns milliseconds until all is drawn, and those of the processor: a busy machine is slow."""
        before = self.spent()
        os.write(self._child.child_fd, text.encode())
        return self.drawn() * 1000, (self.spent() - before) * 1000

    def spent(self) -> float:
        """Seconds of the processor so far, all threads."""
        tasks = Path(f"/proc/{self._child.pid}/task").glob("*/schedstat")
        return sum(int(one.read_text().split()[0]) for one in tasks) / 1e9

    def leave(self) -> None:
        """Ctrl-C, and wait for the end."""
        self._child.sendintr()
        self._child.close(force=True)


def told(name: str, times: list[tuple[float, float]]) -> str:
    """One line of the table."""
    drawn, spent = zip(*times, strict=True)
    return f"{name:40}{median(drawn):8.1f}{max(drawn):8.1f}{median(spent):9.1f}{max(spent):8.1f}{len(times):6}"


def main(arguments: list[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench keys", description="Milliseconds from key to screen.")
    parser.add_argument("-n", "--snippets", type=int, default=COPIES, help=f"snippets in the library ({COPIES})")
    count = parser.parse_args(arguments).snippets
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = environment(folder) | {"TERM": "xterm-256color", "REPLYCTL_GRAMMAR_ENGINE": "off"}
        (folder / ".config" / "replyctl").mkdir(parents=True)
        (folder / ".config" / "replyctl" / "config.yaml").write_text(AGENT, "utf-8")
        team = str(library(folder / "team", count))
        program = [sys.executable, "-m", "replyctl"]
        flags = ["--library", team, "--no-shipped"]
        for words in (["list"], ["search", "order"]):  # what is read and indexed once
            subprocess.run([*program, "snippets", *words, *flags], env=env, stdout=subprocess.DEVNULL, check=True)
        print(f"{'milliseconds':40}{'median':>8}{'most':>8}{'of cpu':>9}{'most':>8}{'keys':>6}")
        typist = Typist([*program, "compose", *flags], env)
        print(told("start to picker", [(typist.first * 1000, typist.spent() * 1000)]))
        for query in QUERIES:
            print(told(f"picker: {query}", [typist.key(letter) for letter in query]))
            typist.key("\x15")
        print(told("picker: down", [typist.key("\x1b[B") for _ in range(10)]))
        typist.leave()
        typist = Typist([*program, "compose", "damaged-item-0", *flags], env)
        print(told("start to form", [(typist.first * 1000, typist.spent() * 1000)]))
        for answer in ANSWERS:
            print(told(f"form: {answer}", [typist.key(letter) for letter in answer]))
            print(told("form: Enter, the next question", [typist.key("\r")]))
        typist.leave()
