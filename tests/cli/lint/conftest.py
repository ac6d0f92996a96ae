"""`replyctl lint` in this process, in a home of its own."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from replyctl.cli.main import main
from replyctl.cli.streams import Streams


class Done(NamedTuple):
    """What a run left."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """stdout, one object a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def rules(self) -> list[str]:
        """The rules that spoke, one entry a problem, of all rows."""
        return [problem["rule"] for row in self.rows for problem in row["problems"]]


class Bench:
    """A folder with drafts in it, and the command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, name: str, content: str | bytes) -> str:
        """A file of that content; its name."""
        data = content if isinstance(content, bytes) else content.encode()
        (self.folder / name).write_bytes(data)
        return name

    def get(self, name: str) -> bytes:
        """The file as it is now."""
        return (self.folder / name).read_bytes()

    def configure(self, text: str) -> None:
        """The project's configuration."""
        self.put("replyctl.yaml", text)

    def lint(self, *arguments: str, stdin: str | bytes = b"", terminal: bool = False) -> Done:
        """`replyctl lint …` without an engine; `terminal`: stdin and stdout are one."""
        return self.run("lint", "--grammar", "off", *arguments, stdin=stdin, terminal=terminal)

    def run(self, *arguments: str, stdin: str | bytes = b"", terminal: bool = False) -> Done:
        """`replyctl …`."""
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        out, err = io.BytesIO(), io.BytesIO()
        code = main(arguments, Streams(io.BytesIO(data), out, err, terminal, terminal, terminal))
        return Done(code, out.getvalue().decode(), err.getvalue().decode())


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """An empty folder, the working directory."""
    for name in [name for name in os.environ if name.startswith("REPLYCTL_") and name != "REPLYCTL_CACHE_DIR"]:
        monkeypatch.delenv(name)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Bench(folder)
