"""`--grammar`, `--require-grammar` and `replyctl grammar`, as they are typed."""

from __future__ import annotations

import json
import sys
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

sys.path.append(str(Path(__file__).parents[1] / "grammar"))
from assemble import needed

from replyctl.lint.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Desk

DRAFT = (
    "Hi Joan,\n\nThis is a sentense. An parcel goes to Xiuying with HW-659.\n\nKind regards,\nNoa\nnoa@shop.example\n"
)
"""With two slips that an engine finds and the short lists of the languages do not."""
AUTO = {"REPLYCTL_GRAMMAR_ENGINE": "auto"}
ENGINES = (
    "print([name for name in sys.modules if name.partition('.')[0] in {'harper', 'language_tool_python', 'requests'}])"
)


@pytest.fixture
def draft(desk: Desk) -> str:
    (desk.home / "draft.txt").write_text(DRAFT, "utf-8")
    return "draft.txt"


@pytest.fixture
def release(tmp_path: Path) -> Iterator[dict[str, str]]:
    """LanguageTool where the library downloads it from: as a release, with its sum, on this computer."""
    jars = needed()
    file = tmp_path / "www" / "LanguageTool-6.8.zip"
    file.parent.mkdir()
    with ZipFile(file, "w") as packed:
        for jar in jars.iterdir():
            name = "languagetool-server.jar" if jar.name.startswith("languagetool-server") else f"libs/{jar.name}"
            packed.write(jar, f"LanguageTool-6.8/{name}")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(file.parent))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield {
            "LTP_PATH": str(tmp_path / "languagetool"),
            "LTP_DOWNLOAD_HOST_NEW_RELEASES": f"http://127.0.0.1:{server.server_port}/",
            "LTP_DOWNLOAD_SHA256": sha256(file.read_bytes()).hexdigest(),
        }
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def rules(done: object) -> list[str]:
    return [one["rule"] for row in json.loads(done.stdout) for one in row["problems"]]  # type: ignore[attr-defined]


def test_a_file_is_proofread_by_default(desk: Desk, draft: str) -> None:
    done = desk.run("lint", draft, "-f", "json", "--select", "proof", **AUTO)

    assert rules(done) == ["spelling", "grammar"]
    assert done.returncode == 0
    assert done.stderr == b""


def test_off_is_off_and_jsonl_is_off_by_default(desk: Desk, draft: str) -> None:
    line = json.dumps({"body": DRAFT}).encode()

    assert rules(desk.run("lint", draft, "-f", "json", "--grammar", "off", "--select", "proof", **AUTO)) == []
    jsonl = ("lint", "--stdin-format", "jsonl", "-f", "json", "--select", "proof")
    assert rules(desk.run(*jsonl, stdin=line, **AUTO)) == []
    assert rules(desk.run(*jsonl, "--grammar", "harper", stdin=line)) == ["spelling", "grammar"]


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize(
    "arguments",
    [
        ["lint", "draft.txt", "--grammar", "off"],
        ["lint", "draft.txt", "--select", "greeting"],
        ["lint", "draft.txt", "--ignore", "spelling,grammar"],
        [
            "compose",
            "damaged-item",
            "--no-input",
            "--set",
            "order=HW-659",
            "--set",
            "fault=it broke",
            "--set",
            "tracking=ABC456123",
        ],
    ],
)
def test_where_nothing_is_proofread_no_engine_is_imported(desk: Desk, arguments: list[str]) -> None:
    code = f"import sys\nfrom replyctl.cli.main import main\nmain({arguments!r})\n{ENGINES}"
    desk.program = [sys.executable, "-c", code]

    done = desk.run(**AUTO)

    assert done.stdout.decode().endswith("[]\n"), done.stderr.decode()


def test_the_pretty_report_says_etiquette_first_and_everything_once(desk: Desk, draft: str) -> None:
    out = desk.run("lint", draft, "--grammar", "harper").stdout.decode()

    heads = [line.split(":")[3].split()[1] for line in out.splitlines() if line.startswith("draft.txt:3")]
    assert heads == ["spelling", "grammar"]
    assert out.index("no-next-step") < out.index("sentense' is misspelt")
    assert out.endswith("2 warnings, 1 suggestion\n[*] 1 fixable with --fix, 1 more with --unsafe-fixes\n")


