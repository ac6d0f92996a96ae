"""Files that others wrote, or that went bad: libraries, projects, settings, data, state, cache. `how`: place, argv, encoding, link.

The text is the file's content in that encoding (latin-1 stands for any bytes); a link has none. For `keep` every entry of the
cache holds `value`, which is of a wrong shape, with a right checksum.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from replyctl import cache as kept
from tests.fuzz import command, seeds
from tests.fuzz.case import Case
from tests.fuzz.mutate import anything, mutated, mutated_value
from tests.fuzz.tally import Tally, hold
from tests.fuzz.templates import template

SIGNED = ("--no-input", "--fail-level", "never", "--set", "agent.name=Dana", "--set", "agent.contact=a@b.example", "--set", "customer.name=Diane")
LIBRARY = ("--library", "../library")
COMPOSE = ("compose", "hostile", *LIBRARY, *SIGNED, "--set", "x=HW-659", "--set", f"y={'a' * 40}!", "--set", "z=3")
SHIPPED = ("compose", "custom-order-status", *SIGNED, "--set", "order=HW-659")
ORDERED = (*SHIPPED[:-1], f"order={'a' * 40}-1")
LINT = ("lint", "-", "-v")
DRAFT = b"Hi Diane,\n\nWe will call you soon!! The the order HW-659 is late, damn.\n"


class Place(NamedTuple):
    """A file that may be hostile: where it lies in a home, and the commands that read it."""

    path: str
    commands: tuple[tuple[str, ...], ...]


PLACES = {
    "template": Place("library/snippets/hostile.yaml", (COMPOSE,)),
    "snippet": Place(
        "library/snippets/hostile.yaml", (COMPOSE, ("snippets", "list", *LIBRARY), ("snippets", "search", "refund", *LIBRARY), ("snippets", "show", "hostile", *LIBRARY))
    ),
    "partial": Place("library/partials/shared.yaml", (COMPOSE,)),
    "project": Place("desk/replyctl.yaml", (("config", "show"), LINT, SHIPPED, ORDERED, ("config", "set", "agent.role", "Returns"), ("lint", "--fix", "-"))),
    "own": Place("config/replyctl/config.yaml", (("config", "show"), LINT, SHIPPED, ("config", "set", "agent.role", "Returns"))),
    "data": Place("desk/data.json", ((*SHIPPED, "--data", "data.json"),)),
    "context": Place("desk/context.json", ((*LINT, "--context", "context.json"), (*LINT, "--context", "context.json", "-f", "json"))),
    "jsonl": Place("desk/drafts.jsonl", (("lint", "drafts.jsonl"), ("lint", "drafts.jsonl", "-f", "jsonl"))),
    "last": Place("state/last.json", (("compose", "--again"), ("compose", "--again", "-f", "json"), ("compose", "--again", "-f", "eml"))),
    "unfinished": Place("state/unfinished/1-1/state.json", (("compose", "--resume", "--no-input"), SHIPPED)),
    "cache": Place("", (SHIPPED, LINT, ("snippets", "list"), ("config", "show"))),
    "keep": Place("", (SHIPPED, LINT, ("snippets", "list"), ("config", "show"))),
}  # fmt: skip
LINKABLE = ("template", "partial", "project", "own")
LINKS = ("self", "/dev/zero", "/dev/full", "/dev/tty", "..", "/", "nowhere", "/etc/passwd", "fifo", "folder")
PROJECT = """\
agent: {name: Dana Levi, role: Returns, contact: help@homeworks.example, gender: f}
company: {name: HomeWorks, url: https://homeworks.example}
libraries: [../library]
language: he
tone: {en: formal}
salutation: {en: {greeting: "Dear {{ customer.name }},", closing: "Best wishes,"}}
signature: own
order_patterns: ['HW-\\d+']
calendar: {weekend: [friday, saturday], timezone: Asia/Jerusalem}
lint: {ignore: [subject-front], severity: {slang: error}, options: {exclamation: {max: 2}}, vocabulary: {accept: [x], reject: {late: delayed}}}
grammar: {engine: "off", languagetool_url: "http://localhost:8081"}
"""
"""A seed with every key that a project may set."""
YAML = (
    "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{chr(98 + at)}: &{chr(98 + at)} [{', '.join([f'*{chr(97 + at)}'] * 9)}]\n" for at in range(9)),
    "a: &a {b: *a}\n", "&a [*a]\n", "a: &a\n  <<: *a\n", "<<: {title: x}\n", "<<: [*x]\n", "? [a, b]\n: x\n", "? {a: b}\n: x\n", "? |\n  a\n: x\n",
    "title: !!python/object/apply:os.system [id]\n", "title: !!python/name:os.system\n", "!!set {a}\n", "title: !x y\n", "title: !!binary aGk=\n", "%YAML 9.9\n---\na: b\n",
    "[" * 5000, "{a: " * 5000, "- " * 5000, "? " * 5000, "a:\n" + "".join(" " * at + "a:\n" for at in range(1, 500)), "[[[[a,\n" * 500, "a: [" * 3000, "&a " * 3000,
    "!a " * 3000, "'" * 5000, '"' + "\\" * 5001, '"\\x1b[31m"', 'title: "\\u202e\\ud800"\n', "title: x\n---\ntitle: y\n", "a: b\na: c\n", "a: b\n...\nrest\n",
    "\t a: b", "a:\tb\n\tc: d\n", "a: b: c: d", "a: @x", "a: `x`", "a: %x", "a: *x", "a: &", "a: |9\n x", "a: >-\n", "a: 'x", "x", "", "#", "---", "...", "- a", "1", "null", "~: ~", "{}",
    "a: 1e999\nb: .inf\nc: .nan\nd: 0x1F\ne: 0o7\nf: 1_000\ng: 12:30:45\nh: 2026-99-99\ni: no\n", f"a: {'9' * 5000}\n", f"{'k' * 5000}: x\n", f"title: {'x' * (1 << 20)}\n",
    f"title: {'x ' * 400000}\n", "".join(f"k{at}: x\n" for at in range(60000)), "a: [" + "x," * 300000 + "]", "\ufefftitle: x\n", "title: \ufeffx\n", "title: x\0y\n", "\0" * 100,
    "title: x\r\nkind: answer\r\n", "title: x\rkind: answer\r", "title: x\x85kind: answer\u2028text: x", "title: \x1b[31mx\n", "title: \u202ex\n", "title: \ud800\n", "\x7fELF\x02\x01\x01",
    "fields: {x: {pattern: '(a+)+$'}}\n", "order_patterns: ['(a+)+$', '(.*)*!', '[', '(?P<a>', '\\']\n", "language: ../../x\n", "calendar: {timezone: ../../../etc/passwd}\n",
    "libraries: [/, /dev/null, '~', '~nobody', '../..', '', '\\0']\n", "lint: {options: {exclamation: {max: 99999999999999999999}}}\n", "lint: {severity: {x: error}}\n",
    "lint: {vocabulary: {reject: {late: \"\\x1b[31m\\u202e\"}}}\n", "grammar: {languagetool_url: 'http://127.0.0.2:18999\\@localhost'}\n", "look_up: {order: [touch, reached]}\n",
    "signature: '{{ 9 ** 9 ** 9 }}'\n", "salutation: {en: {greeting: '{{ range(1000000000) }}'}}\n", "salutation: {en: {greeting: '{{ ' }}\n", "salutation: {zz: {}}\n", "tone: {x: y}\n",
)  # fmt: skip


def cases(random: Random) -> Iterator[Case]:
    """Endless; a third are templates, the rest of every place alike."""
    while True:
        name = "template" if random.random() < 0.3 else random.choice(list(PLACES))
        how: dict[str, Any] = {"place": name, "argv": random.choice(PLACES[name].commands)}
        if name in LINKABLE and random.random() < 0.04:
            yield Case("", {**how, "link": random.choice(LINKS)})
            continue
        if name == "keep":
            yield Case("", {**how, "value": mutated_value(random.choice((["x"], {"a": ["b"]}, "x", 1)), random)})
            continue
        encoding = random.choice(("utf-8",) * 12 + ("utf-8-sig", "utf-16", "latin-1"))
        yield Case(_content(name, random), {**how, "encoding": encoding})


def _content(name: str, random: Random) -> str:
    if name == "template":
        return _with_template(random)
    if name == "cache":
        return anything(random)
    seed = _seed(name, random)
    chance = random.random()
    if chance < 0.3:
        return mutated(seed, random, random.choice(YAML))
    if chance < 0.6 and name in {"snippet", "partial", "project", "own"}:
        return random.choice(YAML)
    if chance < 0.65:
        return anything(random)
    parsed = seeds.parse(seed)
    return json.dumps(mutated_value(parsed, random), ensure_ascii=random.random() < 0.5)


def _with_template(random: Random) -> str:
    """A snippet with one hostile template somewhere; JSON is YAML."""
    text, field = {"subject": "About {{ x }}", "body": "{{ x }} {{ y }} {{ z }}"}, {"ask": "X"}
    found = {"title": "T", "kind": "answer", "links": {"help": "https://a.example"}, "parts": {"p": {"ask": "P?", "default": True}}}
    where: dict[str, Any] = random.choice((text, text, text, field))
    key = random.choice(("subject", "body", "body") if where is text else ("when", "validate", "default", "pattern", "example", "type"))
    where[key] = template(random)
    return json.dumps({**found, "fields": {"x": {"ask": "X"}, "y": field, "z": {"type": "int"}}, "text": {"en": text}}, ensure_ascii=False)


def _seed(name: str, random: Random) -> str:
    if name == "snippet":
        return random.choice(list(seeds.snippets().values()))
    if name in {"project", "own"}:
        return PROJECT
    if name == "partial":
        return json.dumps({"en": template(random)})
    if name in {"last", "unfinished"}:
        return _state()[name]
    draft = random.choice(seeds.drafts())
    if name == "jsonl":
        return json.dumps({"id": 1, **draft._asdict()})
    data = {"order": "HW-659", "usual": "a week", "customer": {"name": "Diane"}, "case": {"incoming": "Where is it?"}}
    return json.dumps(draft.context if name == "context" else data)


@cache
def _state() -> dict[str, str]:
    """What the program itself keeps of a reply, and of one that is unfinished."""
    unfinished = {"snippets": ["custom-order-status"], "sets": {"agent.name": "Dana"}, "data": {}, "answers": {"order": "HW-659"}, "typed": {}, "body": None}
    with command.home() as home:
        hold(command.run(SHIPPED, home).code == 0, "the harness's own reply is refused")
        return {"last": (home / "state" / "last.json").read_text("utf-8"), "unfinished": json.dumps(unfinished)}


def check(case: Case, tally: Tally) -> None:
    """Broken, see `command.check`."""
    how = case.how
    with command.home() as home:
        if how["place"] in {"cache", "keep"}:
            _own_cache(home, case)
        else:
            _put(home, case)
        own = partial(os.environ.__setitem__, "REPLYCTL_CACHE_DIR", str(home / "cache"))
        done = command.run(how["argv"], home, stdin=DRAFT, before=own if (home / "cache").exists() else None)
        tally.took(done.seconds, f"{how['place']}: {' '.join(how['argv'][:2])}", len(case.text))
        tally.seen[f"exit {done.code}"] += 1
        command.check(done, quiet=how["argv"][0] == "compose")
        hold("Errno" not in done.err, "an error in the system's own words")
        hold(not (home / "desk" / "reached").exists(), "a command of the project's file was run")


def _put(home: Path, case: Case) -> None:
    """The file in its place."""
    name = case.how["place"]
    file = home / PLACES[name].path
    for folder in ("library/snippets", "library/partials", str(file.parent)):
        (home / folder).mkdir(parents=True, exist_ok=True)
    if name == "partial":
        body = {"title": "T", "kind": "answer", "text": {"en": {"subject": "S", "body": "{{ partial('shared') }}"}}}
        optional = {"fields": {one: {"optional": True} for one in "xyz"}}
        (home / "library/snippets/hostile.yaml").write_text(json.dumps({**body, **optional}), "utf-8")
    if link := case.how.get("link"):
        _link(file, link)
    else:
        encoding = case.how.get("encoding", "utf-8")
        errors = "replace" if encoding == "latin-1" else "surrogatepass"
        file.write_bytes(case.text.encode(encoding, errors))


def _link(file: Path, target: str) -> None:
    if target == "fifo":
        os.mkfifo(file)
    elif target == "folder":
        file.mkdir()
    else:
        file.symlink_to(file.name if target == "self" else target)


def _own_cache(home: Path, case: Case) -> None:
    """A cache of this home alone, filled by the command itself, in which every entry is wrong."""

    def before() -> None:  # in the child alone
        os.environ["REPLYCTL_CACHE_DIR"] = str(home / "cache")
        if case.how["place"] == "keep":
            wrong, keep = case.how["value"], kept.keep
            kept.keep = lambda room, key, _value: keep(room, key, wrong)

    done = command.run(case.how["argv"], home, stdin=DRAFT, before=before)
    hold(not done.fault and done.code in {0, 1}, "the harness's own command fails")
    if case.how["place"] == "keep":
        return
    bad = case.text.encode("utf-8", "surrogatepass")
    for number, entry in enumerate(sorted(path for path in (home / "cache").rglob("*") if path.is_file())):
        good = entry.read_bytes()
        at = (len(bad) * (number + 1)) % (len(good) + 1)
        entry.write_bytes((bad, good[:at], good[:at] + bad + good[at:], good + bad)[at % 4])
