"""`replyctl suggest`: which snippets fit what a customer wrote."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Desk

MAIL = "From: Diane <d@x.example>\nSubject: My order\n\nHello, my vase arrived in pieces, I want my money back.\n"
LINES = '{"id": "a", "text": "我的花瓶收到就碎了，想退款"}\nno\n{"id": 7, "text": "שכחתי את הסיסמה"}\n{"id": 8}\n'


def test_several_inputs_are_ranked_in_order_and_one_that_cannot_be_read_does_not_stop_the_others(desk: Desk) -> None:
    (desk.home / "mail.txt").write_text(MAIL)
    (desk.home / "mails.jsonl").write_text(LINES)
    done = desk.run("suggest", "-f", "jsonl", "-n", "2", "mail.txt", "gone.txt", "mails.jsonl")
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]

    assert done.returncode == 3
    assert [{*row} for row in rows] == [
        {"path", "snippets"}, {"path", "error"}, {"id", "snippets"}, {"line", "error"}, {"id", "snippets"},
        {"line", "error"},
    ]  # fmt: skip
    assert [rows[at]["snippets"][0]["name"] for at in (0, 2, 4)] == [
        "damaged-item", "damaged-item", "password-reset-help",
    ]  # fmt: skip
    assert all(len(row["snippets"]) <= 2 for row in rows if "snippets" in row)


def test_a_sentence_from_a_pipe_is_answered_by_a_table(desk: Desk) -> None:
    done = desk.run("suggest", stdin="איפה החבילה שלי?".encode())

    assert done.returncode == 0
    assert done.stdout.decode().startswith("looking-into-it ")
    assert done.stderr == b""