def test_what_is_found_can_be_silenced_fixed_and_told_as_an_error(desk: Desk) -> None:
    (desk.home / "one.txt").write_text(
        "replyctl: ignore[spelling]\nThis is a sentense.\n\nAn aplle is here.\n", "utf-8"
    )
    (desk.home / "replyctl.yaml").write_text("lint: {severity: {spelling: error}, vocabulary: [aplle]}\n", "utf-8")
    (desk.home / "two.txt").write_text("This is a sentense.\n", "utf-8")

    assert rules(desk.run("lint", "one.txt", "-f", "json", "--grammar", "harper", "--select", "proof")) == []
    assert desk.run("lint", "two.txt", "--grammar", "harper", "--select", "proof").returncode == 1
    desk.run("lint", "two.txt", "--grammar", "harper", "--select", "proof", "--fix")
    assert (desk.home / "two.txt").read_text("utf-8") == "This is a sentence.\n"


def test_rejected_words_are_told_with_the_better_one(desk: Desk) -> None:
    (desk.home / "replyctl.yaml").write_text(
        "lint: {vocabulary: {accept: [Lumika], reject: {client: customer}}}\n", "utf-8"
    )
    (desk.home / "one.txt").write_text("Every Client likes the clients' lamp.\n", "utf-8")

    (row,) = json.loads(desk.run("lint", "one.txt", "-f", "json", "--select", "spelling").stdout)

    assert [(one["text"], one["fix"]["edits"][0]["text"]) for one in row["problems"]] == [("Client", "customer")]


def test_where_no_engine_knows_the_language_it_is_told_once_and_can_be_required(desk: Desk) -> None:
    for name in ("one.txt", "two.txt"):
        (desk.home / name).write_text("שלום דנה,\n\nהחבילה שלך בדרך אליך ותגיע ביום שישי.\n", "utf-8")

    told = desk.run("lint", "one.txt", "two.txt", **AUTO)
    required = desk.run("lint", "one.txt", "--require-grammar", **AUTO)

    assert told.returncode == 0
    assert told.stderr.decode().count("not checked") == 1
    assert required.returncode == 3
    assert desk.run("lint", "one.txt", "--require-grammar", "--select", "greeting", **AUTO).returncode == 0


def test_a_dead_server_is_a_notice_and_harper_goes_on(desk: Desk, draft: str) -> None:
    url = {"REPLYCTL_GRAMMAR_LANGUAGETOOL_URL": "http://127.0.0.1:9", **AUTO}

    done = desk.run("lint", draft, "-f", "json", "--select", "proof", **url)

    assert (rules(done), done.returncode) == (["spelling", "grammar"], 0)
    assert done.stderr.decode().count("notice: LanguageTool at http://127.0.0.1:9: nobody answers there") == 1
    assert desk.run("lint", draft, "--require-grammar", "--select", "proof", **url).returncode == 3


def test_a_project_may_not_say_where_text_is_sent(desk: Desk, draft: str) -> None:
    (desk.home / "replyctl.yaml").write_text("grammar: {languagetool_url: 'http://127.0.0.1@evil.example'}\n", "utf-8")

    done = desk.run("lint", draft)

    assert done.returncode == 3
    assert "may only be set in your own file" in done.stderr.decode()


def test_a_reply_is_proofread_while_it_is_composed(desk: Desk) -> None:
    fault = (
        "--set",
        "fault=it is a sentense",
        "--set",
        "order=HW-659",
        "--set",
        "customer.name=Diane",
        "--set",
        "tracking=ABC456123",
    )

    done = desk.run("compose", "damaged-item", "--no-input", *fault, "--grammar", "harper")

    assert "warning spelling" in done.stderr.decode()
    assert done.returncode == 0
    assert b"sentense" in done.stdout


def test_status_says_what_there_is_and_stop_that_nothing_runs(desk: Desk) -> None:
    assert "Harper: ready" in desk.run("grammar", "status").stdout.decode()
    assert "no LanguageTool server is running" in desk.run("grammar", "stop").stderr.decode()


