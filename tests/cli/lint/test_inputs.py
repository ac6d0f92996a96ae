"""Where drafts come from, and what is no draft."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Bench

TWICE = "Hello Diane,\n\nPlease send the the lamp back.\n"
PROOF = ("-f", "jsonl", "--select", "repeated-word")


def line(body: str, **more: object) -> str:
    return json.dumps({"body": body, **more}, ensure_ascii=False) + "\n"


def test_a_file_is_checked_and_named(bench: Bench) -> None:
    done = bench.lint(*PROOF, bench.put("a.txt", TWICE))

    assert (done.code, done.err) == (0, "")
    assert [row["path"] for row in done.rows] == ["a.txt"]
    assert done.rows[0]["problems"][0] == {
        "rule": "repeated-word",
        "severity": "warning",
        "message": "'the' is written twice.",
        "start": 30,
        "end": 33,
        "line": 3,
        "column": 17,
        "zone": "body",
        "text": "the",
        "fix": {"safe": True, "edits": [{"start": 29, "end": 33, "text": ""}]},
        "source": ["B1"],
    }


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_stdin_is_checked_where_no_file_is_named(bench: Bench, arguments: tuple[str, ...]) -> None:
    done = bench.lint(*PROOF, *arguments, stdin=TWICE)

    assert (done.rows[0]["path"], done.rules) == ("stdin", ["repeated-word"])


def test_on_a_terminal_without_a_file_there_is_nothing_to_check(bench: Bench) -> None:
    done = bench.lint("-f", "json", terminal=True)

    assert (done.code, done.out) == (2, "")
    assert json.loads(done.err)["error"] == "nothing to check"


def test_several_inputs_come_in_the_order_in_which_they_are_named(bench: Bench) -> None:
    names = bench.put("b.txt", TWICE), "-", bench.put("a.txt", TWICE), bench.put("c.jsonl", line(TWICE, id="c-1") * 2)
    done = bench.lint(*PROOF, *names, stdin=TWICE)

    assert [row.get("path") or row["id"] for row in done.rows] == ["b.txt", "stdin", "a.txt", "c-1", "c-1"]
    assert done.rules == ["repeated-word"] * 5


def test_an_input_that_cannot_be_read_is_a_row_and_the_run_goes_on(bench: Bench) -> None:
    (bench.folder / "empty").mkdir()
    names = [
        "gone.txt",
        "empty",
        bench.put("picture.png", b"\x89PNG\0\1"),
        bench.put("latin.txt", "caf\xe9\n".encode("latin-1")),
    ]
    done = bench.lint(*PROOF, *names, bench.put("a.txt", TWICE))

    assert done.code == 3
    assert [row["path"] for row in done.rows] == [*names, "a.txt"]
    assert [row["error"] for row in done.rows[:4]] == [
        "gone.txt: cannot be read: No such file or directory",
        "empty: no drafts in this folder",
        "picture.png:1: not UTF-8",
        "latin.txt:1: not UTF-8",
    ]
    assert (done.err, done.rows[4]["problems"][0]["rule"]) == ("", "repeated-word")


@pytest.mark.parametrize("name", ["gone.txt", "latin.txt", "nul.txt", "cut.txt", "gone.jsonl", "empty"])
@pytest.mark.parametrize("format_", ["pretty", "concise"])
def test_of_a_draft_that_cannot_be_read_only_that_is_told(bench: Bench, name: str, format_: str) -> None:
    (bench.folder / "empty").mkdir()
    bench.put("latin.txt", "Hi Zoë,\n".encode("latin-1"))
    bench.put("nul.txt", "a\0b")
    bench.put("cut.txt", "\ufeffHi".encode("utf-16-le")[:-1])
    done = bench.lint("-f", format_, name)

    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"replyctl: {name}")


def test_of_a_folder_all_drafts_are_checked_in_order(bench: Bench) -> None:
    (bench.folder / "out" / "may" / ".git").mkdir(parents=True)
    (bench.folder / "out" / "loop").symlink_to(bench.folder / "out")
    drafts = [bench.put("out/b.TXT", TWICE), bench.put("out/may/a.eml", TWICE), bench.put("out/may/c.txt", TWICE)]
    rows = bench.put("out/z.jsonl", line(TWICE, id="z-1"))
    for name in ("out/notes.md", "out/.b.txt.swp", "out/.c.txt", "out/may/.git/a.txt", "a.txt"):
        bench.put(name, TWICE)
    done = bench.lint(*PROOF, "out/")

    assert (done.code, done.err) == (0, "")
    assert [row.get("path") or row["id"] for row in done.rows] == [*drafts, "z-1"]
    assert bench.lint("--fix", "out").code == 2
    (bench.folder / rows).unlink()
    assert bench.lint("--fix", "--select", "repeated-word", "out").out == "fixed 3; left: none in 3 drafts\n"
    assert bench.get("out/may/c.txt").decode() == TWICE.replace("the the", "the")


def test_beside_others_it_is_counted_apart(bench: Bench) -> None:
    good = bench.put("a.txt", TWICE), bench.put("b.txt", "Hello Diane,\n")
    done = bench.lint("--select", "repeated-word", "gone.txt", *good)
    clean = bench.lint("--select", "repeated-word", "gone.txt", "b.txt", "latin.txt")

    assert (done.code, done.out.splitlines()[-2]) == (3, "1 warning in 2 drafts; 1 could not be read")
    assert (clean.code, clean.out) == (3, "no problems; 2 could not be read\n")


def test_for_people_an_input_that_cannot_be_read_is_told_on_stderr(bench: Bench) -> None:
    done = bench.lint("gone.txt", bench.put("nul.txt", "a\0b"), "-f", "concise")

    assert (done.code, done.out) == (3, "")
    assert done.err == (
        "replyctl: gone.txt: cannot be read: No such file or directory\nreplyctl: nul.txt: not a text file\n"
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_its_mark_is_read_and_offsets_count_code_points(bench: Bench, encoding: str) -> None:
    text = "\ufeffHi 👋🏽 the the lamp.\n"
    done = bench.lint(*PROOF, bench.put("a.txt", text.encode(encoding)))
    problem = done.rows[0]["problems"][0]

    assert text[problem["start"] : problem["end"]] == problem["text"] == "the"


@pytest.mark.parametrize(
    "draft", ["\ufeff" + TWICE, TWICE.replace("\n", "\r\n"), "\ufeff" + TWICE.replace("\n", "\r\n")]
)
def test_a_byte_order_mark_and_windows_line_ends_count_as_they_stand(bench: Bench, draft: str) -> None:
    problem = bench.lint(*PROOF, stdin=draft).rows[0]["problems"][0]

    assert draft[problem["start"] : problem["end"]] == "the"
    assert problem["start"] == draft.rindex("the")
    assert (problem["line"], problem["column"]) == (3, 17)


def test_jsonl_comes_from_a_file_and_from_stdin(bench: Bench) -> None:
    drafts = line(TWICE, id="x", subject="The the lamp") + "\n" + line(TWICE, id=7) + line(TWICE)
    for done in (
        bench.lint(*PROOF, bench.put("drafts.jsonl", drafts)),
        bench.lint(*PROOF, "--stdin-format", "jsonl", stdin=drafts),
    ):
        assert [row["id"] for row in done.rows] == ["x", 7, 4]
        subject, body = done.rows[0]["problems"]
        assert (subject["zone"], subject["start"], subject["text"]) == ("subject", 4, "the")
        assert (body["zone"], body["start"], body["line"]) == ("body", 30, 3)


def test_a_line_that_is_no_draft_has_its_number(bench: Bench) -> None:
    bad = ["{", "[]", '{"body": 5}', '{"body": "", "subject": 5}', '{"body": "", "context": []}', "[" * 50_000, "\xff"]
    done = bench.lint("-f", "jsonl", "--stdin-format", "jsonl", stdin="\n".join(bad).encode("latin-1"))

    assert done.code == 3
    assert [row["line"] for row in done.rows] == [1, 2, 3, 4, 5, 6, 7]
    assert all(row["error"].startswith(f"stdin:{row['line']}: ") for row in done.rows)


BAD = [
    *({"language": wrong} for wrong in ("e" * 300, "../en", "xx", ["en"], 5)),
    *({"intent": wrong} for wrong in ("c" * 10_000, ["answer"], {"a": 1}, 5, True)),
    *({"now": wrong} for wrong in ("9" * 400, 10**400, [], "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59")),
    *({"attachments": [{"size": wrong}]} for wrong in (10**4000, -1, 1e400, "1", [])),
    {"attachments": [[]]},
    {"customer": {"name": {"first": "Diane"}}},
    {"company": {"name": ["HomeWorks"]}},
    {"order": float("inf")},
    {"closed": "no"},
]


@pytest.mark.parametrize("format_", ["jsonl", "concise"])
def test_no_draft_ends_the_run(bench: Bench, format_: str) -> None:
    rows = [json.dumps({"body": "The the lamp.", "context": wrong}) for wrong in BAD]
    rows += [
        f'{{"body": "The the lamp.", "context": {{"order": {deep}}}}}' for deep in ("[" * 900 + "]" * 900, "9" * 5_000)
    ]
    rows.append(json.dumps({"id": "last", "body": "The the lamp."}))
    done = bench.lint("-f", format_, "--select", "repeated-word", bench.put("a.jsonl", "\n".join(rows)))

    assert done.code == 3
    if format_ == "concise":
        assert done.out.startswith("last:1:5: warning repeated-word")
        errors = [one for one in done.err.splitlines() if one.startswith("replyctl: ")]
        assert [one.partition(": ")[2][:10].rstrip(": ") for one in errors] == [
            f"a.jsonl:{number}"[:10] for number in range(1, len(rows))
        ]
        return
    assert [row.get("line") for row in done.rows[:-1]] == [*range(1, len(rows))]
    assert all(
        row["error"].startswith(f"a.jsonl:{row['line']}: ") and len(row["error"]) < 200 for row in done.rows[:-1]
    )
    assert done.rows[-1]["id"] == "last"


def test_odd_texts_are_drafts_like_any(bench: Bench) -> None:
    odd = ["\ud800 the the \udfff", "\0 the the", "\u202e" * 3_000 + "the the", "e\u0301" * 3_000, "[" * 20_000, ""]
    drafts = [json.dumps({"body": text, "subject": text[:50]}) for text in odd]
    for format_ in ("jsonl", "json", "pretty", "github", "sarif"):
        done = bench.lint("-f", format_, "--fail-level", "never", "--stdin-format", "jsonl", stdin="\n".join(drafts))
        assert (done.code, done.err) == (0, "")
    same = "\n".join(line(TWICE, id=7) for _ in range(3))
    assert [row["id"] for row in bench.lint("-f", "jsonl", "--stdin-format", "jsonl", stdin=same).rows] == [7, 7, 7]


def test_an_empty_draft_and_no_draft_at_all_are_read(bench: Bench) -> None:
    assert len(bench.lint("-f", "jsonl", stdin="").rows) == 1
    assert bench.lint("-f", "jsonl", "--stdin-format", "jsonl", stdin="\n\n").rows == []
    assert json.loads(bench.lint("-f", "json", "--stdin-format", "jsonl", stdin="").out) == []


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("Hello Diane,\n\nThe lamp is here.\n", []),  # no header block: the subject is not known
        ("Subject:\n\nHello Diane,\n", ["subject-missing"]),
        ("Subject:   \t\nTo: a@b.example\n\nHello,\n", ["subject-missing"]),
        ("To: diane@home.example\n\nHello Diane,\n", ["subject-missing"]),
        ("X-Tag: 1\nSUBJECT: WHERE IS IT\n\nHello, the lamp is here.\n", ["subject-caps"]),
        ("\ufeffSubject: WHERE IS IT\r\nTo: a@b.example\r\n\r\nHello,\r\n", ["subject-caps"]),
        ("Subject: Your blue\n lamp, sent\n\nHello,\n", []),
        ("Subject: WHERE IS IT", ["subject-caps"]),
        ("Please note:\n\nSubject: WHERE IS IT\n", []),
    ],
)
def test_a_header_block_is_told_from_text(bench: Bench, draft: str, expected: list[str]) -> None:
    done = bench.lint("-f", "jsonl", "--select", "subject-missing,subject-caps,repeated-word", stdin=draft)

    assert done.rules == expected
    for problem in done.rows[0]["problems"]:
        assert draft[problem["start"] : problem["end"]] == problem["text"]


def test_headers_are_no_words_of_the_reply(bench: Bench) -> None:
    draft = "To: the the <a@b.example>\nSubject: Your lamp\n\nThe the lamp.\n"
    [problem] = bench.lint("-f", "jsonl", "--select", "proof", stdin=draft).rows[0]["problems"]

    assert (problem["line"], problem["start"]) == (4, draft.rindex("the lamp"))


@pytest.mark.parametrize(("subject", "spoken"), [(None, False), ("", True), (" \t", True), ("Your lamp HW-659", False)])
def test_in_jsonl_an_absent_subject_keeps_the_subject_rules_silent(
    bench: Bench, subject: str | None, spoken: bool
) -> None:
    done = bench.lint(
        "-f", "jsonl", "--select", "subject", "--stdin-format", "jsonl", stdin=line("Hi.", subject=subject)
    )

    assert ("subject-missing" in done.rules) is spoken
