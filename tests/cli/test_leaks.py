"""Text goes where the user's own file says, and nowhere else, whatever others write."""

from __future__ import annotations

import fcntl
import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
import typer

from replyctl.cli.main import build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Desk

AGENT = "agent: {name: Dana Levi}\n"
DRAFT = "Hi Joan,\n\nThis is a sentense.\n\nKind regards,\nNoa\nnoa@shop.example\n"
SETS = ("customer.name=Diane", "order=HW-659", "fault=it broke", "tracking=ABC456123")
COMPOSE = ["compose", "damaged-item", "--no-input", *(word for one in SETS for word in ("--set", one))]
PROOFREAD = (
    ["lint", "draft.txt", "--grammar", "languagetool"],
    [*COMPOSE, "--grammar", "languagetool"],
    ["grammar", "status"],
)
EVERY = (
    *PROOFREAD,
    ["--version"],
    ["lint", "draft.txt", "--grammar", "auto", "--fix", "-f", "json"],
    ["lint", "--stdin-format", "jsonl", "--grammar", "languagetool", "-f", "jsonl"],
    *([*COMPOSE, "-f", name] for name in ("draft", "eml", "html", "json")),
    ["compose", "--again"],
    ["rules"],
    ["rules", "spelling"],
    ["snippets", "list"],
    ["snippets", "list", "--library", "library"],
    ["snippets", "search", "refund"],
    ["snippets", "show", "damaged-item"],
    ["snippets", "schema"],
    ["grammar", "stop"],
    ["grammar", "install", "library"],
    ["config", "show"],
    ["config", "path"],
    ["config", "set", "agent.role", "Support"],
)
FOREIGN = (
    "http://foreign.example",
    "https://foreign.example:443/v2",
    "HTTP://FOREIGN.EXAMPLE",
    "http://localhost.foreign.example",
    "http://127.0.0.1.foreign.example",
    "http://203.0.113.7:8081",
    "http://[2001:db8::7]",
    "http://[::ffff:cb00:7107]",
)
"""Plain, and not this computer."""
ODD = (
    r"http://127.0.0.2:18999\@localhost",
    r"http://foreign.example\@localhost",
    r"http://localhost\.foreign.example",
    "http://localhost@foreign.example",
    "http://127.0.0.1:80@foreign.example:8081",
    "http://foreign.example@localhost",
    "http://user:localhost@foreign.example/",
    "http://foreign.example#@localhost",
    "http://foreign.example?@127.0.0.1",
    "http://localhost?.foreign.example",
    "http://localhost\t.foreign.example",
    "http://local\nhost.foreign.example",
    " http://localhost@foreign.example",
    "http://localhost .foreign.example",
    "http://[fe80::1%25eth0]",
    "http://[::1%2f@foreign.example]",
    "http://[::1].foreign.example",
    "http://[::1]@foreign.example",
    "http://3405803783",
    "http://0xcb007107",
    "http://0313.0.0161.07",
    "http://203.28935",
    "http://127.0.0.1.",
    "http://127.0.0.01",
    "http://foreign。example",
    "http://ⓛocalhost.foreign.example",
    "http://łocalhost",
    "http://localhost%2eforeign.example",
    "http://%66oreign.example",
    "http://localhost%00.foreign.example",
    "//foreign.example",
    "foreign.example:8081",
    "https:foreign.example",
    "http:///foreign.example",
    "http:/foreign.example",
    "ftp://foreign.example",
    "file://foreign.example/share",
    "http+unix://foreign.example",
    "javascript:foreign.example",
    "http://localhost:8081//foreign.example",
    "http://localhost:8081/../@foreign.example",
    "http://localhost:8081/%2e%2e//foreign.example",
    "http://localhost:80:80@foreign.example",
    "http://localhost:99999",
    "http://localhost:٨٠",
)
"""Read in two ways by two programs, or not at all: no address in anybody's file."""
PROXIES = dict.fromkeys(
    ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"),
    "http://proxy.foreign.example:3128",
)


def naming(url: str) -> str:
    return f"grammar: {{engine: languagetool, languagetool_url: {json.dumps(url)}}}\n"


@pytest.fixture(autouse=True)
def _drafts(desk: Desk) -> None:
    (desk.home / "draft.txt").write_text(DRAFT, "utf-8")
    (desk.home / "library").mkdir()


def test_the_trap_hears_what_is_looked_up_and_connected_to(desk: Desk) -> None:
    own = {"config/replyctl/config.yaml": naming("http://lt.own.example:8081")}
    by_number = {"config/replyctl/config.yaml": naming("http://203.0.113.7:8081")}

    first, second = desk.trapped([{"argv": PROOFREAD[0], "files": own}, {"argv": PROOFREAD[0], "files": by_number}])

    assert {*first["reached"]} == {"lt.own.example"}
    assert {*second["reached"]} == {"203.0.113.7"}


