"""LanguageTool, a real server on this computer."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from time import monotonic, sleep

import pytest

from replyctl.grammar import languagetool as module
from replyctl.grammar import server
from replyctl.grammar.engine import EngineFailed
from replyctl.grammar.languagetool import LanguageTool
from replyctl.lint.context import Context
from replyctl.lint.fix import mend
from replyctl.lint.proof import Proof
from replyctl.lint.run import Selection, lint_parts
from replyctl.text.masks import masks

OUTSIDE = (
    b'{"matches": [{"offset": 900, "length": 4, "message": "", "replacements": [], "context": {"text": "", "offset": 0},'
    b' "sentence": "", "rule": {"id": "X", "issueType": "misspelling", "category": {"id": "TYPOS"}}}]}'
)
"""A match behind the text's end."""
PROOF = Selection.of(["spelling", "grammar", "repeated-word", "punctuation"])


def words(engine: LanguageTool, text: str, language: str = "en", names: tuple[str, ...] = ()) -> list[str]:
    return [text[one.start : one.end] for one in engine.check(text, masks(text, names), language)]


def test_it_finds_what_is_misspelt_and_ungrammatical(languagetool: LanguageTool) -> None:
    found = languagetool.check("He go home. This is a sentense.", [], "en")

    assert [(one.kind, one.rule) for one in found] == [
        ("grammar", "HE_VERB_AGR"),
        ("spelling", "MORFOLOGIK_RULE_EN_US"),
    ]
    assert found[1].suggestions[0] == "sentence"


def test_chinese_is_checked_by_rules(languagetool: LanguageTool) -> None:
    assert words(languagetool, "我门的订单已经发出。", "zh") == ["门"]


def test_what_it_does_not_know_it_says(languagetool: LanguageTool) -> None:
    assert {"en", "zh"} <= set(languagetool.languages)
    assert "he" not in languagetool.languages
    with pytest.raises(EngineFailed):
        languagetool.check("שלום", [], "he")


def test_names_ids_and_quotes_are_left_alone(languagetool: LanguageTool) -> None:
    text = 'Hi Xiuying,\n\nThị has an HW-659 and the SmartLatch; she wrote "it dont wrok".'

    assert words(languagetool, text, names=("Xiuying", "Thị")) == []


@pytest.mark.parametrize(
    "text",
    [
        "😀🙂 Thank you. This is a sentense.",
        "Thank you. 👩‍👩‍👧 This is a sentense 😀 😀.",
        "שלום דנה. This is a sentense.",
        "𝔘𝔫𝔦 This is\na sentense 𠮷.",
    ],
)
def test_offsets_count_code_points(languagetool: LanguageTool, text: str) -> None:
    assert "sentense" in words(languagetool, text)


def test_in_a_draft_with_crlf_and_marks_the_problem_stands_where_it_is_written(languagetool: LanguageTool) -> None:
    body = "Hi Dana,\r\n\r\n😀 \u200fThank you.\r\nThis is a sentense.\r\n"

    found = lint_parts(body, None, Context.of({"language": "en"}), PROOF, Proof(languagetool))[1]

    assert [(one.text, one.line, one.column) for one in found] == [("sentense", 4, 11)]


def test_fixing_is_done_once_and_then_nothing_is_left(languagetool: LanguageTool) -> None:
    body = "Hi Dana,\n\nHe go home. This is a sentense, the the end."

    def problems(text: str) -> list[object]:
        return lint_parts(text, None, Context.of({"language": "en"}), PROOF, Proof(languagetool))[1]  # type: ignore[return-value]

    mended, _ = mend(body, problems, unsafe=True)  # type: ignore[arg-type]

    assert mended == "Hi Dana,\n\nHe goes home. This is a sentence, the end."
    assert problems(mended) == []


def test_picky_hears_more(running: server.Server) -> None:
    text = "The report was written by a number of people due to the fact that they could not not do it at this point in time."

    picky = LanguageTool(running.url, picky=True).check(text, [], "en")

    assert len(picky) >= len(LanguageTool(running.url).check(text, [], "en"))


def test_two_clients_ask_at_once(running: server.Server) -> None:
    engines = [LanguageTool(running.url) for _ in range(4)]

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda engine: words(engine, "This is a sentense."), engines))

    assert found == [["sentense"]] * 4


def test_nobody_there_is_told() -> None:
    with pytest.raises(EngineFailed, match="nobody answers"):
        LanguageTool("http://127.0.0.1:9").check("Text.", [], "en")


class Odd(BaseHTTPRequestHandler):
    """Answers as it is told to."""

    answer = b""
    seconds = 0.0

    def do_GET(self) -> None:
        sleep(self.seconds)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'[{"code": "en", "longCode": "en-US"}]' if "languages" in self.path else self.answer)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.mark.parametrize(
    "answer",
    [
        b"", b"<html>", b"[]", b"{}", b'{"matches": 5}', b'{"matches": [{}]}', b'{"matches": null}', b"\xff\xfe",
        OUTSIDE,
    ],
)  # fmt: skip
def test_nonsense_is_a_failure_and_nothing_worse(answer: bytes) -> None:
    with _odd(answer) as url, pytest.raises(EngineFailed):
        LanguageTool(url).check("Text.", [], "en")


def test_a_server_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.3)
    began = monotonic()
    with _odd(b"{}", seconds=2.0) as url, pytest.raises(EngineFailed, match="no answer"):
        LanguageTool(url).check("Text.", [], "en")
    assert monotonic() - began < 4


class _odd:  # noqa: N801 - used like a function
    def __init__(self, answer: bytes, seconds: float = 0.0) -> None:
        handler = type("Handler", (Odd,), {"answer": answer, "seconds": seconds})
        self.server = HTTPServer(("127.0.0.1", 0), handler)

    def __enter__(self) -> str:
        Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