def test_nothing_starts_without_an_installed_languagetool(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    java = tmp_path / "bin" / "java"
    java.write_text("#!/bin/sh\nexit 1\n")
    java.chmod(0o755)

    done = desk.run("grammar", "start", JAVA_HOME=str(tmp_path))

    assert done.returncode == 3
    assert "`replyctl grammar install`" in done.stderr.decode()
    assert desk.run("grammar", "install", str(tmp_path)).returncode == 3


def spanish(desk: Desk) -> bytes:
    """What is said of a language that only LanguageTool knows: at first nothing, where loading it takes too long."""
    text = "Estimado señor, le confirmo que mañana enviaremos el pedido de nuevo a su direccion.\n"
    return desk.run("lint", "-", "-f", "json", "--select", "proof", "--grammar", "auto", stdin=text.encode()).stdout


def test_a_server_serves_all_commands_until_it_is_stopped(desk: Desk, draft: str) -> None:
    assert desk.run("grammar", "install", str(needed())).returncode == 0
    try:
        terminal = desk.open("grammar", "start")
        terminal.see("LanguageTool is starting")
        assert terminal.end() == 0
        assert "is already running" in desk.run("grammar", "start").stderr.decode()
        assert "languages" in desk.run("grammar", "status").stdout.decode()
        done = desk.run("lint", draft, "-f", "json", "--select", "proof", "--require-grammar", **AUTO)
        assert (rules(done), done.returncode, done.stderr) == (["grammar", "spelling"][::-1], 0, b"")
        assert b"EN_A_VS_AN" in done.stdout
        assert any(b"MORFOLOGIK_RULE_ES" in spanish(desk) for _ in range(5))
    finally:
        assert desk.run("grammar", "stop").returncode == 0
    assert "not running" in desk.run("grammar", "status").stdout.decode()


def test_it_is_downloaded_with_a_bar_verified_and_serves(desk: Desk, draft: str, release: dict[str, str]) -> None:
    done = desk.run("grammar", "install", **release)

    assert done.returncode == 0, done.stderr.decode()
    assert "100%" in done.stderr.decode()
    assert "not running" in desk.run("grammar", "status").stdout.decode()
    auto = {"REPLYCTL_GRAMMAR_LANGUAGETOOL": "auto", **AUTO}
    try:
        first = desk.run("lint", draft, "-f", "json", "--select", "proof", **auto)
        second = desk.run("lint", draft, "-f", "json", "--select", "proof", **auto)
    finally:
        desk.run("grammar", "stop")
    assert b"EN_A_VS_AN" in first.stdout
    assert first.stderr.decode().count("was started in the background") == 1
    assert (second.stdout, second.stderr) == (first.stdout, b"")


def test_a_download_that_is_not_what_it_should_be_is_refused(desk: Desk, release: dict[str, str]) -> None:
    done = desk.run("grammar", "install", **{**release, "LTP_DOWNLOAD_SHA256": "0" * 64})

    assert done.returncode == 3
    assert "checksum mismatch" in done.stderr.decode()
    assert "grammar install FOLDER" in done.stderr.decode()
    assert "not installed" in desk.run("grammar", "status", **release).stdout.decode()


def test_a_server_that_starts_by_itself_keeps_no_question_waiting(desk: Desk) -> None:
    desk.run("grammar", "install", str(needed()))
    desk.env |= {"REPLYCTL_GRAMMAR_LANGUAGETOOL": "auto", **AUTO}
    terminal = desk.open("compose", "damaged-item", "--set", "parts.replacement=no", "--set", "order=HW-659")
    try:
        terminal.see("Customer's name")
        assert "not running" in desk.run("grammar", "status").stdout.decode()
        terminal.press("Diane", "enter")
        terminal.see("What went wrong")
        terminal.press("he go home", "enter")
        terminal.see("HE_VERB_AGR")
        terminal.press("q")
        terminal.end()
    finally:
        desk.run("grammar", "stop")


def test_the_public_service_is_asked_only_by_its_name_and_with_a_warning(desk: Desk, draft: str) -> None:
    run = {"argv": ["lint", draft, "-f", "json", "--select", "proof", "--grammar", "auto"]}
    warned = []
    for host in ("api.languagetoolplus.com", "mylanguagetool.org"):
        run["files"] = {"config/replyctl/config.yaml": f"grammar: {{languagetool_url: 'https://{host}'}}\n"}
        (came,) = desk.trapped([run])
        warned.append(came["err"].count("customers' text leaves your company"))
        assert [one["rule"] for one in json.loads(came["out"])[0]["problems"]] == ["spelling", "grammar"]

    assert warned == [1, 0]


def test_the_two_rules_stand_before_the_one_that_looks_at_what_was_silenced() -> None:
    names = [rule.__name__.rpartition(".")[2] for rule in RULES]

    assert names[-3:] == ["spelling", "grammar", "unused_suppression"]
