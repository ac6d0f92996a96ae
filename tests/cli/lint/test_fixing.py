"""`--fix`, `--unsafe-fixes`, `--diff`, and lines that silence a rule."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
from typing import TYPE_CHECKING

import pytest

from replyctl.cli.main import main
from replyctl.cli.streams import Streams

if TYPE_CHECKING:
    from collections.abc import Buffer, Callable

    from conftest import Bench

DRAFT = "Hello Diane,\n\nYour lamp is on the the way!!\n"
MENDED = "Hello Diane,\n\nYour lamp is on the way!\n"
QUIET = ("-f", "concise", "--select", "repeated-word,exclamation,punctuation,emoticon")


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_what_is_not_mended_stays_byte_for_byte(bench: Bench, bom: str, end: str, last: str, encoding: str) -> None:
    mark = bom if encoding == "utf-8" else "\ufeff"
    before, after = ((mark + text.rstrip("\n") + last).replace("\n", end).encode(encoding) for text in (DRAFT, MENDED))
    bench.put("a.txt", before)

    assert bench.lint(*QUIET, "--fix", "a.txt") == (0, "", "")
    assert bench.get("a.txt") == after
    bench.lint(*QUIET, "--fix", "a.txt")
    assert bench.get("a.txt") == after


def test_only_unsafe_fixes_change_what_a_person_should_look_at(bench: Bench) -> None:
    draft = "Hello Diane,\n\nI am sorry that the lamp broke! It is is on the the way.\n"
    bench.put("a.txt", draft)

    bench.lint(*QUIET, "--fix", "a.txt")
    assert b"broke!" in bench.get("a.txt")
    assert b"the the" not in bench.get("a.txt")
    bench.lint(*QUIET, "--unsafe-fixes", "a.txt")
    assert b"broke. It" in bench.get("a.txt")


def test_stdin_is_mended_to_stdout_and_the_report_goes_to_stderr(bench: Bench) -> None:
    done = bench.lint("-f", "concise", "--select", "proof,exclamation,placeholder", "--fix", stdin=DRAFT + "{{x}}\n")

    assert (done.code, done.out) == (1, MENDED + "{{x}}\n")
    assert done.err.startswith("stdin:4:1: error placeholder: ")


def test_a_draft_without_faults_comes_out_of_stdin_as_it_is(bench: Bench) -> None:
    assert bench.lint(*QUIET, "--fix", stdin=MENDED) == (0, MENDED, "")


def test_a_diff_shows_the_change_fails_and_writes_nothing(bench: Bench) -> None:
    bench.put("a.txt", DRAFT)
    done = bench.lint(*QUIET, "--diff", "a.txt")

    assert (done.code, done.err) == (1, "")
    assert done.out == (
        "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n Hello Diane,\n \n"
        "-Your lamp is on the the way!!\n+Your lamp is on the way!\n"
    )
    assert bench.get("a.txt") == DRAFT.encode()
    assert bench.lint(*QUIET, "--diff", bench.put("b.txt", MENDED)) == (0, "", "")
    assert bench.lint(*QUIET, "--diff", "--fix", "a.txt").out == done.out
    assert bench.get("a.txt") == DRAFT.encode()


@pytest.mark.parametrize("draft", [DRAFT, DRAFT.rstrip("\n"), DRAFT.replace("\n", "\r\n"), "a\u2028b\x0bc\n" + DRAFT])
def test_a_diff_can_be_applied(bench: Bench, draft: str) -> None:
    bench.put("a.txt", draft)
    diff = bench.lint(*QUIET, "--diff", "a.txt").out
    done = subprocess.run(
        ["patch", "--binary", "a.txt"], input=diff.encode(), capture_output=True, cwd=bench.folder, check=False
    )

    if draft.isprintable() or draft.isascii():
        assert done.returncode == 0, done
        assert bench.get("a.txt").decode() == draft.replace("the the", "the").replace("!!", "!")
    assert diff.count("\\ No newline") == (0 if draft.endswith("\n") else 2)


def test_a_diff_of_what_cannot_be_mended_is_empty_and_the_problems_decide_the_exit_code(bench: Bench) -> None:
    hole = bench.put("hole.txt", f"{MENDED}\nYour number is [Name].\n")

    assert bench.lint("--select", "placeholder", "--diff", hole) == (1, "", "")
    assert bench.lint("--select", "placeholder", "--diff", "--fail-level", "never", hole) == (0, "", "")


@pytest.mark.parametrize("flag", ["--fix", "--diff", "--unsafe-fixes"])
def test_jsonl_is_not_mended(bench: Bench, flag: str) -> None:
    drafts = json.dumps({"body": DRAFT})
    for arguments in ((bench.put("a.jsonl", drafts),), ("--stdin-format", "jsonl")):
        done = bench.lint("-f", "json", flag, *arguments, stdin=drafts)

        assert (done.code, done.out) == (2, "")
        assert json.loads(done.err)["error"] == "--fix and --diff work on text drafts, not on JSONL"
    assert bench.get("a.jsonl").decode() == drafts


def test_a_mended_file_keeps_its_mode_and_its_link(bench: Bench) -> None:
    bench.put("a.txt", DRAFT)
    (bench.folder / "a.txt").chmod(0o640)
    (bench.folder / "link.txt").symlink_to("a.txt")
    bench.lint(*QUIET, "--fix", "link.txt")

    assert (bench.folder / "link.txt").is_symlink()
    assert bench.get("a.txt").decode() == MENDED
    assert stat.S_IMODE((bench.folder / "a.txt").stat().st_mode) == 0o640
    assert sorted(path.name for path in bench.folder.iterdir()) == ["a.txt", "link.txt"]


class Typing(io.BytesIO):
    """A stderr on whose first line somebody saves the draft in an editor."""

    def __init__(self, save: Callable[[], None]) -> None:
        super().__init__()
        self._save = save

    def write(self, data: Buffer) -> int:
        self._save()
        self._save = lambda: None
        return super().write(data)


@pytest.mark.parametrize("meanwhile", ["Hello Diane,\n\nI have typed on.\n", DRAFT + "P.S.\n", "", None])
@pytest.mark.parametrize("format_", ["concise", "jsonl"])
def test_what_was_typed_meanwhile_is_left_and_told(bench: Bench, meanwhile: str | None, format_: str) -> None:
    def save() -> None:
        if meanwhile is None:
            (bench.folder / "a.txt").unlink()
        else:
            bench.put("a.txt", meanwhile)

    bench.put("case.json", '{"mood": "bad"}')  # an unknown key is told after the draft was read
    out, err, names = io.BytesIO(), Typing(save), (bench.put("a.txt", DRAFT), bench.put("b.txt", DRAFT))
    arguments = ("lint", "-f", format_, "--select", "proof,exclamation", "--context", "case.json", "--fix", *names)
    code = main(arguments, Streams(io.BytesIO(), out, err, False, False, False))

    assert code == 3
    assert (
        "a.txt has changed since it was read: left as it is" in (out if format_ == "jsonl" else err).getvalue().decode()
    )
    left = bench.folder / "a.txt"
    assert (left.read_text() if left.exists() else None) == meanwhile
    assert bench.get("b.txt").decode() == MENDED


def test_every_name_of_a_draft_is_mended(bench: Bench) -> None:
    bench.put("a.txt", DRAFT)
    (bench.folder / "b.txt").hardlink_to(bench.folder / "a.txt")
    bench.lint(*QUIET, "--fix", "a.txt")

    assert bench.get("b.txt").decode() == MENDED
    assert (bench.folder / "b.txt").samefile(bench.folder / "a.txt")


def test_a_file_that_cannot_be_written_stays_whole_and_is_told(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    bench.put("a.txt", DRAFT)
    monkeypatch.setattr(os, "fsync", full)
    done = bench.lint(*QUIET, "--fix", "a.txt", bench.put("b.txt", MENDED))

    assert done.code == 3
    assert "cannot write a.txt: No space left on device" in done.err
    assert bench.get("a.txt").decode() == DRAFT
    assert sorted(path.name for path in bench.folder.iterdir()) == ["a.txt", "b.txt"]


def test_quotes_ids_links_and_code_are_never_touched(bench: Bench) -> None:
    kept = "> why why is it broken!! :-)\n\nSee https://a.example/the/the!!/x and HW--659, `the the !!` or “so so!!”.\n"
    bench.put("a.txt", DRAFT + kept)
    bench.lint(*QUIET, "--fix", "--unsafe-fixes", "a.txt")

    assert bench.get("a.txt").decode() == MENDED + kept


@pytest.mark.parametrize(
    "kept",
    [
        "See the log: 'No disk!! the the'\n",
        "The screen says ‘so so!!’ (or 'Don't touch!!').\n",
        "במסך כתוב 'אין דיסק!!' וגם ‘אין אין!!’.\n",
        "屏幕显示‘没有磁盘！！’，还有'请请等待！！'。\n",
    ],
)
def test_what_stands_in_single_quotation_marks_is_left(bench: Bench, kept: str) -> None:
    assert bench.lint(*QUIET, "--fix", "--unsafe-fixes", stdin=kept) == (0, kept, "")


@pytest.mark.parametrize(
    ("draft", "mended"),
    [
        ("Don't wait, it's the the customers' order!!\n", "Don't wait, it's the customers' order!\n"),
        ("In the '90s the agents' lamp lamp was ours!!\n", "In the '90s the agents' lamp was ours!\n"),
        ("לצ'רלי יש יש מס' חדש!!\n", "לצ'רלי יש מס' חדש!\n"),
    ],
)
def test_an_apostrophe_opens_no_quotation(bench: Bench, draft: str, mended: str) -> None:
    assert bench.lint(*QUIET, "--fix", stdin=draft).out == mended


def test_a_line_silences_its_rules_on_itself_and_on_the_next(bench: Bench) -> None:
    draft = "replyctl: ignore[repeated-word]\nThe the lamp.\nThe the bulb.\n"
    [problem] = bench.lint("-f", "jsonl", "--select", "proof", stdin=draft).rows[0]["problems"]

    assert problem["line"] == 3


@pytest.mark.parametrize(
    "line",
    [
        "replyctl: ignore[repeated-word]",
        "<!-- replyctl: ignore[repeated-word] a name -->",
        "# replyctl: ignore[exclamation, repeated-word]",
        "// replyctl:ignore[ repeated-word ] a name",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_or_a_comment_silences(bench: Bench, line: str, end: str) -> None:
    draft = f"{line}\nThe the lamp!!\n".replace("\n", end)
    rules = bench.lint("-f", "jsonl", "--select", "repeated-word", stdin=draft).rules

    assert rules == []


def test_findings_about_the_whole_mail_are_silenced_anywhere(bench: Bench) -> None:
    draft = "Hello Diane,\n\nThe lamp is on its way.\n\nreplyctl: ignore[no-closing]\n"

    assert bench.lint("-f", "jsonl", "--select", "no-closing,unused-suppression", stdin=draft).rules == []


def test_what_silences_nothing_is_told(bench: Bench) -> None:
    draft = "The lamp. <!-- replyctl: ignore[repeated-word,exclamation] -->\n"
    [problem] = bench.lint("-f", "jsonl", "--select", "proof", stdin=draft).rows[0]["problems"]

    assert problem["rule"] == "unused-suppression"  # of repeated-word; exclamation was not asked
    assert problem["text"] == "<!-- replyctl: ignore[repeated-word,exclamation] -->"


def test_what_is_silenced_is_not_mended(bench: Bench) -> None:
    draft = "replyctl: ignore[repeated-word]\nThe the lamp.\n\nThe the bulb.\n"

    assert bench.lint(*QUIET, "--fix", stdin=draft).out == draft.replace("The the bulb", "The bulb")


def test_half_width_marks_are_mended_together_but_for_quotes_and_silenced_lines(bench: Bench) -> None:
    kept = "> 灯坏了,怎么办,请回复\n\n"
    silenced = "\n\nreplyctl: ignore[punctuation]\n台灯,灯泡\n"
    draft = f"{kept}您好,我们今天发货,明天送达,谢谢{silenced}"

    assert bench.lint(*QUIET, "--fix", stdin=draft).out == f"{kept}您好，我们今天发货，明天送达，谢谢{silenced}"
