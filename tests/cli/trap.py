"""A process in which nothing gets out: runs commands of replyctl, and tells whom each wanted to reach.

Reads a JSON list of runs on stdin (`argv`, and what to change before: `files`, `env`, `stdin`), prints one of what each
printed and whom it asked for. Every name that is looked up and every connection counts, and fails, but to this computer.
"""

from __future__ import annotations

import io
import json
import os
import sys
import threading
import time
from pathlib import Path

from replyctl.cli.main import main
from replyctl.cli.streams import Streams

HERE = ("localhost", "127.0.0.1", "::1", "0.0.0.0", "")  # noqa: S104 - a probe for a free port
reached: list[str] = []


def hear(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        host = arguments[1][0] if isinstance(arguments[1], tuple) else ""
    elif event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}:
        host = arguments[0]
    else:
        return
    name = host.decode() if isinstance(host, bytes) else str(host or "")
    if name not in HERE:
        reached.append(name)
        message = f"{event} to {name} is trapped"
        raise ConnectionRefusedError(message)


def run(one: dict[str, object]) -> dict[str, object]:
    for name, text in one.get("files", {}).items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")
    os.environ.update(one.get("env", {}))
    out, err = io.BytesIO(), io.BytesIO()
    reached.clear()
    code = main(one["argv"], Streams(io.BytesIO(one.get("stdin", "").encode()), out, err, False, False, False))
    until = time.monotonic() + 10
    while threading.active_count() > 1 and time.monotonic() < until:  # what is begun for later counts too
        time.sleep(0.01)
    for name in one.get("env", {}):
        del os.environ[name]
    return {"code": code, "out": out.getvalue().decode(), "err": err.getvalue().decode(), "reached": [*reached]}


def all_runs() -> None:
    runs = json.load(sys.stdin)
    said = sys.stdout
    sys.stdout = io.StringIO()  # the help is printed there
    sys.addaudithook(hear)
    print(json.dumps([run(one) for one in runs]), file=said)


if __name__ == "__main__":
    all_runs()
