"""A command of the program in a child process of this one: bounded, with a home of its own, and cut off from the rest.

The child is forked, and all that it could import is there already: some thirty milliseconds a command. It may take so much
processor time and memory, and whatever it does beyond its home and the cache (a connection, a process, a file written
elsewhere) is noted.
"""

from __future__ import annotations

import io
import json
import os
import pkgutil
import resource
import select
import signal
import sys
import tempfile
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple, NoReturn

import replyctl
from replyctl.cli.main import main
from replyctl.cli.streams import Streams
from replyctl.language import available, load
from replyctl.text.cut import cut
from tests.fuzz import shown
from tests.fuzz.tally import Broken, TooSlow, hold, limited, place

SECONDS, COLD = 3.0, 6.0
"""Of processor time that a command may take, and one that has to read every language first."""
MEMORY = 256 << 20
"""Bytes beyond what the parent has."""
CODES = {0, 1, 2, 3, 130}
_PATIENCE = 60.0
"""Seconds by the clock after which a child that computes nothing is given up."""
_REACHING = frozenset((
    "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.system", "subprocess.Popen",
    "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendmsg", "socket.sendto",
))  # fmt: skip
_CHANGING = frozenset((
    "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.truncate",
))  # fmt: skip
_SLOW = (
    "babel.dates", "babel.numbers", "email", "jinja2", "nameparser", "publicsuffixlist", "pydantic", "rapidfuzz.distance", "regex",
    "stdnum.cn.ric", "stdnum.iban", "stdnum.il.idnr", "stdnum.luhn", "wcwidth", "yaml", "zoneinfo",
)  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Done(NamedTuple):
    """What a command left."""

    code: int
    out: str
    err: str
    fault: str
    """How it ended where it did not end as it should."""
    reached: list[str]
    """What it did outside of its home."""
    seconds: float
    """Of processor time."""


@contextmanager
def home() -> Iterator[Path]:
    """An empty home, with a folder `desk` to work in."""
    with tempfile.TemporaryDirectory(prefix="replyctl-fuzz-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        (folder / "desk").mkdir()
        yield folder


def environment(folder: Path) -> dict[str, str]:
    """Of a command whose home is `folder`."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "REPLYCTL_STATE_DIR": str(folder / "state"),
        "REPLYCTL_CACHE_DIR": os.environ["REPLYCTL_CACHE_DIR"],
        "REPLYCTL_GRAMMAR_ENGINE": "off",
        "NO_COLOR": "1",
    }


def run(  # noqa: PLR0913 - all that a command is given
    argv: Sequence[str],
    folder: Path,
    *,
    stdin: bytes = b"",
    columns: int = 0,
    before: Callable[[], object] | None = None,
    seconds: float = SECONDS,
) -> Done:
    """`replyctl argv…` in `folder`/desk; with `columns` its streams are a terminal of that width.

    `before` is called in the child, to change what the program finds. The cache is shared unless that changes it.
    """
    ready()
    read, write = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of a fork beside threads: the child has none
        child = os.fork()
    if not child:
        os.close(read)
        _child(argv, folder, stdin, columns, before, seconds, write)
    os.close(write)
    told = _told(read, child)
    _, status, usage = os.wait4(child, 0)
    seconds = usage.ru_utime + usage.ru_stime
    if not told:
        end = os.waitstatus_to_exitcode(status)
        return Done(
            end, "", "", f"ended by signal {signal.Signals(-end).name}" if end < 0 else "ended early", [], seconds
        )
    return Done(**json.loads(told), seconds=seconds)


def check(done: Done, *, quiet: bool = False) -> None:
    """Broken if the command did not end as every command must; `quiet`: stdout is empty unless the code is 0."""
    if done.fault:
        raise Broken(done.fault)
    hold(not done.reached, f"reached out: {' '.join(done.reached[:1])[:80]}")
    hold(done.code in CODES, f"exit code {done.code}")
    hold(done.code not in {2, 3} or done.err or done.out, f"exit code {done.code} without a word")
    hold("Traceback (most" not in done.err, "a traceback on stderr")
    hold(not (quiet and done.code and done.out), f"stdout is not empty with exit code {done.code}")
    shown.check(done.err, "stderr")


@cache
def ready() -> None:
    """Import all that there is and read every language once: what a first run takes is not what a text takes."""
    for module in pkgutil.walk_packages(replyctl.__path__, "replyctl."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for name in _SLOW:
        import_module(name)
    for code in available():
        cut("", load(code))


def _told(read: int, child: int) -> bytes:
    told, until = b"", monotonic() + _PATIENCE
    with os.fdopen(read, "rb") as pipe:
        while select.select([pipe], [], [], max(0.0, until - monotonic()))[0]:
            piece = os.read(pipe.fileno(), 1 << 16)
            if not piece:
                return told
            told += piece
    os.kill(child, signal.SIGKILL)
    return b""


def _child(  # noqa: PLR0913, PLR0917 - as above
    argv: Sequence[str],
    folder: Path,
    stdin: bytes,
    columns: int,
    before: Callable[[], object] | None,
    seconds: float,
    write: int,
) -> NoReturn:
    try:
        os.setsid()  # no terminal to ask on
        os.chdir(folder / "desk")
        env = environment(folder)
        os.environ.clear()
        os.environ.update(env, **({"COLUMNS": str(columns)} if columns else {}))
        if before:
            before()
        reached: list[str] = []
        own = (f"{folder}/", f"{Path(os.environ['REPLYCTL_CACHE_DIR']).resolve()}/", f"{os.devnull}/")
        _bound(seconds)
        sys.dont_write_bytecode = True
        sys.addaudithook(lambda event, args: _note(event, args, own, reached))
        out, err = io.BytesIO(), io.BytesIO()
        terminal = bool(columns)
        code, fault = _main(argv, Streams(io.BytesIO(stdin), out, err, False, terminal, terminal), seconds)
        told = {
            "code": code,
            "out": out.getvalue().decode("utf-8", "backslashreplace"),
            "err": err.getvalue().decode("utf-8", "backslashreplace"),
            "fault": fault,
            "reached": reached[:20],
        }
        with os.fdopen(write, "w", encoding="ascii") as pipe:
            json.dump(told, pipe)
    except BaseException:  # noqa: BLE001 - of this harness: nothing may go on in two processes
        traceback.print_exc()
    finally:
        os._exit(0)


def _main(argv: Sequence[str], streams: Streams, seconds: float) -> tuple[int, str]:
    try:
        with limited(seconds):
            return main(argv, streams), ""
    except TooSlow as problem:
        return -1, f"{problem} in {place(problem.__traceback__)}"
    except BaseException as problem:  # noqa: BLE001 - whatever comes out is the fault
        return -1, f"traceback: {type(problem).__name__} in {place(problem.__traceback__)}"


def _bound(seconds: float) -> None:
    """Memory and, where Python's own clock cannot look, processor time."""
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        size = pages * os.sysconf("SC_PAGE_SIZE") + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) * 2, int(seconds) * 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _note(event: str, args: tuple[Any, ...], own: tuple[str, ...], reached: list[str]) -> None:
    writes = event in _CHANGING or (event == "open" and args[2] & _WRITES)
    if event in _REACHING:
        reached.append(f"{event} {args!r}")
    elif writes and isinstance(args[0], str | bytes):
        path = os.path.abspath(os.fsdecode(args[0]))  # noqa: PTH100 - as it is written, links kept
        if not f"{path}/".startswith(own):
            reached.append(f"{event} {path}")
