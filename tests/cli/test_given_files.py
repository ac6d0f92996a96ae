"""What a command line names for reading: pipes, devices, and files that are larger than any that is meant."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Desk

WHOLE = {"order": "HW-659", "fault": "your lamp is broken", "tracking": "ABC456123", "customer": {"name": "Diane"}}
COMPOSE = ("compose", "damaged-item", "--no-input", "--data")
NO_FILE = "cannot be read: a pipe, a device or a socket, not a file"


def sparse(path: Path) -> str:
    with path.open("wb") as file:
        file.truncate(3 << 30)
    return path.name


def said(done: subprocess.CompletedProcess[bytes]) -> tuple[int, str]:
    return done.returncode, (done.stdout + done.stderr).decode()


@pytest.mark.parametrize("where", ["", "snippets/"])
def test_a_pipe_or_a_device_in_place_of_a_snippet_is_told_at_once(desk: Desk, where: str) -> None:
    (desk.home / "snippets").mkdir()
    os.mkfifo(desk.home / f"{where}pipe.yaml")

    assert said(desk.run("snippets", "check", f"{where}pipe.yaml", "-f", "concise")) == (
        1,
        f"{where}pipe.yaml:1:1: error schema: {NO_FILE}\n1 problem in 1 file\n",
    )


def test_a_pipe_among_the_partials_stops_nobody(desk: Desk) -> None:
    for name, text in (
        ("snippets/one", "title: T\nkind: answer\ntext: {en: {subject: S, body: \"{{ partial('pipe') }}\"}}\n"),
        ("partials/real", "en: Words.\n"),
    ):
        (desk.home / "team" / name).parent.mkdir(parents=True, exist_ok=True)
        (desk.home / "team" / f"{name}.yaml").write_text(text)
    os.mkfifo(desk.home / "team/partials/pipe.yaml")

    code, told = said(desk.run("snippets", "check", "team", "-f", "concise"))

    assert (code, told) == (1, f"team/partials/pipe.yaml:1:1: error schema: {NO_FILE}\n1 problem in 3 files\n")


def test_a_file_larger_than_a_snippet_can_be_is_not_read_whole(desk: Desk) -> None:
    for name in ("big.yaml", "big.txt"):
        sparse(desk.home / name)

    code, told = said(desk.run("snippets", "check", "big.yaml", "big.txt", "-f", "concise"))

    assert (code, told.splitlines()[:2]) == (
        1,
        [
            "big.txt:1:1: error schema: a snippet's file name must end in .yaml; rename it to big.yaml",
            "big.yaml:1:1: error yaml: larger than 1 MB",
        ],
    )


@pytest.mark.parametrize("name", ["/dev/zero", "big.json"])
def test_endless_or_huge_data_is_told_and_not_read_whole(desk: Desk, name: str) -> None:
    sparse(desk.home / "big.json")

    assert said(desk.run(*COMPOSE, name)) == (3, f"replyctl: {name}: --data takes at most 8 MB\n")
    assert said(desk.run("lint", "-", "--context", name)) == (3, f"replyctl: {name}: --context takes at most 8 MB\n")


def test_endless_or_huge_drafts_are_told_and_not_read_whole(desk: Desk) -> None:
    (desk.home / "zero.jsonl").symlink_to("/dev/zero")
    sparse(desk.home / "big.txt")
    long = "replyctl: {}: longer than 1,000,000 characters\n  remove the quoted mail\n"
    line = "replyctl: {}:1: a line of more than 32 MB: what is behind it is not read\n"

    for name in ("/dev/zero", "big.txt"):
        assert said(desk.run("lint", name, "-f", "concise")) == (3, long.format(name))
    assert said(desk.run("lint", "zero.jsonl", "-f", "concise")) == (3, line.format("zero.jsonl"))
    with open("/dev/zero", "rb") as zero:  # noqa: PTH123 - a device
        piped = subprocess.run(
            [*desk.program, "lint", "--stdin-format", "jsonl", "-f", "concise"],
            stdin=zero,
            capture_output=True,
            env=desk.env,
            check=False,
            timeout=120,
        )
    assert said(piped) == (3, line.format("stdin"))


def in_bash(desk: Desk, line: str) -> subprocess.CompletedProcess[bytes]:
    """A line of bash, which alone has `<(…)`; no terminal."""
    return subprocess.run(
        ["bash", "-c", line], capture_output=True, env=desk.env, cwd=desk.home, check=False, timeout=120
    )


def test_pipes_are_read_where_a_person_may_name_one(desk: Desk) -> None:
    (desk.home / "data.json").write_text(json.dumps(WHOLE))
    line = " ".join(desk.program)

    for data in ("<(cat data.json)", "- <data.json", "/dev/stdin <data.json"):
        done = in_bash(desk, f"{line} {' '.join(COMPOSE)} {data}")
        assert (done.returncode, b"your lamp is broken" in done.stdout) == (0, True), done.stderr
    done = in_bash(desk, f"mkfifo pipe; echo 'GREAT NEWS ABOUT IT' >pipe & sleep 1; {line} lint --select all-caps pipe")
    assert b"all-caps" in done.stdout


def test_a_link_out_of_its_library_is_refused_by_name_too_and_nothing_of_its_target_is_shown(desk: Desk) -> None:
    (desk.home / "secret.txt").write_text("TOPSECRET=hunter2\n")
    (desk.home / "team/snippets").mkdir(parents=True)
    (desk.home / "team/snippets/leak.yaml").symlink_to(desk.home / "secret.txt")

    for form in ("pretty", "json", "sarif"):
        code, told = said(desk.run("snippets", "check", "team/snippets/leak.yaml", "-f", form))
        assert (code, "leads out of its library" in told, "TOPSECRET" in told) == (1, True, False)


def test_without_a_path_the_agent_s_own_snippets_are_checked_too(desk: Desk) -> None:
    own = desk.home / "config/replyctl/snippets/mine.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("title: T\n")

    code, told = said(desk.run("snippets", "check", "-f", "concise"))

    assert (code, told.count("mine.yaml:1:1: error schema:")) == (1, 2)
