"""Which mail is answered, where a file, a folder or stdin holds several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Desk, Mails

SEPARATOR = b"From sarah@mail.example Mon Nov 30 10:00:00 2026\n"
ANSWER = ("--no-input", "--blank", "--set", "text=The lamp is dimmable.")


@pytest.fixture
def mailbox(desk: Desk, mails: Mails) -> bytes:
    both = [
        mails.write("Hi,\n\nis the lamp dimmable?", From=f"{name} <x@mail.example>") for name in ("Ann Lee", "Bob Ray")
    ]
    box = b"".join(SEPARATOR + mail + b"\n" for mail in both)
    (desk.home / "box.mbox").write_bytes(box)
    folder = desk.home / "mails"
    folder.mkdir()
    (folder / "a.eml").write_bytes(both[0])
    (folder / "b.eml").write_bytes(both[1])
    return box


@pytest.mark.usefixtures("mailbox")
def test_a_mail_of_a_mailbox_file_is_named_as_read_names_it(desk: Desk) -> None:
    assert desk.run("reply", "box.mbox#2", *ANSWER).stdout.startswith(b"Hi Bob,")


@pytest.mark.usefixtures("mailbox")
@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("box.mbox", "box.mbox: several mails\n  name one of them: box.mbox#1, box.mbox#2, …"),
        ("mails", "mails: several mails\n  name one of them: mails/a.eml, mails/b.eml, …"),
        ("box.mbox#3", "box.mbox#3: there is no mail of this number\n  `replyctl read box.mbox` numbers them"),
        ("none#3", "none: cannot be read: No such file or directory"),
    ],
)
def test_what_to_write_instead_is_told(desk: Desk, path: str, told: str) -> None:
    done = desk.run("reply", path, *ANSWER)
    linted = desk.run("lint", "--reply-to", path, stdin=b"Hi Ann, it is.")

    assert (done.returncode, done.stdout) == (3, b"")
    assert told in done.stderr.decode()
    assert linted.returncode == 3
    assert told in linted.stderr.decode()


def test_several_on_stdin_are_refused(desk: Desk, mailbox: bytes) -> None:
    done = desk.run("reply", *ANSWER, stdin=mailbox)

    assert (done.returncode, done.stdout) == (3, b"")
    assert "stdin: several mails\n  pipe in one mail" in done.stderr.decode()


@pytest.mark.usefixtures("mailbox")
def test_one_mail_is_answered_at_a_time(desk: Desk) -> None:
    done = desk.run("reply", "mails/a.eml", "mails/b.eml", *ANSWER)

    assert (done.returncode, done.stdout) == (2, b"")
    assert "one mail is answered at a time\n  replyctl reply mails/a.eml" in done.stderr.decode()
