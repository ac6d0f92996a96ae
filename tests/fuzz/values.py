"""Values through `compose`, and what is printed read back as mail programs do. `how`: slot, by (set or data), snippet, argv.

The text is the value of one slot; every other one has a plain value.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from email import message_from_string, policy
from email.message import EmailMessage
from random import Random
from typing import Any

from tests.fuzz import command, seeds, shown
from tests.fuzz.case import Case
from tests.fuzz.mutate import TEXTS, anything, mutated, mutated_value
from tests.fuzz.tally import Tally, hold

PLAIN = {
    "customer.name": "Diane Cohen",
    "customer.email": "diane@customer.example",
    "agent.name": "Dana Levi",
    "agent.role": "Returns",
    "agent.contact": "help@homeworks.example",
    "company.name": "HomeWorks",
}
SLOTS = (
    *PLAIN,
    "customer.title",
    "customer.preferred",
    "customer.gender",
    "customer.company",
    "agent.gender",
    "case.order",
    "case.incoming",
    "case.received",
)
CALCULATED = "{{ 7 * 7 }}"
NAMES = (
    "Dr. Dana Levi", "李女士", 'ד"ר לוי', "Li Wei", "Kim Min-su", "the Cohens", "Anna and Ben", "info@acme.example", "n/a", "{{ contact.name }}", CALCULATED,
    "[Name]", "FNAME", "+972 3 555 0100", "ACME GmbH", "Doe, John", "John\nBcc: all@b.example", "Diane <x@b.example>", '"Diane" <x@b.example>, y@b.example',
    "=?utf-8?q?Bcc=3A?=", "x@b.example\nSubject: y", "a@bücher.example", "a@b", "https://a.example", "HW-659", "-", "🙂", "Ms Ms Ms", "van der der", "X Æ A-12",
)  # fmt: skip
FORMATS = ("text", "draft", "draft", "eml", "eml", "html", "json")
_HEADERS = {
    "draft": {"From", "To", "Cc", "Subject", "In-Reply-To", "References"},
    "eml": {
        *("From", "To", "Cc", "Subject", "In-Reply-To", "References", "X-Unsent", "Date", "Message-ID"),
        *("MIME-Version", "Content-Type", "Content-Transfer-Encoding"),
    },
}


def cases(random: Random) -> Iterator[Case]:
    """Endless."""
    names = list(seeds.snippets())
    while True:
        snippet = random.choice(names)
        slots = (*SLOTS, *_fields(snippet))
        text = random.choice(
            (
                random.choice(NAMES),
                mutated(random.choice(NAMES), random),
                anything(random, 80),
                "x" * random.choice((64, 900, 20_001)),
            )
        )
        argv = ["-f", random.choice(FORMATS), "--lang", random.choice(("en", "zh", "he", "zh-Hant"))]
        argv += ["--fail-level", random.choice(("never", "never", "error"))]
        argv += ["--wrap", str(random.choice((20, 72)))] if random.random() < 0.2 else []
        argv += ["--tone", random.choice(("casual", "formal"))] if random.random() < 0.3 else []
        how: dict[str, Any] = {
            "slot": random.choice(slots),
            "by": random.choice(("set", "data")),
            "snippet": snippet,
            "argv": argv,
        }
        if how["by"] == "data" and random.random() < 0.3:
            how["data"] = mutated_value({**_values(snippet), **_nested(PLAIN)}, random)
        if random.random() < 0.02:
            how["argv"] = [*argv[:-1], random.choice(TEXTS)]
        yield Case(text, how)


def check(case: Case, tally: Tally) -> None:
    """Broken, see `command.check`; and headers that are more, or say otherwise, than what was meant."""
    how = case.how
    given = {**PLAIN, **_values(how["snippet"]), **({} if "data" in how else {how["slot"]: case.text})}
    with command.home() as home:
        if how["by"] == "data":
            data = how.get("data", _nested(given))
            (home / "desk" / "data.json").write_text(json.dumps(data), "utf-8")
            values = ["--data", "data.json"]
        else:
            values = [word for name, value in given.items() for word in ("--set", f"{name}={value}")]
        done = command.run(["compose", how["snippet"], "--no-input", *how["argv"], *values], home)
        tally.took(done.seconds, "compose", len(case.text))
        tally.seen[f"exit {done.code}"] += 1
        if "json" in how["argv"] and done.code not in {0, 1} and not done.fault:
            hold(set(json.loads(done.err)) >= {"error", "hint", "missing"}, "an error that is not one JSON object")
        command.check(done, quiet=True)
        if done.code == 0:
            printed(done.out, how["argv"][1])
            readable = how["argv"][1] in {"text", "draft"}
            hold(not (readable and case.text == CALCULATED and "49" in done.out), "a value is rendered as a template")


def printed(out: str, format_: str) -> None:
    """Broken if the reply, printed in that format, reads otherwise than a reply does."""
    shown.check(out.replace("\r\n", "\n"), f"the reply as {format_}")
    if format_ in _HEADERS:
        _read_back(out, format_)
    elif format_ == "json":
        json.loads(out)


def _read_back(out: str, format_: str) -> None:
    """As the standard library reads it: no header more than ours, each once, and one address in each."""
    message = message_from_string(out, policy=policy.default)
    assert isinstance(message, EmailMessage)
    names = list(message.keys())
    hold(set(names) <= _HEADERS[format_] and len(set(names)) == len(names), f"a foreign header in {format_}")
    for name in ("From", "To"):
        hold(name not in message or len(message[name].addresses) == 1, f"{name} of {format_} names another address")
    if format_ == "eml":
        hold(all(len(line) <= 998 for line in out.split("\r\n")), "a line of eml is too long")
        hold(out.isascii() and "\n" not in out.replace("\r\n", ""), "eml is not ASCII in lines of CRLF")
        message.get_content()


def _fields(snippet: str) -> list[str]:
    return list(_values(snippet))


def _values(snippet: str) -> dict[str, str]:
    """A plain value for each of its fields: that of its example, else the word itself."""
    found = seeds.parsed(snippet)
    example = next(iter(found.get("examples", {}).get("en", [])), {})
    fields = found.get("fields", {})
    return {name: str(example.get(name) or field.get("example") or name) for name, field in fields.items()}


def _nested(values: dict[str, str]) -> dict[str, Any]:
    """As `--data` has it: objects for customer, agent, company and case."""
    nested: dict[str, Any] = {}
    for name, value in values.items():
        space, dot, inner = name.partition(".")
        if dot:
            nested.setdefault(space, {})[inner] = value
        else:
            nested[name] = value
    return nested
