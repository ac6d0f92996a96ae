"""`replyctl forget`, and the days after which data of customers is forgotten anyway."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Desk

BLANK = ("compose", "--blank", "--no-input", "--set", "text=It ships today.", "--set", "customer.name=Diane")
DAY = 24 * 60 * 60


def test_one_command_forgets_and_time_does(desk: Desk) -> None:
    assert desk.run(*BLANK).returncode == 0
    assert desk.run("forget").stderr == b"forgotten: the last reply\n"
    assert list((desk.home / "state").rglob("*.json")) == []
    assert desk.run("forget").stderr == b"nothing was kept of customers\n"

    (desk.home / "state" / "usage.json").write_text('{"damaged-item": [1, 1796121119]}')
    assert desk.run("forget").stderr == b"forgotten: which snippets were used\n"
    assert list((desk.home / "state").rglob("*.json")) == []

    assert desk.run(*BLANK).returncode == 0
    kept = desk.home / "state" / "last.json"
    moment = kept.stat().st_mtime - 8 * DAY
    os.utime(kept, (moment, moment))
    done = desk.run("compose", "--again", REPLYCTL_KEEP_DAYS="7")
    assert (done.returncode, b"there is no last reply yet" in done.stderr) == (3, True)
    assert not kept.exists()
