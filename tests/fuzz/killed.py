"""`python -m tests.fuzz.killed N ARGUMENT…`: the program, killed before the Nth time that it changes a file."""

import os
import signal
import sys
from itertools import count
from typing import Any

from replyctl.__main__ import run

_CHANGES = frozenset(("os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate"))
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


def main(last: int) -> None:
    """Count, run, and be killed."""
    number = count(1)

    def kill(event: str, args: tuple[Any, ...]) -> None:
        if (event in _CHANGES or (event == "open" and args[2] & _WRITES)) and next(number) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.dont_write_bytecode = True
    sys.addaudithook(kill)
    run()


main(int(sys.argv.pop(1)))
