"""`lint` as a process: terminals, colours, pipes, foreign bytes, memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from wcwidth import wcswidth

if TYPE_CHECKING:
    from conftest import Bench, Desk

DRAFT = "Hello Diane,\n\nPlease send the the lamp back to us in the box in which it came to you last week.\n"
RULE = ("--select", "repeated-word")


@pytest.mark.parametrize(
    ("env", "terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, False, True),
    ],
)
def test_colour_is_for_those_who_see_it(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, env: dict[str, str], terminal: bool, coloured: bool
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    out = bench.lint(*RULE, bench.put("a.txt", DRAFT), terminal=terminal).out

    assert ("\x1b[" in out) is coloured
    assert bench.lint(*RULE, "-f", "concise", "a.txt", terminal=terminal).out.count("\x1b") == 0


def test_colour_adds_nothing_but_colour(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.put("a.txt", f"{DRAFT}您的台灯 the the 台灯。。 [bold]:smile:\n")
    plain = bench.lint(*RULE, "a.txt").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = bench.lint(*RULE, "a.txt").out

    assert (
        subprocess.run(
            ["sed", r"s/\x1b\[[0-9;]*m//g"], input=coloured, text=True, capture_output=True, check=True
        ).stdout
        == plain
    )


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
@pytest.mark.parametrize("word", ["the the lamp", "我们我们"])
def test_on_a_narrow_terminal_the_marks_stay_under_their_word(desk: Desk, columns: int, word: str) -> None:
    filler = "it is on its way to you " if word.isascii() else "您的台灯已经寄出，"
    (desk.home / "a.txt").write_text(f"{filler * 8}{word}，{filler * 8}\n", "utf-8")
    terminal = desk.open("lint", "a.txt", *RULE, columns=columns, rows=40)
    assert terminal.end() == 0

    shown = [line for line in terminal.screen.splitlines() if line.startswith("  |")]
    assert len(shown) == 2
    wanted = "the" if word.isascii() else word
    assert shown[1].index("^") == wcswidth(shown[0][: shown[0].rindex(wanted)])


@pytest.mark.parametrize("format_", ["pretty", "concise", "json", "jsonl", "github", "sarif", "diff", "verbose"])
def test_no_escape_of_a_draft_or_a_file_name_reaches_the_terminal(bench: Bench, format_: str) -> None:
    evil = "\x1b]0;owned\x07\x9b31m\u202e\x7f"
    name = bench.put(f"{evil}\nb:1:1: error.txt", f"Hi {evil} the the{evil} {{{{{evil}}}}} lamp{evil}!!\n")
    case = bench.put("case.json", json.dumps({"incoming": f"Where {evil} is it?", f"key{evil}": 1}))
    flags = {"diff": ["--diff"], "verbose": ["-v"]}.get(format_, ["-f", format_])
    done = bench.lint(*flags, "--context", case, name, f"gone{evil}", terminal=True)
    bad = bench.lint("--select", f"{evil}x", "-f", format_ if format_ == "json" else "concise")

    for text in (done.out, done.err, bad.err):
        plain = text.replace("\x1b[0m", "").replace("\x1b[1m", "")
        for style in ("1;31", "33", "36", "31", "2", "32"):
            plain = plain.replace(f"\x1b[{style}m", "")
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\x7f"} & set(plain)
    if format_ in {"concise", "github"}:
        assert not any(line.startswith("b:1:1: error.txt") for line in done.out.splitlines())


@pytest.mark.parametrize("format_", ["pretty", "concise", "json", "jsonl", "github", "sarif"])
def test_a_file_name_that_is_no_utf_8_is_no_trouble(desk: Desk, format_: str) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (desk.home / name).write_text(DRAFT)
    done = desk.run("lint", "-f", format_, *RULE, name)

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"repeated-word" in done.stdout
    done.stdout.decode("utf-8")


def test_a_reader_that_leaves_ends_the_run_quietly(desk: Desk) -> None:
    draft = json.dumps({"body": DRAFT})
    (desk.home / "drafts.jsonl").write_text(f"{draft}\n" * 3000)
    line = f"{' '.join(desk.program)} lint -f jsonl drafts.jsonl | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", line], env=desk.env, cwd=desk.home, capture_output=True, text=True, timeout=60, check=False
    )

    assert json.loads(done.stdout)["problems"]
    assert (done.returncode, done.stderr) == (3, "")


def test_rows_come_as_their_drafts_do(desk: Desk) -> None:
    process = subprocess.Popen(
        [*desk.program, "lint", "-f", "jsonl", "--stdin-format", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=desk.env,
        cwd=desk.home,
    )
    with process:
        assert process.stdin
        assert process.stdout
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "body": DRAFT}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
    assert process.returncode == 0


@pytest.mark.parametrize("given", ["missing", "terminal"])
def test_without_stdin_there_is_no_traceback(desk: Desk, given: str) -> None:
    if given == "terminal":
        terminal = desk.open("lint")
        assert terminal.end() == 2
        assert "nothing to check" in terminal.screen
    else:
        line = f"{' '.join(desk.program)} lint <&-"
        done = subprocess.run(["/bin/sh", "-c", line], env=desk.env, cwd=desk.home, capture_output=True, check=False)
        assert b"Traceback" not in done.stderr


def peak(desk: Desk, drafts: int) -> int:
    """Peak memory of a run over that many generated drafts (KiB), all different."""
    make = (
        "import json\n"
        f"for n in range({drafts}):\n"
        "    print(json.dumps({'id': n, 'body': f'lamp HW-{n} is on the the way'}))\n"
    )
    rules = "repeated-word,placeholder"
    command = [*desk.program, "lint", "-f", "jsonl", "--stdin-format", "jsonl", "--select", rules]
    with (
        subprocess.Popen([sys.executable, "-c", make], stdout=subprocess.PIPE) as source,
        subprocess.Popen(command, stdin=source.stdout, stdout=subprocess.DEVNULL, env=desk.env, cwd=desk.home) as run,
    ):
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    assert run.returncode == 0
    return usage.ru_maxrss


def test_memory_does_not_grow_with_the_number_of_drafts(desk: Desk) -> None:
    few, many = peak(desk, 5_000), peak(desk, 20_000)

    assert many <= few * 1.1


def test_a_draft_without_such_numbers_and_links_loads_none_of_their_checks(desk: Desk) -> None:
    (desk.home / "a.txt").write_text(
        "Hi Diane,\n\nYour order HW-659 is in parcel 4111111111111111, see [shop.example](https://www.shop.example/a).\n"
    )
    script = "import sys; from replyctl.cli.main import main; main(); print(*sys.modules, file=sys.stderr)"
    desk.program = [sys.executable, "-c", script]
    done = desk.run("lint", "a.txt", "--grammar", "off")

    loaded = done.stderr.decode().splitlines()[-1].split()
    assert "replyctl.lint.rules.pii" in loaded
    assert {"stdnum", "publicsuffixlist", "rapidfuzz", "rich", "replyctl.cli.help_page"} & set(loaded) == set()
