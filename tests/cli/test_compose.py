"""`compose` where nobody is asked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Desk

ITEM = ("compose", "damaged-item", "--no-input")
ORDER = ("--set", "order=HW-659", "--set", "fault=your items arrived damaged", "--set", "customer.name=Diane")
VALUES = (*ORDER, "--set", "tracking=ABC456123")
ERROR = ("--set", "fault=the card 4111 1111 1111 1111 was charged twice")


def test_a_reply_is_printed_and_its_subject_told(desk: Desk) -> None:
    done = desk.run(*ITEM, *VALUES)

    assert done.returncode == 0
    out = done.stdout.decode()
    assert out.splitlines()[0].endswith("Diane,")
    assert out.endswith("care@homeworks.example\n")
    assert not out.endswith("\n\n")
    assert b"\r" not in done.stdout
    assert "Subject: Order HW-659" in done.stderr.decode()


@pytest.mark.parametrize("piece", ["greeting", "introduction", "offer", "closing", "signature"])
def test_what_the_help_desk_adds_is_not_missed(desk: Desk, piece: str) -> None:
    done = desk.run(*ITEM, *VALUES, "--without", piece, "--fail-level", "suggestion")

    assert done.returncode == 0, done.stderr.decode()


def test_missing_values_are_all_named_and_nothing_is_printed(desk: Desk) -> None:
    done = desk.run(*ITEM, "--set", "order=HW-659", "--with", "replacement")

    assert (done.returncode, done.stdout) == (3, b"")
    assert "fault" in done.stderr.decode()
    assert "tracking" in done.stderr.decode()


def test_as_json_an_error_is_one_object_and_nothing_else(desk: Desk) -> None:
    done = desk.run(*ITEM, "--set", "order=HW-659", "--with", "replacement", "-f", "json")

    assert (done.returncode, done.stdout) == (3, b"")
    assert json.loads(done.stderr)["missing"] == ["fault", "tracking"]


def test_a_merge_tag_given_as_a_value_is_missing(desk: Desk) -> None:
    done = desk.run(*ITEM, *VALUES, "--set", "customer.name={{ contact.name }}", "-f", "json")

    assert (done.returncode, done.stdout) == (3, b"")
    error = json.loads(done.stderr)
    assert error["missing"] == ["customer.name"]
    assert "'{{ contact.name }}' is an unfilled placeholder" in error["error"]


def test_a_name_that_names_nobody_is_told_once(desk: Desk) -> None:
    done = desk.run(*ITEM, *VALUES, "--set", "customer.name=info@acme.com")

    assert done.returncode == 0
    assert done.stdout.startswith(b"Hello,\n")
    assert done.stderr.decode().count("the greeting is neutral") == 1


def test_without_a_name_the_agent_is_missing_and_the_hint_says_how_to_give_it(fresh: Desk) -> None:
    done = fresh.run(*ITEM, *VALUES)

    assert (done.returncode, done.stdout) == (3, b"")
    assert "agent.name" in done.stderr.decode()
    assert "config set agent.name" in done.stderr.decode()


def test_where_there_is_no_terminal_it_is_as_with_no_input(desk: Desk) -> None:
    done = desk.run("compose", "damaged-item", *ORDER, "--with", "replacement")

    assert (done.returncode, done.stdout) == (3, b"")
    assert "tracking" in done.stderr.decode()


def test_a_program_in_the_background_asks_nobody(desk: Desk) -> None:
    terminal = desk.shell("set -m; replyctl compose damaged-item > out.txt 2> err.txt & wait $!; echo code $?")

    terminal.see("code 3")
    assert "no value for" in (desk.home / "err.txt").read_text()


@pytest.mark.parametrize("level", [(), ("--fail-level", "error"), ("--fail-level", "warning")])
def test_a_reply_with_an_error_is_held_back(level: tuple[str, ...], desk: Desk) -> None:
    done = desk.run(*ITEM, *VALUES, *ERROR, *level)

    assert (done.returncode, done.stdout) == (1, b"")
    assert "pii" in done.stderr.decode()


def test_fail_level_never_lets_it_through(desk: Desk) -> None:
    done = desk.run(*ITEM, *VALUES, "--set", "fault={{x}}", "--fail-level", "never")

    assert done.returncode == 0
    assert "{{x}}" in done.stdout.decode()
    assert "placeholder" in done.stderr.decode()


def test_a_reply_that_is_held_back_writes_no_file(desk: Desk) -> None:
    done = desk.run(*ITEM, *VALUES, *ERROR, "-o", "out.txt")

    assert done.returncode == 1
    assert not (desk.home / "out.txt").exists()


def test_held_back_as_json_is_one_object_too(desk: Desk) -> None:
    done = desk.run(*ITEM, *VALUES, *ERROR, "-f", "json")

    assert (done.returncode, done.stdout) == (1, b"")
    told = json.loads(done.stderr)
    in_text = desk.run(*ITEM, *VALUES, *ERROR).stderr.decode().splitlines()
    assert told.keys() == {"error", "hint", "missing"}
    assert [line for line in told["error"].splitlines() if line.startswith("reply:")] == [
        line for line in in_text if line.startswith("reply:")
    ]
    assert "error pii: " in told["error"]


def test_a_snippet_that_is_not_there_is_told_with_the_one_that_was_meant(desk: Desk) -> None:
    done = desk.run("compose", "damagd-item", "--no-input")

    assert (done.returncode, done.stdout) == (3, b"")
    assert "did you mean 'damaged-item'?" in done.stderr.decode()


def test_an_unknown_set_is_wrong_usage(desk: Desk) -> None:
    done = desk.run(*ITEM, "--set", "ordr=HW-659")

    assert (done.returncode, done.stdout) == (2, b"")
    assert "order" in done.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ("compose", "--no-input"),
        ("compose", "damaged-item", "--blank", "--no-input"),
        ("compose", "--again", "--resume"),
        ("compose", "--resume", "--set", "order=1"),
        *(
            ("compose", way, *more)
            for way in ("--again", "--resume")
            for more in (("--lang", "he"), ("--tone", "formal"))
        ),
        ("compose", "--again", "--tone", "auto"),
        ("compose", "--again", "--to", "ann@x.example"),
        ("compose", "--again", "--without", "greeting"),
        ("compose", "--resume", "--no-shipped"),
        ("compose", "damaged-item", "--no-input", "--to", "ann at x.example"),
        ("compose", "damaged-item", "--no-input", "--to", "ann@x.example\nBcc: eve@x.example"),
        ("compose", "damaged-item", "--no-input", "--edit"),
        ("compose", "damaged-item", "--no-input", "--set", "order"),
        ("compose", "damaged-item", "--no-input", "--tone", "rude"),
        ("compose", "damaged-item", "--no-input", "--fail-level", "often"),
        ("compose", "damaged-item", "--no-input", "--without", "nothing-like-it"),
        ("compose", "damaged-item", "--edit", *VALUES),
    ],
)
def test_wrong_usage_is_exit_2_and_no_output(arguments: tuple[str, ...], desk: Desk) -> None:
    done = desk.run(*arguments)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'"x"', b"\xff\xfe", b"[" * 100_000, b'{"order": NaN', b'{"customer": {"name":']
)
def test_data_that_is_no_object_is_bad_input(data: bytes, desk: Desk) -> None:
    done = desk.run(*ITEM, "--data", "-", stdin=data)

    assert (done.returncode, done.stdout) == (3, b"")
    assert b"Traceback" not in done.stderr


def test_data_comes_from_a_file_or_a_pipe_and_set_is_stronger(desk: Desk) -> None:
    data = {"order": "HW-1", "fault": "坏了", "tracking": "X1", "customer": {"name": "李女士"}, "surprise": 1}
    (desk.home / "data.json").write_text(json.dumps(data))

    by_file = desk.run(*ITEM, "--data", "data.json", "--set", "order=HW-2", "--lang", "zh")
    by_pipe = desk.run(*ITEM, "--data", "-", "--set", "order=HW-2", "--lang", "zh", stdin=json.dumps(data).encode())

    assert by_file.returncode == by_pipe.returncode == 0
    assert by_file.stdout == by_pipe.stdout
    assert "李女士" in by_file.stdout.decode()
    assert "HW-2" in by_file.stdout.decode()
    assert "surprise" in by_file.stderr.decode()


def test_a_reply_goes_to_the_address_given_or_to_the_customers(desk: Desk) -> None:
    def to(*arguments: str) -> list[str]:
        lines = desk.run(*ITEM, *VALUES, "-f", "draft", *arguments).stdout.decode().splitlines()
        return [line for line in lines if line.startswith("To:")]

    assert to() == []
    assert to("--set", "customer.email=diane@x.example") == ["To: Diane <diane@x.example>"]
    assert to("--set", "customer.email=diane@x.example", "--to", "d@y.example") == ["To: Diane <d@y.example>"]


def test_a_text_to_paste_can_do_without_a_subject_and_says_so_but_no_draft(desk: Desk) -> None:
    blank = ("compose", "--blank", "--no-input", "--set", "text=Your lamp is here.")
    text, draft, again = desk.run(*blank), desk.run(*blank, "-f", "draft"), desk.run("compose", "--again", "-f", "eml")

    assert text.returncode == 0
    assert b"Your lamp is here." in text.stdout
    assert b"this reply has no subject" in text.stderr
    for refused in (draft, again):
        assert (refused.returncode, refused.stdout) == (3, b"")
        assert b"no value for subject" in refused.stderr


@pytest.mark.parametrize("format_", ["text", "draft"])
def test_a_reply_of_ones_own_has_the_subject_given_or_that_of_the_mail(format_: str, desk: Desk) -> None:
    blank = ("compose", "--blank", "--no-input", "-f", format_, "--set", "text=Your lamp is here.")
    named = desk.run(*blank, "--set", "subject=Your lamp")
    answer = desk.run(*blank, "--data", "-", stdin=b'{"reply_subject": "Re: My lamp"}')

    assert b"Subject: Your lamp" in named.stdout + named.stderr
    assert b"Subject: Re: My lamp" in answer.stdout + answer.stderr


def test_a_pasted_letter_is_framed_once_and_it_is_told(desk: Desk) -> None:
    letter = "Dear Diane,\n\nYour vase is here.\n\nBest,\nDana"
    done = desk.run("compose", "--blank", "--no-input", "--set", "subject=Your vase", "--set", f"text={letter}")

    out = done.stdout.decode()
    assert out.startswith("Dear Diane,\n\nMy name is Dana Levi")
    assert out.count("Dana") == 2
    assert "notice: the text has its own greeting and sign-off" in done.stderr.decode()


def test_two_promises_of_the_same_thing_are_told(desk: Desk, library: Callable[..., Path]) -> None:
    folder = library(
        paid="title: Paid\nkind: answer\ntext: {en: {subject: s, body: The refund arrives within 5 days.}}\n"
    )
    told = desk.run("compose", "damaged-item", "paid", "--no-input", *VALUES, "--library", str(folder))

    assert told.returncode == 0
    assert "notice: damaged-item and paid promise differently" in told.stderr.decode()


def test_the_shipped_snippets_promise_a_refund_for_the_same_day(desk: Desk) -> None:
    more = ("--set", "amount=49 EUR", "--set", "refund_by=2099-12-01")
    done = desk.run("compose", "damaged-item", "refund-approved", "--no-input", *VALUES, *more)

    assert done.returncode == 0
    assert "promise differently" not in done.stderr.decode()
    assert done.stdout.decode().count("the money will be in your account by Tuesday, 1 December 2099") == 2
    assert b"48 hours" not in done.stdout


def test_traditional_chinese_is_never_simplified(desk: Desk) -> None:
    done = desk.run(*ITEM, *VALUES, "--lang", "zh-TW")

    assert done.returncode == 0
    assert "訂單 HW-659" in done.stdout.decode()
    assert "订单" not in done.stdout.decode() + done.stderr.decode()
    assert "notice: there is no text in zh-TW" in done.stderr.decode()


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        ("31.12.2099", 0, "31 December 2099"),
        ("5/6/2099", 3, "2099-05-06"),
        ("2099-02-30", 3, "February 2099 has 28 days"),
    ],
)
def test_a_date_is_read_as_it_is_typed_or_refused_with_what_it_can_be(
    typed: str, code: int, told: str, desk: Desk
) -> None:
    values = ("--set", "order=HW-1", "--set", "reason=the oak came late", "--set", f"new_date={typed}")
    done = desk.run("compose", "order-delayed", "--no-input", *values)

    assert done.returncode == code
    assert told in (done.stdout or done.stderr).decode()


def test_two_snippets_make_one_reply(desk: Desk) -> None:
    values = ("--set", "order=HW-659", "--set", "praised=how fast it came", "--set", "customer.name=Diane")
    done = desk.run("compose", "looking-into-it", "thanks-for-praise", "--no-input", "-f", "json", *values)

    reply = json.loads(done.stdout)
    assert reply["snippets"] == ["looking-into-it", "thanks-for-praise"]
    assert reply["body"].count("Diane,") == 1


def test_wrapped_lines_keep_what_the_lead_approved(desk: Desk) -> None:
    whole = json.loads(desk.run(*ITEM, *VALUES, "-f", "json").stdout)
    wrapped = json.loads(desk.run(*ITEM, *VALUES, "-f", "json", "--wrap", "40").stdout)

    assert max(map(len, wrapped["body"].splitlines())) <= 40
    assert wrapped["body"].split() == whole["body"].split()
    assert [one["rule"] for one in wrapped["problems"]] == [one["rule"] for one in whole["problems"]]


@pytest.mark.parametrize("format_", ["text", "draft", "eml", "html", "json"])
def test_again_prints_the_same_bytes_in_every_format(format_: str, desk: Desk) -> None:
    first = desk.run(*ITEM, *VALUES, "-f", format_)
    again = desk.run("compose", "--again", "-f", format_)

    assert first.returncode == again.returncode == 0
    assert again.stdout == first.stdout != b""


def test_again_without_a_reply_and_resume_without_one_are_told(desk: Desk) -> None:
    for flag in ("--again", "--resume"):
        done = desk.run("compose", flag)
        assert (done.returncode, done.stdout) == (3, b"")
        assert b"there is no" in done.stderr


def test_a_file_gets_what_stdout_would_get(desk: Desk) -> None:
    done = desk.run(*ITEM, *VALUES, "-o", "out.txt")

    assert (done.returncode, done.stdout) == (0, b"")
    assert (desk.home / "out.txt").read_bytes() == desk.run(*ITEM, *VALUES).stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told_and_the_reply_is_not_lost(desk: Desk) -> None:
    done = desk.run(*ITEM, *VALUES, "-o", "/dev/full")

    assert (done.returncode, done.stdout) == (3, b"")
    assert "No space left" in done.stderr.decode()
    assert "--again" in done.stderr.decode()
    assert desk.run("compose", "--again").stdout == desk.run(*ITEM, *VALUES).stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [(*ITEM, *VALUES), ("rules",), ("--help",)])
def test_a_stdout_without_room_is_told_in_one_line(desk: Desk, arguments: tuple[str, ...]) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" >/dev/full', "sh", *desk.program, *arguments],
        capture_output=True,
        env=desk.env,
        cwd=desk.home,
        check=False,
    )

    assert done.returncode == 3
    assert "replyctl: cannot write to stdout: No space left on device" in done.stderr.decode().splitlines()


def test_a_state_folder_that_cannot_be_written_stops_nothing(desk: Desk) -> None:
    (desk.home / "state").write_text("in the way")

    done = desk.run(*ITEM, *VALUES)

    assert done.returncode == 0
    assert done.stdout
    assert "--again" in done.stderr.decode()


def test_copying_without_a_clipboard_is_told_and_nothing_is_printed(desk: Desk) -> None:
    done = desk.run(*ITEM, *VALUES, "--copy")

    assert (done.returncode, done.stdout) == (3, b"")
    assert "clipboard" in done.stderr.decode()


def test_one_broken_file_stops_only_itself(desk: Desk, library: Callable[..., Path]) -> None:
    folder = str(
        library(broken="title: [", good="title: T\nkind: answer\ntext: {en: {subject: Subject here, body: Body.}}\n")
    )

    good = desk.run("compose", "good", "--no-input", "--library", folder, "--fail-level", "never")
    broken = desk.run("compose", "broken", "--no-input", "--library", folder)

    assert (good.returncode, b"Body." in good.stdout) == (0, True)
    assert (broken.returncode, broken.stdout) == (3, b"")
    assert "broken.yaml" in broken.stderr.decode()


BROKEN = (
    "title: Late\nkind: answer\nfields: {order: {ask: Order number}}\nparts: {call: {}}\n"
    "text: {en: {subject: 'Order {{ ordr }}', body: '{% if parts.cal %}We call.{% endif %}'}}\n"
)


def test_of_a_broken_snippet_all_is_told_where_it_stands(desk: Desk, library: Callable[..., Path]) -> None:
    done = desk.run("compose", "late", "--no-input", "--library", str(library(late=BROKEN)))

    assert (done.returncode, done.stdout) == (3, b"")
    err = done.stderr.decode()
    assert "late.yaml:5:32: 'ordr' is not declared\n  | text: {en: {subject: 'Order {{ ordr }}'" in err
    assert "did you mean 'order'?" in err
    assert "late.yaml:5:55: 'parts.cal' is not declared" in err


def test_as_json_a_broken_snippet_is_one_object_with_the_first_mistake(
    desk: Desk, library: Callable[..., Path]
) -> None:
    done = desk.run("compose", "late", "-f", "json", "--library", str(library(late=BROKEN)))

    assert (done.returncode, done.stdout) == (3, b"")
    told = json.loads(done.stderr)
    assert told["error"].endswith("late.yaml:5:32: 'ordr' is not declared (and 1 more)")
    assert (told["hint"], told["missing"]) == ("did you mean 'order'?", [])


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Hello.\n      {{ 1 | round(-1000000000) }}", "8:14"),
        ("{% set a = 'a ' %}{{ a.split() | join(a - 1) }}", "7:40"),
        ("{{ partial('bomb') }}", "bomb.yaml:3:6"),
    ],
)
def test_a_template_that_fails_is_told_where_it_stands_in_its_file(
    body: str, place: str, desk: Desk, library: Callable[..., Path]
) -> None:
    folder = library(late=f"title: Late\nkind: answer\ntext:\n  en:\n    subject: Late\n    body: |\n      {body}\n")
    (folder / "partials").mkdir()
    (folder / "partials" / "bomb.yaml").write_text("en: |\n  Hello\n  {{ '%20000000000d' - 1 }}\n")

    done = desk.run("compose", "late", "--no-input", "--library", str(folder))

    assert (done.returncode, done.stdout) == (3, b"")
    assert f"{place}: " in done.stderr.decode()
    assert len(done.stderr) < 1000


def test_a_condition_that_fails_is_told_where_it_stands_in_its_file(desk: Desk, library: Callable[..., Path]) -> None:
    folder = library(
        late="title: Late\nkind: answer\nfields:\n  a: {}\n  b: {when: 'a - 1 == 2', default: '{{ a }}!'}\n"
        "text: {en: {subject: Late, body: '{{ a }}{{ b }}'}}\n"
    )

    done = desk.run("compose", "late", "--no-input", "--library", str(folder), "--set", "a=x")

    assert "late.yaml:5:14: this fails: 'x' is not a number" in done.stderr.decode()


def test_a_default_is_made_of_the_answers_before_it(desk: Desk, library: Callable[..., Path]) -> None:
    folder = library(
        late="title: Late\nkind: answer\nfields:\n  order: {type: order}\n  rma: {default: 'RMA-{{ order | lower }}'}\n"
        "  due: {type: date, default: {en: '{% if parts.slow %}2026-12-05{% else %}2026-12-02{% endif %}'}}\n"
        "parts: {slow: {}}\ntext: {en: {subject: Late, body: '{{ rma }} by {{ due }}{% if parts.slow %}.{% endif %}'}}\n"
    )
    compose = ("compose", "late", "--no-input", "--library", str(folder), "--set", "order=HW-1")

    assert "RMA-hw-1 by Wednesday, 2 December 2026" in desk.run(*compose).stdout.decode()
    assert "RMA-hw-1 by Saturday, 5 December 2026." in desk.run(*compose, "--with", "slow").stdout.decode()
    assert "\n7 by" in desk.run(*compose, "--set", "rma=7").stdout.decode()
    assert desk.run(*compose[:5], "--no-input").returncode == 3


def test_alone_and_without_a_terminal_it_helps_and_exits_2(desk: Desk) -> None:
    done = desk.run()

    assert (done.returncode, done.stdout) == (2, b"")
    assert "compose" in done.stderr.decode()


def test_nothing_slow_is_loaded_on_the_second_run(desk: Desk) -> None:
    slow = {
        "prompt_toolkit",
        "rich",
        "pydantic",
        "yaml",
        "platformdirs",
        "pyperclip",
        "rapidfuzz",
        "stdnum",
        "publicsuffixlist",
        "asyncio",
        "termios",
    }
    desk.run(*ITEM, *VALUES)
    script = "import sys; from replyctl.cli.main import main; main(); print(*sys.modules, file=sys.stderr)"
    desk.program = [sys.executable, "-c", script]

    done = desk.run(*ITEM, *VALUES)

    assert done.stdout
    assert slow & set(done.stderr.decode().splitlines()[-1].split()) == set()


def test_where_there_are_no_locks_and_no_terminals_compose_still_composes(desk: Desk) -> None:
    code = (
        "import sys\n"
        "for name in ('fcntl', 'termios', 'pwd', 'grp', 'tty', 'pty', 'resource'): sys.modules[name] = None\n"
        "from replyctl.__main__ import run\n"
        "run()"
    )
    desk.program = [sys.executable, "-c", code]
    values = ("order=HW-659", "fault=it broke", "tracking=ABC456123", "customer.name=Diane")

    done = desk.run("compose", "damaged-item", "--no-input", *(word for one in values for word in ("--set", one)))
    again = desk.run("compose", "--again")

    assert done.stdout.startswith(b"Hi Diane,"), done.stderr.decode()
    assert again.stdout == done.stdout
    assert desk.run("compose", "--resume", "--no-input").returncode == 3
