"""A program on a terminal of its own, with the screen as a person sees it."""

from __future__ import annotations

import re
import signal
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

SECONDS = 30.0
QUIET = 0.03  # between two parts of one picture
KEYS = {
    "enter": "\r", "tab": "\t", "shift-tab": "\x1b[Z", "up": "\x1b[A", "down": "\x1b[B", "page-down": "\x1b[6~",
    "escape": "\x1b", "ctrl-c": "\x03", "ctrl-d": "\x04", "ctrl-u": "\x15", "alt-enter": "\x1b\r", "space": " ",
    "backspace": "\x7f",
}  # fmt: skip
_MARKS = re.compile("[\u2066-\u2069]")  # pyte drops what follows a mark that it does not know
_PRIVATE = re.compile(r"\x1b\[[?>][0-9;]*m")  # nor does it know a private mode of characters
_OTHER_SCREEN = re.compile(
    r"\x1b\[\?1049[hl]"
)  # pyte has one screen only: entering and leaving the other one clears it


def _with_ctrl_c() -> None:
    """A run of the tests behind another one, as a shell's `&` starts it, hands on that Ctrl-C is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """`screen` is what is visible now, `raw` all that was ever written."""

    def __init__(
        self, argv: Sequence[str], *, env: Mapping[str, str], columns: int = 80, rows: int = 24, cwd: Path | None = None
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self.raw = ""
        self._child = pexpect.spawn(
            argv[0],
            list(argv[1:]),
            env=dict(env),
            dimensions=(rows, columns),
            encoding="utf-8",
            cwd=cwd and str(cwd),
            preexec_fn=_with_ctrl_c,
        )
        self._child.delaybeforesend = None

    @property
    def screen(self) -> str:
        """The lines that are visible, without trailing blanks."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    @property
    def pid(self) -> int:
        """The process."""
        return self._child.pid

    def press(self, *keys: str) -> None:
        """Keys by name, other text as it is typed."""
        for key in keys:
            self._child.send(KEYS.get(key, key))

    def paste(self, text: str) -> None:
        """As a terminal sends a paste in bracketed mode."""
        self._child.send(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """As a person who changes the window's size."""
        self._child.setwinsize(rows, columns)
        self._screen.resize(rows, columns)

    def hang_up(self) -> None:
        """As a person who closes the window."""
        self._child.close(force=False)

    def see(self, *texts: str, gone: bool = False) -> str:
        """The screen when all `texts` are on it (or all are gone from it) and the picture, which may come in parts, rests."""
        deadline = time.monotonic() + SECONDS
        while any((text in self.screen) is gone for text in texts):
            assert time.monotonic() < deadline, f"never {'gone' if gone else 'seen'}: {texts}\n{self.screen}"
            if not self._read(deadline - time.monotonic()):
                left = [text for text in texts if (text in self.screen) is gone]
                assert not left, f"{left} at the end\n{self.screen}\n{self.raw[-2000:]!r}"
        while self._read(QUIET, patient=False):
            pass
        return self.screen

    def soon(self, text: str, seconds: float = 2.0) -> bool:
        """Whether `text` is on the screen after so long."""
        deadline = time.monotonic() + seconds
        while text not in self.screen and time.monotonic() < deadline:
            with suppress(AssertionError):
                if not self._read(deadline - time.monotonic()):
                    break
        return text in self.screen

    def end(self) -> int:
        """Wait for the end; the exit code, or minus the signal."""
        while self._read(SECONDS):
            pass
        self._child.close()
        return self._child.exitstatus if self._child.exitstatus is not None else -(self._child.signalstatus or 0)

    def _read(self, seconds: float, *, patient: bool = True) -> bool:
        """Whether more came; that nothing comes in time is a failure of a patient one."""
        try:
            text = self._child.read_nonblocking(65536, timeout=max(seconds, 0.01))
        except (pexpect.EOF, OSError):
            return False
        except pexpect.TIMEOUT:
            if not patient:
                return False
            msg = f"nothing more came\n{self.screen}"
            raise AssertionError(msg) from None
        self.raw += text
        *before, now = _OTHER_SCREEN.split(_PRIVATE.sub("", _MARKS.sub("", text)))
        for part in before:
            self._stream.feed(part)
            self._screen.reset()
        self._stream.feed(now)
        return True