def test_a_project_can_send_nothing_anywhere(desk: Desk) -> None:
    runs = [{"argv": argv, "files": {"replyctl.yaml": naming(url)}} for url in (*FOREIGN, *ODD) for argv in PROOFREAD]

    for asked, came in zip(runs, desk.trapped(runs), strict=True):
        assert came["reached"] == [], asked
        assert (came["code"], came["out"]) == (3, ""), asked
        assert "replyctl.yaml:1:" in came["err"], asked


def test_no_variable_can_either(desk: Desk) -> None:
    urls = [url for url in (*FOREIGN, *ODD) if url.strip()]
    runs = [{"argv": PROOFREAD[0], "env": {"REPLYCTL_GRAMMAR_LANGUAGETOOL_URL": url}} for url in urls]

    for asked, came in zip(runs, desk.trapped(runs), strict=True):
        assert came["reached"] == [], asked
        assert (came["code"], came["out"]) == (3, ""), asked


def test_what_can_be_read_in_two_ways_is_refused_in_the_users_own_file_too(desk: Desk) -> None:
    runs = [{"argv": PROOFREAD[0], "files": {"config/replyctl/config.yaml": naming(url)}} for url in ODD]
    set_ = [{"argv": ["config", "set", "grammar.languagetool_url", url.strip()]} for url in ODD if "\n" not in url]

    for asked, came in zip(runs, desk.trapped(runs), strict=True):
        assert (came["reached"], came["code"]) == ([], 3), asked
    desk.configure()
    for asked, came in zip(set_, desk.trapped(set_), strict=True):
        assert (came["reached"], came["code"]) == ([], 3), asked


def test_no_command_reaches_anybody_whatever_project_library_and_environment_say(desk: Desk) -> None:
    foreign = naming("http://foreign.example")
    here = {"replyctl.yaml": naming("http://127.0.0.1:9"), "library/replyctl.yaml": foreign}
    line = json.dumps({"body": DRAFT, "context": {"incoming": "http://foreign.example/?", "language": "en"}})
    helps = [[*path, "--help"] for path in commands(typer.main.get_command(build()))]
    runs = [{"argv": argv, "files": here, "env": PROXIES, "stdin": line} for argv in (*EVERY, *helps)]

    for asked, came in zip(runs, desk.trapped(runs), strict=True):
        assert came["reached"] == [], asked
        assert "Traceback" not in came["err"], asked
        assert came["code"] in {0, 1} or asked["argv"][:2] == ["grammar", "install"], (asked, came)


def commands(group: object) -> Iterator[list[str]]:
    yield []
    for name, command in getattr(group, "commands", {}).items():
        yield from ([name, *path] for path in commands(command))


def test_only_the_users_own_server_hears_of_it_and_no_proxy(desk: Desk) -> None:
    own = {"config/replyctl/config.yaml": AGENT + naming("http://lt.own.example:8081")}
    secure = {"config/replyctl/config.yaml": AGENT + naming("https://lt.own.example")}
    netrc = {".netrc": "machine lt.own.example login dana password secret\n"}
    runs = [{"argv": argv, "files": files | netrc, "env": PROXIES} for files in (own, secure) for argv in PROOFREAD]

    for asked, came in zip(runs, desk.trapped(runs), strict=True):
        assert {*came["reached"]} == {"lt.own.example"}, asked
        assert came["code"] == 0, asked


@pytest.mark.parametrize("status", [302, 307, 308])
def test_a_server_here_that_sends_us_on_is_not_followed(desk: Desk, status: int) -> None:
    with sends_on(status, "http://foreign.example/v2/check") as (url, heard):
        came = desk.trapped([{"argv": argv, "files": {"replyctl.yaml": naming(url)}} for argv in PROOFREAD])

    assert heard
    for one in came:
        assert (one["reached"], one["code"]) == ([], 0)
        assert "which is not followed" in one["err"] + one["out"]


@contextmanager
def sends_on(status: int, location: str) -> Iterator[tuple[str, list[str]]]:
    heard: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(status)
            self.send_header("Location", location)
            self.end_headers()

        do_POST = do_GET  # noqa: N815 - the name that the library calls

        def log_message(self, *_: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", heard
        server.shutdown()


@pytest.mark.parametrize(
    "note",
    [
        '{"pid": 7, "keeper": 7, "port": "80@foreign.example"}',
        '{"pid": 7, "keeper": 7, "port": "80/@foreign.example"}',
        '{"pid": 7, "keeper": 7, "port": 99999999}',
    ],
)
def test_a_note_of_a_running_server_leads_nowhere_else(desk: Desk, note: str) -> None:
    folder = desk.home / "state" / "languagetool"
    folder.mkdir(parents=True)
    files = {"state/languagetool/server.json": note}
    with (folder / "server.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        came = desk.trapped([{"argv": argv, "files": files} for argv in PROOFREAD])

    assert [one["reached"] for one in came] == [[]] * 3
    assert "runs at" not in came[2]["out"]
