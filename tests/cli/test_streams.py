"""Streams that are closed, full, or read by nobody: an exit code says so, nothing is lost, nobody sees a traceback."""

from __future__ import annotations

import json
import subprocess
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from replyctl.cli.main import main
from replyctl.cli.streams import Streams

if TYPE_CHECKING:
    from conftest import Desk

COMPOSE = "compose refund-approved --no-input --fail-level never --set customer.name=Diane --set order=HW-659 --set amount='49.90 EUR'"
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


def run(desk: Desk, line: str, stdin: str = "") -> tuple[int, str, str]:
    """A line of shell without a terminal; `replyctl` stands for the program."""
    line = f'replyctl() {{ {" ".join(desk.program)} "$@"; }}; {line}'
    done = subprocess.run(
        ["/bin/bash", "-c", line],
        input=stdin.encode(),
        capture_output=True,
        env=desk.env,
        cwd=desk.home,
        start_new_session=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("stderr", ["2>&-", pytest.param("2>/dev/full", marks=full)])
@pytest.mark.parametrize("format_", ["text", "eml"])
def test_without_stderr_the_reply_comes_out_all_the_same(desk: Desk, stderr: str, format_: str) -> None:
    code, out, err = run(desk, f"replyctl {COMPOSE} -f {format_} {stderr}")

    assert (code, err) == (0, "")
    assert out.startswith("Hi Diane,\n") if format_ == "text" else "X-Unsent: 1" in out


@pytest.mark.parametrize(
    ("stdout", "told"),
    [(">&-", "it is closed"), pytest.param(">/dev/full", "No space left on device", marks=full)],
)
@pytest.mark.parametrize("others", ["", "<&- 2>&-", "-f json"])
def test_a_reply_that_stdout_does_not_take_is_kept(desk: Desk, stdout: str, told: str, others: str) -> None:
    code, out, err = run(desk, f"replyctl {COMPOSE} {others} {stdout}")

    assert (code, out) == (3, "")
    assert "2>&-" in others or (f"cannot write to stdout: {told}" in err and "compose --again" in err)
    assert run(desk, "replyctl compose --again --fail-level never")[1].startswith("Hi Diane,\n")


def test_who_reads_only_the_beginning_leaves_the_reply_whole_for_the_next_time(desk: Desk) -> None:
    code, out, err = run(desk, f"replyctl {COMPOSE} 2>errors | head -c1; exit ${{PIPESTATUS[0]}}")

    assert (code in {0, 3}, out, err) == (True, "H", "")
    assert "Traceback" not in (desk.home / "errors").read_text()
    assert run(desk, "replyctl compose --again --fail-level never")[1].startswith("Hi Diane,\n")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reply_that_nobody_reads_is_an_output_that_could_not_be_written(desk: Desk, form: str) -> None:
    line = f"(sleep 1; replyctl {COMPOSE} -f {form} 2>errors) | true; exit ${{PIPESTATUS[0]}}"
    code, out, _ = run(desk, line)
    told = (desk.home / "errors").read_text()

    assert (code, out) == (3, "")
    assert "cannot write to stdout: its reader is gone" in told
    assert "print the reply with `replyctl compose --again`" in told
    if form == "json":
        assert json.loads(told).keys() == {"error", "hint", "missing"}


@full
@pytest.mark.parametrize(
    "command",
    [
        "lint a.txt",
        "lint -f json a.txt",
        "lint -f sarif a.txt",
        "lint --fix a.txt -",
        "lint --diff a.txt",
        "rules",
        "rules pii",
        "snippets list",
        "snippets search refund",
        "snippets show refund-approved",
        "snippets schema",
        "config show",
        "config path",
        "grammar status",
        "--version",
    ],
)
def test_what_stdout_does_not_take_is_told(fresh: Desk, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    for name, value in fresh.env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(fresh.home)
    Path("a.txt").write_text("Hi Diane,\n\nThe the lamp.\n")
    told = BytesIO()
    with Path("/dev/full").open("wb", buffering=0) as nowhere:
        code = main(command.split(), Streams(BytesIO(b"The the"), nowhere, told, False, False, False))

    assert code == 3
    assert "cannot write to stdout: No space left on device" in told.getvalue().decode().splitlines()[-1]


@pytest.mark.parametrize("command", ["--help", "lint --help", "rules", "config show"])
def test_a_closed_stdout_is_no_success(desk: Desk, command: str) -> None:
    code, out, err = run(desk, f"replyctl {command} >&-")

    assert (code, out, err) == (3, "", "replyctl: cannot write to stdout: it is closed\n")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("config set agent.name Dana", 0),
        ("nosuch", 2),
        ("lint gone.txt", 3),
    ],
)
@pytest.mark.parametrize("stderr", [pytest.param("2>/dev/full", marks=full), "2>&- >&- <&-"])
def test_where_nobody_can_be_told_the_exit_code_tells(desk: Desk, command: str, code: int, stderr: str) -> None:
    assert run(desk, f"replyctl {command} {stderr}")[0] == code


@pytest.mark.parametrize(
    "command",
    [
        "lint",
        "lint --stdin-format jsonl -f jsonl",
        "compose refund-approved --no-input --data -",
    ],
)
def test_a_closed_stdin_is_no_empty_draft(desk: Desk, command: str) -> None:
    code, out, err = run(desk, f"replyctl {command} <&-")

    assert code == 3
    assert "cannot read stdin: it is closed" in out + err


def test_other_drafts_are_checked_though_stdin_is_closed(desk: Desk) -> None:
    (desk.home / "a.txt").write_text("The the lamp.\n")
    code, out, _ = run(desk, "replyctl lint -f concise --select proof - a.txt <&-")

    assert (code, out.startswith("a.txt:1:5: warning repeated-word")) == (3, True)
