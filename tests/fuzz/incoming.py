"""Customers' mails: what `read` makes of them. The text is the message in latin-1, so that it holds any bytes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from replyctl.clean import printable
from replyctl.cli.case_view import view
from replyctl.errors import ReplyctlError
from replyctl.mail.message.intake import messages
from replyctl.mail.read import read
from tests.fuzz import command, mails, seeds, shown
from tests.fuzz.case import Case
from tests.fuzz.mutate import mutated
from tests.fuzz.tally import Tally, hold

_MAIL = Path(__file__).parents[1] / "mail"


def cases(random: Random) -> Iterator[Case]:
    """Endless: messages of hostile programs, and our own cases made worse."""
    while True:
        if random.random() < 0.4:
            yield Case(mails.message(random), {})
        else:
            yield Case(mutated(random.choice(written()), random, random.choice(written())), {})


@cache
def written() -> tuple[str, ...]:
    """The mails of the tests, and the MIME files that `REPLYCTL_DATA` holds."""
    paths = sorted((_MAIL / "cases").glob("*.yaml"))
    found = (case for path in paths for case in seeds.parse(path.read_text("utf-8")))
    typed = (case["mail"].encode(case.get("encoding", "utf-8")) for case in found)
    data = os.environ.get("REPLYCTL_DATA")
    files = [*_MAIL.glob("first_look/*/*.eml"), *(Path(data).glob("mime/**/*.raw") if data else ())]
    return tuple(content.decode("latin-1") for content in (*typed, *(path.read_bytes() for path in sorted(files))))


def check(case: Case, tally: Tally) -> None:
    """Broken, or whatever the program raises."""
    command.ready()
    content = case.text.encode("utf-8", "surrogatepass") if not _is_bytes(case.text) else case.text.encode("latin-1")
    for raw in messages(content.splitlines(keepends=True)):
        try:
            with tally.step("read", len(content)):
                found = read(raw)
        except ReplyctlError:
            tally.seen["refused"] += 1
            continue
        data = found.as_dict()
        tally.seen.update(key for key, value in data.items() if value)
        hold(not shown.raw(json.dumps(data, ensure_ascii=False)), "a raw character in the data")
        shown.check(printable(view(found)), "what a person sees")
        hold(not (found.machine and found.reply_to), "an answer to a machine")
        hold("\n" not in f"{found.name}{found.title}{found.subject}{found.reply_to}{found.order}", "a line in a value")


def _is_bytes(text: str) -> bool:
    return all(char <= "\xff" for char in text)
