"""Files that others wrote, or that went bad: libraries, projects, settings, data, state, cache. `how`: place, command, and …

`encoding` of the text (latin-1 stands for any bytes); or `link`, where the file leads, and there is no text. In the place
`template` the text is one template of a snippet, which stands `at` its body, or elsewhere. In the place `keep` every entry
of the cache holds `value`, of a wrong shape, with a right checksum.
"""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Iterator
from functools import _lru_cache_wrapper, cache, partial
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from replyctl import cache as kept
from tests.fuzz import command, seeds, shown
from tests.fuzz.case import Case
from tests.fuzz.mails import message
from tests.fuzz.mutate import anything, mutated, mutated_value
from tests.fuzz.tally import Tally, hold
from tests.fuzz.templates import template
from tests.fuzz.yamls import PROJECT, YAMLS

SIGNED = (
    "--no-input", "--fail-level", "never",
    "--set", "agent.name=Dana", "--set", "agent.contact=a@b.example", "--set", "customer.name=Diane",
)  # fmt: skip
_LINT = ("lint", "--grammar", "off")  # whatever a file says: an engine needs more than a child may have
_LIBRARY = ("--library", "../library")
SHIPPED = ("compose", "custom-order-status", *SIGNED, "--set", "order=HW-659")
DRAFT = b"Hi Diane,\n\nWe will call you soon!! The the order HW-659 is late, damn.\n"
COMMANDS = {
    "compose": SHIPPED,
    "hostile": ("compose", "hostile", *_LIBRARY, *SIGNED, "--set", "x=HW-659", "--set", f"y={'a' * 40}!", "--set", "z=3"),
    "ordered": (*SHIPPED[:-1], f"order={'a' * 40}-1"),
    "data": (*SHIPPED, "--data", "data.json"),
    "again": ("compose", "--again"),
    "again json": ("compose", "--again", "-f", "json"),
    "again eml": ("compose", "--again", "-f", "eml"),
    "resume": ("compose", "--resume", "--no-input"),
    "list": ("snippets", "list", *_LIBRARY),
    "search": ("snippets", "search", "refund", *_LIBRARY),
    "show": ("snippets", "show", "hostile", *_LIBRARY),
    "shipped": ("snippets", "list"),
    "lint": (*_LINT, "-", "-v"),
    "fix": (*_LINT, "--fix", "-"),
    "context": (*_LINT, "-", "-v", "--context", "context.json"),
    "context json": (*_LINT, "-", "-f", "json", "--context", "context.json"),
    "jsonl": (*_LINT, "drafts.jsonl"),
    "jsonl json": (*_LINT, "drafts.jsonl", "-f", "jsonl"),
    "eml": (*_LINT, "draft.eml"),
    "eml fix": (*_LINT, "--fix", "--unsafe-fixes", "draft.eml"),
    "config": ("config", "show"),
    "set": ("config", "set", "agent.role", "Returns"),
}  # fmt: skip


class Place(NamedTuple):
    """A file that may be hostile: where it lies in a home, and the commands that read it."""

    path: str
    commands: tuple[str, ...]


PLACES = {
    "template": Place("library/snippets/hostile.yaml", ("hostile",)),
    "snippet": Place("library/snippets/hostile.yaml", ("hostile", "list", "search", "show")),
    "partial": Place("library/partials/shared.yaml", ("hostile",)),
    "project": Place("desk/replyctl.yaml", ("config", "lint", "fix", "compose", "ordered", "set")),
    "own": Place("config/replyctl/config.yaml", ("config", "lint", "compose", "ordered", "set")),
    "data": Place("desk/data.json", ("data",)),
    "context": Place("desk/context.json", ("context", "context json")),
    "jsonl": Place("desk/drafts.jsonl", ("jsonl", "jsonl json")),
    "eml": Place("desk/draft.eml", ("eml", "eml fix")),
    "last": Place("state/last.json", ("again", "again json", "again eml")),
    "unfinished": Place("state/unfinished/1-1/state.json", ("resume", "compose")),
    "cache": Place("cache", ("compose", "lint", "shipped", "config")),
    "keep": Place("cache", ("compose", "lint", "shipped", "config")),
}
YAML_PLACES = ("snippet", "partial", "project", "own")
LINKS = ("self", "/dev/zero", "/dev/full", "/dev/tty", "..", "/", "nowhere", "/etc/passwd", "fifo", "folder")
SHARED = {"title": "T", "kind": "answer", "text": {"en": {"subject": "S", "body": "{{ partial('shared') }}"}}}


def cases(random: Random) -> Iterator[Case]:
    """Endless; a third are templates, the rest of every place alike."""
    while True:
        name = "template" if random.random() < 0.3 else random.choice(list(PLACES))
        how: dict[str, Any] = {"place": name, "command": random.choice(PLACES[name].commands)}
        if name == "template":
            at = random.choice(("body", "body", "body", "subject", "when", "validate", "default", "pattern", "example"))
            yield Case(template(random), {**how, "at": at})
        elif name == "keep":
            yield Case("", {**how, "value": mutated_value(random.choice((["x"], {"a": ["b"]}, "x", 1)), random)})
        elif name in YAML_PLACES and random.random() < 0.1:
            yield Case("", {**how, "link": random.choice(LINKS)})
        elif name == "eml":
            yield Case(message(random), {**how, "encoding": "latin-1"})
        else:
            encoding = random.choice(("utf-8",) * 12 + ("utf-8-sig", "utf-16", "latin-1"))
            yield Case(_content(name, random), {**how, "encoding": encoding})


