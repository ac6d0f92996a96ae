"""The program as it is started, in a home of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from terminal import Terminal
from warm import PATIENCE, PIPE, Warm

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
AGENT = "agent: {name: Dana Levi, role: Customer care, contact: care@homeworks.example}\ncompany: {name: HomeWorks}\n"

PROGRAM = [sys.executable, "-m", "replyctl"]
SAME = {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
"""What the interpreter takes from the environment when it starts."""


@cache
def warm() -> Warm:
    """The process whose forks run commands; it ends with this one, whose end of the socket closes then."""
    return Warm(SAME)


def _with_one_part(arguments: tuple[str, ...]) -> tuple[str, ...]:
    """The tests of the screens count the questions of a shipped snippet: of its parts they answer one."""
    others = [part for part in ("review", "keeps") if "damaged-item" in arguments and part not in arguments]
    return (*arguments, *(word for part in others for word in ("--without", part)))


class Desk:
    """An agent's computer: no clipboard, no tty but those that are opened here, nothing of the developer's own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.env = {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "REPLYCTL_STATE_DIR": str(home / "state"),
            "REPLYCTL_CACHE_DIR": str(home / "cache"),
            "PATH": "/usr/bin:/bin",
            **SAME,
            "REPLYCTL_GRAMMAR_ENGINE": "off",
            "TERM": "xterm-256color",
        }
        self.program = PROGRAM

    def configure(self, text: str = AGENT) -> None:
        """The agent's own configuration."""
        file = self.home / "config" / "replyctl" / "config.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def open(self, *arguments: str, columns: int = 80, rows: int = 24, **env: str) -> Terminal:
        """replyctl on a terminal."""
        return Terminal(
            [*self.program, *_with_one_part(arguments)],
            env={**self.env, **env},
            columns=columns,
            rows=rows,
            cwd=self.home,
        )

    def shell(self, line: str, **env: str) -> Terminal:
        """A line of shell on a terminal; `replyctl` stands for the program."""
        line = line.replace("damaged-item", " ".join(_with_one_part(("damaged-item",))))
        line = f'replyctl() {{ {" ".join(self.program)} "$@"; }}; {line}'
        return Terminal(["/bin/sh", "-c", line], env={**self.env, **env}, cwd=self.home)

    def run(self, *arguments: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
        """replyctl where there is no terminal at all."""
        env = {**self.env, **env}
        as_ever = self.program == PROGRAM and env.items() >= SAME.items() and len(stdin) <= PIPE
        if as_ever and not any(name.startswith("PYTHON") for name in env.keys() - SAME.keys()):
            return subprocess.CompletedProcess(arguments, *warm().run([*arguments], stdin, env, self.home))
        return subprocess.run(
            [*self.program, *arguments],
            input=stdin,
            capture_output=True,
            env=env,
            cwd=self.home,
            start_new_session=True,
            check=False,
            timeout=PATIENCE,
        )

    def trapped(self, runs: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """What came of each of several runs from which nothing gets out, see `trap.py`."""
        done = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("trap.py"))],
            input=json.dumps(runs),
            capture_output=True,
            text=True,
            env=self.env,
            cwd=self.home,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return found

    def editor(self, script: str) -> str:
        """A program for EDITOR that runs a line of shell on its file, `$1`."""
        path = self.home / "editor"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return str(path)

    def left(self) -> list[Path]:
        """The unfinished replies that are kept."""
        return sorted((self.home / "state").glob("unfinished/*/state.json"))


@pytest.fixture
def fresh(tmp_path: Path) -> Desk:
    """A computer on which replyctl never ran."""
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def shipped() -> int:
    """How many snippets there are in the shipped library."""
    return sum(file.parent.name != "partials" for file in (ROOT / "snippets").rglob("*.yaml"))


@pytest.fixture(scope="session")
def language_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache of a computer on which replyctl has read each language and each shipped snippet once: that takes seconds."""
    desk = Desk(tmp_path_factory.mktemp("languages"))
    for text in (
        "Hi Ann,\n\nThe lamp ships today.",
        "王女士，您好：\n\n台灯今天发货。",
        "שלום דנה,\n\nהמנורה נשלחת היום.",
    ):
        desk.run("lint", "-", stdin=text.encode())
    desk.configure()
    desk.run("snippets", "list")
    return desk.home / "cache"


@pytest.fixture
def desk(fresh: Desk, language_cache: Path) -> Desk:
    """A computer on which it is known who writes, and each language was read before."""
    fresh.configure()
    if not (fresh.home / "cache").exists():
        shutil.copytree(language_cache, fresh.home / "cache")
    return fresh


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Configuration, cache and the current folder of this process in a folder of the test's own."""
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def library(tmp_path: Path) -> Callable[..., Path]:
    """Makes a library of the snippets that are given, by name."""

    def make(**snippets: str) -> Path:
        folder = tmp_path / "library"
        for name, text in snippets.items():
            file = folder / "snippets" / f"{name.replace('_', '-')}.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return folder

    return make
