"""`replyctl read` as it is run: files, mailboxes, folders, stdin; what it prints, and what it says of what is no mail."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Desk

MAIL = """\
From: Sarah Whitfield <sarah@mail.example>
To: care@homeworks.example
Subject: Where is my order?
Date: Wed, 25 Nov 2026 09:14:02 +0000

Hi,

where is my order HW-20391? My card is 4111 1111 1111 1111.

Thanks,
Sarah
"""
KEYS = [
    *("name", "preferred", "title", "reply_to", "order", "language", "questions", "own_text", "angry", "auto"),
    *("sent", "subject", "reply_subject", "attachments"),
]
BOX = "From sarah@mail.example Wed Nov 25 09:14:02 2026\n{}\nFrom tom@mail.example Wed Nov 25 09:15:00 2026\n{}"


def test_one_mail_is_one_object_with_the_keys_of_the_contract(desk: Desk) -> None:
    done = desk.run("read", "-f", "json", stdin=MAIL.encode())

    found = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert list(found) == KEYS
    assert (found["name"], found["order"], found["language"]) == ("Sarah Whitfield", "HW-20391", "en")
    assert found["questions"] == ["where is my order HW-20391?"]
    assert "4111" not in done.stdout.decode()


def test_what_read_prints_is_data_for_compose(desk: Desk) -> None:
    case = desk.run("read", "-f", "json", stdin=MAIL.encode()).stdout
    values = ("--set", "fault=your lamp arrived broken", "--set", "tracking=ABC456123")
    done = desk.run(
        "compose", "damaged-item", "--no-input", "--data", "-", *values, "--fail-level", "never", stdin=case
    )

    assert done.returncode == 0
    assert done.stdout.decode().startswith("Hi Sarah,\n")
    assert "HW-20391" in done.stdout.decode()
    assert "ignored" not in done.stderr.decode()


def test_several_mails_are_rows_with_their_paths_as_they_come(desk: Desk) -> None:
    other = MAIL.replace("Sarah Whitfield", "Tom Baker").replace("Sarah\n", "Tom\n")
    (desk.home / "one.eml").write_text(MAIL, "utf-8")
    (desk.home / "box").write_text(BOX.format(MAIL, other), "utf-8")
    for name in ("cur", "new", "tmp"):
        (desk.home / "maildir" / name).mkdir(parents=True)
    (desk.home / "maildir/cur/1:2,S").write_text(other, "utf-8")
    done = desk.run("read", "-f", "jsonl", "one.eml", "missing.eml", "box", "maildir")

    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 3
    assert [row["path"] for row in rows] == ["one.eml", "missing.eml", "box#1", "box#2", "maildir/cur/1:2,S"]
    assert [row.get("name") for row in rows] == ["Sarah Whitfield", None, "Sarah Whitfield", "Tom Baker", "Tom Baker"]
    assert rows[1] == {"path": "missing.eml", "error": "cannot be read: No such file or directory"}


def test_several_mails_as_json_are_one_array(desk: Desk) -> None:
    done = desk.run("read", "-f", "json", stdin=BOX.format(MAIL, MAIL).encode())

    assert [row["path"] for row in json.loads(done.stdout)] == ["stdin#1", "stdin#2"]


def test_what_is_no_mail_is_told_and_nothing_printed(desk: Desk) -> None:
    (desk.home / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 40)
    (desk.home / "empty").mkdir()
    for arguments, stdin, told in (
        (["photo.jpg"], b"", "photo.jpg: not a mail"),
        ([], b"", "stdin: no mail: it is empty"),
        (["empty"], b"", "empty: no mails in this folder"),
        (["missing"], b"", "missing: cannot be read: No such file or directory"),
    ):
        done = desk.run("read", *arguments, stdin=stdin)
        assert (done.returncode, done.stdout) == (3, b"")
        assert told in done.stderr.decode()
        as_json = desk.run("read", "-f", "json", *arguments, stdin=stdin)
        assert (as_json.returncode, as_json.stdout) == (3, b"")
        assert json.loads(as_json.stderr)["error"]


def test_a_person_sees_who_writes_what_is_asked_and_what_to_mind(desk: Desk) -> None:
    angry = MAIL.replace("where is my order", "THIS IS A JOKE!!! Where is my order")
    shown = desk.run("read", stdin=angry.encode()).stdout.decode()

    assert "From      Sarah Whitfield (call them Sarah) <sarah@mail.example>\n" in shown
    assert "Order     HW-20391\n" in shown
    assert "  1. Where is my order HW-20391?\n" in shown
    assert "Angry     wait a moment before you send the answer\n" in shown
    assert "4111" not in shown


def test_nothing_in_a_mail_moves_a_terminal(desk: Desk) -> None:
    hostile = MAIL.replace("Sarah Whitfield", "=?utf-8?q?=1B=5B2JSarah_=E2=80=AEBcc?=").replace(
        "Hi,", "\x1b]52;c;x\x07Hi \u202e"
    )

    for format_ in ("pretty", "json", "jsonl"):
        shown = desk.run("read", "-f", format_, stdin=hostile.encode()).stdout.decode()
        assert not {char for char in shown if ord(char) < 32 and char != "\n"}
        assert "\u202e" not in shown


def test_the_teams_own_address_is_never_answered(desk: Desk) -> None:
    mail = MAIL.replace("sarah@mail.example", "care@homeworks.example").replace("To: care@", "To: other@")
    found = json.loads(desk.run("read", "-f", "json", stdin=mail.encode()).stdout)

    assert found["reply_to"] is None


def test_quoted_mail_that_was_left_out_is_counted_only_here(desk: Desk) -> None:
    mail = f"{MAIL}\nOn Mon, Ann wrote:\n> one\n> two\n".encode()
    answer = desk.run("reply", "--no-input", "--blank", "--set", "text=It is here.", stdin=mail)

    assert b"of quoted mail left out" in desk.run("read", stdin=mail).stdout
    assert b"left out" not in answer.stderr


def test_a_mail_with_nothing_to_answer_lists_no_questions(desk: Desk) -> None:
    mail = "Subject: Automatic reply: x\nAuto-Submitted: auto-replied\nFrom: a@b.example\n\nDid you mean Ann?\n"

    assert b"Questions" not in desk.run("read", stdin=mail.encode()).stdout
    assert b"Questions" in desk.run("read", stdin=b"From: a@b.example\n\nDid you mean Ann?\n").stdout


def test_a_very_long_mail_is_cut_on_a_terminal_alone(desk: Desk) -> None:
    (desk.home / "long.eml").write_text(
        "From: a@b.example\n\n" + "\n".join(f"line {at}." for at in range(300)), "utf-8"
    )
    terminal = desk.open("read", "long.eml")
    terminal.end()

    assert "100 more lines: `replyctl read -f json` has them all" in terminal.screen
    assert b"line 299" in desk.run("read", "long.eml").stdout