def _content(name: str, random: Random) -> str:
    chance = random.random()
    if chance < 0.1 or name == "cache":
        return anything(random)
    if chance < 0.4 and name in YAML_PLACES:
        return random.choice(YAMLS)
    seed = _seed(name, random)
    if chance < 0.7:
        text = json.dumps(seed, ensure_ascii=False)
        if name == "snippet":
            text = random.choice(list(seeds.snippets().values()))
        elif name in {"project", "own"}:
            text = PROJECT
        return mutated(text, random, random.choice(YAMLS))
    return json.dumps(mutated_value(seed, random), ensure_ascii=random.random() < 0.5)


def _seed(name: str, random: Random) -> Any:  # noqa: ANN401 - JSON's values are of any type
    draft = seeds.draft(random)
    return {
        "snippet": lambda: seeds.parsed(random.choice(list(seeds.snippets()))),
        "partial": lambda: {"en": template(random)},
        "project": lambda: seeds.parse(PROJECT),
        "own": lambda: seeds.parse(PROJECT),
        "data": lambda: {"order": "HW-659", "usual": "a week", "customer": {"name": "Diane"}, "case": {"incoming": "Where is it?"}},
        "context": lambda: draft.context,
        "jsonl": lambda: {"id": 1, **draft._asdict()},
        "last": _last,
        "unfinished": lambda: {"snippets": ["custom-order-status"], "sets": {"agent.name": "Dana"}, "answers": {"order": "HW-659"}, "typed": {}, "data": {}},
    }[name]()  # fmt: skip


@cache
def _last() -> Any:  # noqa: ANN401 - as above
    """What the program itself keeps of a reply."""
    with command.home() as home:
        hold(command.run(SHIPPED, home).code == 0, "the harness's own reply is refused")
        return json.loads((home / "state" / "last.json").read_text("utf-8"))


def check(case: Case, tally: Tally) -> None:
    """Broken, see `command.check`."""
    name, argv = case.how["place"], COMMANDS[case.how["command"]]
    with command.home() as home:
        before = None
        if name in {"cache", "keep"}:
            _own_cache(home, case)
            before = partial(_with_cache, home)
        else:
            _put(home, case)
        seconds = command.COLD if before else command.SECONDS
        done = command.run(argv, home, stdin=DRAFT, before=before, seconds=seconds)
        tally.took(done.seconds, f"{name}: {case.how['command']}", len(case.text))
        tally.seen[f"exit {done.code}"] += 1
        command.check(done, quiet=argv[0] == "compose")
        hold("Errno" not in done.err, "an error in the system's own words")
        shown.check(done.out.replace("\r\n", "\n"), f"the output of {' '.join(argv[:2])}")


def _put(home: Path, case: Case) -> None:
    """The file in its place."""
    how = case.how
    file = home / PLACES[how["place"]].path
    for folder in ("library/snippets", "library/partials", str(file.parent)):
        (home / folder).mkdir(parents=True, exist_ok=True)
    if how["place"] == "partial":
        optional = {one: {"optional": True} for one in "xyz"}
        (home / "library/snippets/hostile.yaml").write_text(json.dumps({**SHARED, "fields": optional}), "utf-8")
    if how["place"] == "template":
        file.write_text(_snippet(case.text, how["at"]), "utf-8")
    elif "link" in how:
        _link(file, how["link"])
    else:
        errors = "replace" if how["encoding"] == "latin-1" else "surrogatepass"
        file.write_bytes(case.text.encode(how["encoding"], errors))


def _snippet(text: str, at: str) -> str:
    """A snippet with `text` as one of its templates; JSON is YAML."""
    words, field = {"subject": "About {{ x }}", "body": "{{ x }} {{ y }} {{ z }}"}, {"ask": "X"}
    (words if at in words else field)[at] = text
    parts = {"p": {"ask": "P?", "default": True}}
    fields = {"x": {"ask": "X"}, "y": field, "z": {"type": "int"}}
    return json.dumps(
        {**SHARED, "links": {"help": "https://a.example"}, "parts": parts, "fields": fields, "text": {"en": words}}
    )


def _link(file: Path, target: str) -> None:
    if target == "fifo":
        os.mkfifo(file)
    elif target == "folder":
        file.mkdir()
    else:
        file.symlink_to(file.name if target == "self" else target)


def _with_cache(home: Path) -> None:
    """In the child: as a process that begins, with a cache of this home alone."""
    os.environ["REPLYCTL_CACHE_DIR"] = str(home / "cache")
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper) and str(getattr(one, "__module__", "")).startswith("replyctl."):
            one.cache_clear()


def _own_cache(home: Path, case: Case) -> None:
    """A cache of this home alone, filled by the command itself, in which every entry is wrong."""

    def before() -> None:  # in the child alone
        _with_cache(home)
        if "value" in case.how:
            wrong, keep = case.how["value"], kept.keep
            kept.keep = lambda room, key, _value: keep(room, key, wrong)

    done = command.run(COMMANDS[case.how["command"]], home, stdin=DRAFT, before=before, seconds=command.COLD)
    hold(not done.fault and done.code in {0, 1}, "the harness's own command fails")
    if "value" in case.how:
        return
    bad = case.text.encode("utf-8", "surrogatepass")
    for number, entry in enumerate(sorted(path for path in (home / "cache").rglob("*") if path.is_file())):
        good = entry.read_bytes()
        at = (len(bad) * (number + 1)) % (len(good) + 1)
        entry.write_bytes((bad, good[:at], good[:at] + bad + good[at:], good + bad)[at % 4])
