from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

import pytest
from making import SETTINGS, snippet, start

from replyctl.compose.values import look_up
from replyctl.compose.values.look_up import command, run
from replyctl.library.snippet import Field


@pytest.fixture
def shop(tmp_path: Path) -> tuple[str, ...]:
    """A command that prints what it is given as `say`."""
    script = tmp_path / "shop.py"
    script.write_text("import sys, time\nexec(sys.argv[1])\n", encoding="utf-8")
    return sys.executable, "-I", str(script)


def test_only_whole_arguments_are_filled_so_that_a_value_never_becomes_another() -> None:
    argv = ("shop", "--order={order}", "{customer.name}", "{unknown}", "{order}{order}")
    values = {"order": "HW-1 --all; rm -rf /", "customer.name": "{order}"}

    assert command(argv, values) == (
        "shop",
        "--order=HW-1 --all; rm -rf /",
        "{order}",
        "{unknown}",
        "HW-1 --all; rm -rf /HW-1 --all; rm -rf /",
    )


@pytest.mark.parametrize(
    ("code", "found", "said"),
    [
        ('print(\'{"tracking": "ABC"}\')', {"tracking": "ABC"}, ""),
        ("print('no')", {}, "did not print a JSON object"),
        ("print('[1]')", {}, "did not print a JSON object"),
        ("sys.stdout.buffer.write(b'\\xff')", {}, "did not print a JSON object"),
        ("sys.exit(4)", {}, "failed with exit code 4"),
        ("sys.exit('\\x1b[31mno such order')", {}, "failed with exit code 1: no such order"),
        ("print('{\"a\": ' + '[' * 200000)", {}, "did not print a JSON object"),
    ],
)
def test_a_command_offers_values_or_a_notice(shop: tuple[str, ...], code: str, found: object, said: str) -> None:
    values, notice = run((*shop, code))

    assert values == found
    assert said in notice
    assert bool(notice) is bool(said)


def test_one_that_is_not_there_or_hangs_is_a_notice(shop: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "cannot run /no/such: No such file" in run(("/no/such",))[1]
    monkeypatch.setattr(look_up, "SECONDS", 0.3)
    assert "did not answer" in run((*shop, "time.sleep(30)"))[1]


def test_what_fits_no_field_is_left_out_and_the_rest_is_offered(shop: tuple[str, ...]) -> None:
    code = 'print(\'{"days": "many", "tracking": "ABC", "shelf": 7, "customer": {"name": "李女士"}}\')'
    settings = replace(SETTINGS, look_up={"order": (*shop, code)})
    fields = {"order": Field(type="order"), "days": Field(type="int", optional=True), "tracking": Field()}
    made = start(
        snippet("{{ order }} {{ days }} {{ tracking }}", fields=fields), settings=settings, sets={"order": "HW-1"}
    )

    assert made.values["tracking"].origin == "look_up"
    assert made.values["customer.name"].value == "李女士"
    assert "days" not in made.values
    assert [notice.startswith("look_up: days is left out: not a whole number") for notice in made.plan.notices] == [
        True
    ]


def test_one_that_is_skipped_ends_at_once_with_all_that_it_started(shop: tuple[str, ...], tmp_path: Path) -> None:
    started = tmp_path / "started"
    code = f"""
import subprocess
child = subprocess.Popen(["sleep", "60"])
open({str(started)!r}, "w").write(str(child.pid))
time.sleep(60)
"""
    stop = Event()

    def skip() -> None:
        while not started.exists() or not started.read_text():
            time.sleep(0.01)
        stop.set()

    Thread(target=skip).start()
    found = run((*shop, code), "HW-1", stop)

    assert found.notice == "look_up: skipped"
    assert not _runs(int(started.read_text()))


def _runs(pid: int) -> bool:
    """Whether the process is more than a zombie that waits for init, also a few moments after it was killed."""
    for _ in range(500):
        try:
            if "\nState:\tZ" in Path(f"/proc/{pid}/status").read_text():
                return False
        except OSError:
            return False
        time.sleep(0.01)
    return True
