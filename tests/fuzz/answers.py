"""Customers' mails, answered by `reply`, and what is printed read back. `how`: argv. The text is the mail, as in `incoming`."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.fuzz import command, incoming, values
from tests.fuzz.case import Case
from tests.fuzz.tally import Tally, hold

_FORMATS = ("draft", "draft", "eml", "eml", "text", "json")
_FLAGS = (
    ("--quote",),
    ("--cc", "tom@mail.example"),
    ("--to", "tom@mail.example"),
    ("--lang", "he"),
    ("--lang", "zh-Hant"),
    ("--tone", "formal"),
)
_ANSWER = (
    *("reply", "mail.eml", "--no-input", "--fail-level", "never", "--snippet", "order-delayed"),
    *("--set", "reason=the oak came late", "--set", "new_date=2030-03-04", "--set", "agent.name=Dana Levi"),
    *("--set", "agent.contact=help@homeworks.example"),
)


def cases(random: Random) -> Iterator[Case]:
    """Endless: the mails of `incoming`, some of them in a thread and with copies."""
    for case in incoming.cases(random):
        argv = ["-f", random.choice(_FORMATS)]
        argv += ["--complete"] if argv[1] == "eml" and random.random() < 0.5 else []
        argv += ["--set", "order=HW-659"] if random.random() < 0.8 else []  # else the mail's, if it has one
        argv += [word for flag in _FLAGS if random.random() < 0.2 for word in flag]
        yield Case(_threaded(random) + case.text if random.random() < 0.5 else case.text, {"argv": argv})


def _threaded(random: Random) -> str:
    """Headers in front of the mail's own, which are then the second ones."""
    ids = " ".join(
        f"<{random.randrange(10**9)}@{'x' * random.randrange(1, 90)}.example>" for _ in range(random.randrange(40))
    )
    bad = random.choice(("", "<a@b\r\n Bcc: x@y.example>", "<[a]@b>", "<a b@c>", "a@b", "<" * 50, "\x1b[31m"))
    named = random.choice(
        ("Reply-To: x@y.example, z@y.example", 'Cc: a@b.example, "b, c@d.example" <e@f.example>', "X: y")
    )
    return f"Message-ID: {bad or '<one@mail.example>'}\nReferences: {ids}{bad}\nIn-Reply-To: {bad}\n{named}\n"


def check(case: Case, tally: Tally) -> None:
    """Broken, see `command.check`; and headers that are more, or say otherwise, than what was meant."""
    format_ = case.how["argv"][1]
    with command.home() as home:
        content = (
            case.text.encode("latin-1")
            if all(char <= "\xff" for char in case.text)
            else case.text.encode("utf-8", "surrogatepass")
        )
        (home / "desk" / "mail.eml").write_bytes(content)
        done = command.run([*_ANSWER, *case.how["argv"]], home)
        tally.took(done.seconds, "reply", len(case.text))
        tally.seen[f"exit {done.code}"] += 1
        command.check(done, quiet=True)
        hold(done.code == 0 or not done.out, "half an answer")
        if done.code == 0:
            values.printed(done.out, format_)
