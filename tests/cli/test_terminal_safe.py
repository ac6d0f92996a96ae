"""No path, value, name or message makes a command print what a terminal would obey."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from typing import Any

    from conftest import Desk

BAD = "\x1b[2J\u202e\x9b1m\x07\u2067\x1b]0;owned\x07"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]")
"""Controls, overrides, and the isolates that replyctl itself never writes."""
VALUES = ("customer.name=Diane", "order=HW-659", "fault=it broke", "tracking=ABC456123")
COMPOSE = ["compose", "damaged-item", "--no-input", *(word for one in VALUES for word in ("--set", one))]
SNIPPET = "title: One\nkind: answer\ntext: {en: {subject: One, body: One.}}\n"
FORMATS = ("pretty", "concise", "json", "jsonl", "github", "sarif")
RUNS = (
    ["config", "path"],
    ["config", "show"],
    ["config", "set", "agent.role", f"Sup{BAD}port"],
    ["config", "set", f"no{BAD}", "x"],
    ["config", "set", "tone", BAD],
    ["config", "set", "language", BAD],
    *(["lint", f"dr{BAD}aft.txt", "-f", name] for name in FORMATS),
    *(["lint", f"mis{BAD}sing.txt", "-f", name] for name in FORMATS),
    ["lint", f"dr{BAD}aft.txt", "--diff"],
    ["lint", "draft.txt", "--select", BAD],
    ["lint", "draft.txt", "--context", f"mis{BAD}sing.json"],
    ["lint", "draft.txt", "--context", "context.json"],
    ["lint", "draft.txt", "--format", BAD],
    ["rules", BAD],
    ["snippets", "show", BAD],
    ["snippets", "show", "one", "--library", f"lib{BAD}rary"],
    ["snippets", "list", "--library", f"lib{BAD}rary"],
    ["snippets", "list", "--library", f"mis{BAD}sing"],
    ["snippets", "search", BAD],
    ["compose", BAD, "--no-input"],
    [*COMPOSE, "--library", f"lib{BAD}rary"],
    [*COMPOSE, "--set", f"{BAD}=1"],
    [*COMPOSE, "--set", f"order={BAD}-"],
    [*COMPOSE, "--set", f"fault=it{BAD} broke"],
    [*COMPOSE, "--lang", BAD],
    [*COMPOSE, "--with", BAD],
    [*COMPOSE, "--data", f"mis{BAD}sing.json"],
    [*COMPOSE, "--data", f"mis{BAD}sing.json", "-f", "json"],
    [*COMPOSE, "-o", f"mis{BAD}sing/reply.txt"],
    ["compose", "--again"],
    ["compose", "--again", "-f", "json"],
    ["compose", "--again", "-f", "draft"],
    ["compose", "--resume", "--no-input"],
    ["grammar", "install", BAD],
    ["grammar", "status"],
    [BAD],
    ["lint", f"--{BAD}"],
)


@pytest.fixture
def foreign(desk: Desk) -> dict[str, str]:
    """Files whose names and texts are foreign, and what the environment says then."""
    home = desk.home
    (home / f"dr{BAD}aft.txt").write_text(f"Hi Jo{BAD}an,\n\nThe the {BAD}end!!\n", "utf-8")
    (home / "draft.txt").write_text("Hi Joan,\n", "utf-8")
    (home / "context.json").write_text(json.dumps({f"no{BAD}": 1, "customer": {BAD: "x", "name": BAD}}), "utf-8")
    snippets = home / f"lib{BAD}rary" / "snippets"
    snippets.mkdir(parents=True)
    for name in ("one.yaml", f"br{BAD}oken.yaml", "two.yml"):
        (snippets / name).write_text(SNIPPET, "utf-8")
    (home / "replyctl.yaml").write_text(f"company: {{name: {json.dumps(f'Home{BAD}Works')}}}\n", "utf-8")
    config = home / f"con{BAD}fig" / "replyctl"
    config.mkdir(parents=True)
    (config / "config.yaml").write_text("agent: {name: Dana}\n", "utf-8")
    state = home / "state"
    (state / "unfinished" / f"1{BAD}").mkdir(parents=True)
    (state / "unfinished" / f"1{BAD}" / "state.json").write_text("{", "utf-8")
    saved = json.loads((Path(__file__).parents[1] / "memory" / "saved" / "last-0.1.0.json").read_bytes())
    saved |= {"subject": f"Or{BAD}der", "body": f"Hi{BAD} Diane,\n", "values": {"fault": [BAD, "set"]}}
    (state / "last.json").write_text(json.dumps(saved), "utf-8")
    return {"XDG_CONFIG_HOME": str(config.parent)}


def test_no_command_prints_what_a_terminal_obeys(desk: Desk, foreign: dict[str, str]) -> None:
    runs: list[dict[str, Any]] = [{"argv": argv, "env": foreign} for argv in RUNS]
    runs.append({"argv": ["config", "show"], "env": {"REPLYCTL_TONE": BAD}})

    for asked, came in zip(runs, desk.trapped(runs), strict=True):
        assert not OBEYED.search(came["out"] + came["err"]), (asked, came)
        assert came["out"] + came["err"], asked
        assert "Traceback" not in came["err"], asked


@pytest.mark.usefixtures("foreign")
def test_on_a_terminal_even_a_draft_that_is_mended_there_is_made_safe(desk: Desk) -> None:
    terminal = desk.shell(
        f"replyctl lint --fix --select repeated-word < 'dr{BAD}aft.txt' | cat >piped; cat piped | wc -c"
    )
    terminal.end()
    mended = (desk.home / "piped").read_text("utf-8")
    assert mended == f"Hi Jo{BAD}an,\n\nThe {BAD}end!!\n"
    terminal = desk.shell(f"replyctl lint --fix --select repeated-word < 'dr{BAD}aft.txt' 2>/dev/null")
    terminal.end()
    assert "Hi Jo" in terminal.raw
    assert "\x1b[2J" not in terminal.raw
    assert "\u202e" not in terminal.raw
