"""Text to the clipboard: of this computer, or of the terminal that the agent sits at."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

PROGRAM = """
import sys
from replyctl.deliver.clipboard import copy
from replyctl.errors import OutputError
try:
    told = copy(sys.argv[1] * int(sys.argv[2]))
except OutputError as error:
    told = f"refused: {error.message}"
open(sys.argv[3], "w").write(told)
"""
NAMES = {"STY", "SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT", "TMUX", "DISPLAY", "WAYLAND_DISPLAY"}


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """An environment without ssh, tmux, a display or any program on the path."""
    rest = {name: value for name, value in os.environ.items() if name not in NAMES}
    return {**rest, "TERM": "xterm-256color", "PATH": str(tmp_path / "bin")}


def on_a_terminal(environment: dict[str, str], told: Path, text: str, times: int = 1) -> tuple[str, str]:
    """What `copy` tells, and what the terminal gets; the program's own stdout is a file."""
    command = 'exec "$0" -c "$1" "$2" "$3" "$4" > "$4.stdout"'
    arguments = ["-c", command, sys.executable, PROGRAM, text, str(times), str(told)]
    child = pexpect.spawn("/bin/sh", arguments, env=environment, encoding="utf-8", timeout=20)
    shown: str = child.read()
    child.close()
    assert Path(f"{told}.stdout").read_text(encoding="utf-8") == ""
    return told.read_text(encoding="utf-8"), shown


def test_without_a_clipboard_the_terminal_gets_the_text_and_nobody_says_copied(
    bare: dict[str, str], tmp_path: Path
) -> None:
    text = "שלום 您好\n"
    told, shown = on_a_terminal(bare, tmp_path / "told", text)
    assert shown == f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"
    assert told.startswith("sent to the terminal")
    assert "copied" not in told


def test_gnu_screen_gets_the_text_in_pieces_that_it_passes_on(bare: dict[str, str], tmp_path: Path) -> None:
    told, shown = on_a_terminal({**bare, "STY": "123.pts-0.host"}, tmp_path / "told", "שלום", 200)
    pieces = shown.removeprefix("\x1bP").removesuffix("\x1b\\").split("\x1b\\\x1bP")
    assert "".join(pieces) == f"\x1b]52;c;{base64.b64encode(('שלום' * 200).encode()).decode()}\x07"
    assert max(map(len, pieces)) <= 250
    assert told.startswith("sent")


def test_a_dumb_terminal_gets_nothing(bare: dict[str, str], tmp_path: Path) -> None:
    told, shown = on_a_terminal({**bare, "TERM": "dumb"}, tmp_path / "told", "x")
    assert (told, shown) == ("refused: no clipboard: a terminal with TERM=dumb takes no text", "")


def test_over_ssh_the_far_computers_clipboard_is_left_alone(bare: dict[str, str], tmp_path: Path) -> None:
    fake_xclip(tmp_path)
    told, shown = on_a_terminal({**bare, "SSH_TTY": "/dev/pts/9", "DISPLAY": ":0"}, tmp_path / "told", "x")
    assert shown == "\x1b]52;c;eA==\x07"
    assert told.startswith("sent")
    assert not (tmp_path / "clip").exists()


def test_a_text_that_terminals_lose_is_refused(bare: dict[str, str], tmp_path: Path) -> None:
    assert on_a_terminal(bare, tmp_path / "told", "x", 74_994)[0].startswith("sent")
    told, shown = on_a_terminal(bare, tmp_path / "told", "x", 74_995)
    assert told == "refused: too long for the terminal's clipboard: 74,995 bytes, at most 74,994"
    assert shown == ""


def test_the_computers_clipboard_is_used_where_there_is_one(bare: dict[str, str], tmp_path: Path) -> None:
    fake_xclip(tmp_path)
    told, shown = on_a_terminal({**bare, "DISPLAY": ":0"}, tmp_path / "told", "שלום\n", 50_000)
    assert (told, shown) == ("copied", "")
    assert (tmp_path / "clip").read_text(encoding="utf-8") == "שלום\n" * 50_000


def test_a_clipboard_program_that_fails_silently_is_not_believed(bare: dict[str, str], tmp_path: Path) -> None:
    fake_xclip(tmp_path, "exit 1")
    told, shown = on_a_terminal({**bare, "DISPLAY": ":9"}, tmp_path / "told", "x")
    assert told.startswith("sent")
    assert shown == "\x1b]52;c;eA==\x07"


def test_with_neither_it_says_so(bare: dict[str, str], tmp_path: Path) -> None:
    arguments = [sys.executable, "-c", PROGRAM, "x", "1", str(tmp_path / "told")]
    subprocess.run(arguments, env=bare, start_new_session=True, check=True, timeout=20)
    assert (tmp_path / "told").read_text() == "refused: no clipboard and no terminal to copy to"


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
def test_tmux_hands_the_text_on_to_the_terminal_around_it(bare: dict[str, str], tmp_path: Path) -> None:
    tmux = [str(shutil.which("tmux")), "-S", str(tmp_path / "socket"), "-f", "/dev/null"]
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "tmux").symlink_to(tmux[0])
    (tmp_path / "program").write_text(PROGRAM, encoding="utf-8")
    inside = f"{sys.executable} {tmp_path}/program שלום 2 {tmp_path}/told; /bin/sleep 20"
    outside = bare | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    child = pexpect.spawn(tmux[0], [*tmux[1:], "new-session", inside], env=outside, encoding="utf-8", timeout=20)
    try:
        child.expect(r"\x1b\]52;c?;([\w+/=]*)\x07")
        assert base64.b64decode(child.match.group(1)).decode() == "שלום" * 2
    finally:
        subprocess.run([*tmux, "kill-server"], env=bare, check=True, timeout=20)
        child.close()
    assert (tmp_path / "told").read_text() == "sent to the terminal's clipboard through tmux"


def fake_xclip(tmp_path: Path, body: str = "") -> None:
    """A program that keeps in a file what xclip would keep."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "xclip"
    keep = f'case "$*" in *-o*) exec /bin/cat {tmp_path}/clip;; *) exec /bin/cat > {tmp_path}/clip;; esac'
    program.write_text(f"#!/bin/sh\n{body or keep}\n")
    program.chmod(0o755)
    (tmp_path / "bin" / "which").symlink_to("/usr/bin/which")
