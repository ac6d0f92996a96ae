"""Files of a snippet: attached, named and counted; a mistake in the snippet told with its place."""

from __future__ import annotations

import json
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import CompletedProcess

    from conftest import Desk, Mails

SNIPPET = """\
title: Manual
kind: answer
attachments: [{files}]
text:
  en: {{subject: The manual, body: "I have attached the manual."}}
  zh: {{subject: 说明书, body: 说明书已附上。}}
  he: {{subject: ההוראות, body: ההוראות מצורפות.}}
"""


@pytest.fixture
def team(desk: Desk) -> Path:
    folder = desk.home / "team"
    (folder / "snippets").mkdir(parents=True)
    (folder / "files").mkdir()
    (folder / "files/manual.pdf").write_bytes(b"%PDF" * 10_000)
    (folder / "files/big.pdf").write_bytes(b"%PDF" * 30_000)
    return folder


def _answer(
    desk: Desk, team: Path, mail: bytes, *flags: str, files: str = "files/manual.pdf"
) -> CompletedProcess[bytes]:
    (team / "snippets/manual.yaml").write_text(SNIPPET.format(files=files), "utf-8")
    return desk.run("reply", "--no-input", "--snippet", "manual", "--library", str(team), *flags, stdin=mail)


@pytest.mark.parametrize("language", ["en", "zh", "he"])
def test_a_message_holds_the_file_and_lint_counts_it(desk: Desk, team: Path, mails: Mails, language: str) -> None:
    done = _answer(desk, team, mails.write(), "-f", "eml", "--lang", language)

    assert done.returncode == 0, done.stderr.decode()
    [file] = message_from_bytes(done.stdout, policy=policy.default).iter_attachments()
    assert (file.get_filename(), file.get_payload(decode=True)) == ("manual.pdf", b"%PDF" * 10_000)
    assert "a file goes with this reply: manual.pdf (39 KB)" in done.stderr.decode()
    assert "attachment" not in done.stderr.decode()


def test_lint_counts_the_files_of_our_own_message(desk: Desk, team: Path, mails: Mails) -> None:
    light = _answer(desk, team, mails.write(), "-f", "eml").stdout
    heavy = _answer(desk, team, mails.write(), "-f", "eml", files="files/big.pdf").stdout
    rule = (
        "lint",
        "--stdin-format",
        "eml",
        "--select",
        "attachment-size,attachment-missing",
        "--fail-level",
        "warning",
    )

    assert desk.run(*rule, stdin=light).returncode == 0
    assert "attachment-size" in desk.run(*rule, stdin=heavy).stdout.decode()


def test_other_formats_name_it(desk: Desk, team: Path, mails: Mails) -> None:
    done = _answer(desk, team, mails.write())
    as_json = _answer(desk, team, mails.write(), "-f", "json")

    assert f"-f text holds no files; attach {team}/files/manual.pdf yourself" in done.stderr.decode()
    assert json.loads(as_json.stdout)["attachments"] == [{"name": "manual.pdf", "size": 40_000}]


def test_a_heavy_one_is_told(desk: Desk, team: Path, mails: Mails) -> None:
    done = _answer(desk, team, mails.write(), "-f", "eml", "--fail-level", "warning", files="files/big.pdf")

    assert (done.returncode, done.stdout) == (1, b"")
    assert "attachment-size" in done.stderr.decode()


@pytest.mark.parametrize("file", ["../outside.txt", "files/link.pdf", "files/none.pdf", "/etc/hostname"])
def test_what_leads_out_of_the_library_is_told_with_its_place(desk: Desk, team: Path, mails: Mails, file: str) -> None:
    (desk.home / "outside.txt").write_text("private")
    (team / "files/link.pdf").symlink_to(desk.home / "outside.txt")
    done = _answer(desk, team, mails.write(), "-f", "eml", files=f"files/manual.pdf, {file}")
    checked = desk.run("snippets", "check", "-f", "concise", str(team))

    assert (done.returncode, done.stdout) == (3, b"")
    assert f"{team}/snippets/manual.yaml:3:33" in done.stderr.decode()
    assert checked.returncode == 1
    assert "snippets/manual.yaml:3:33: error schema" in checked.stdout.decode()


def test_the_check_sees_a_file_go(desk: Desk, team: Path, mails: Mails) -> None:
    _answer(desk, team, mails.write())
    before = desk.run("snippets", "check", "--fail-level", "error", str(team))
    (team / "files/manual.pdf").unlink()
    after = desk.run("snippets", "check", "--fail-level", "error", str(team))

    assert (before.returncode, after.returncode) == (0, 1)


def test_the_last_reply_still_has_its_file(desk: Desk, team: Path, mails: Mails) -> None:
    _answer(desk, team, mails.write())
    again = desk.run("compose", "--again", "-f", "eml")

    assert len([*message_from_bytes(again.stdout, policy=policy.default).iter_attachments()]) == 1
