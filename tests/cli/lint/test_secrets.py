"""What must not stand in a mail is repeated by no report and by no error, wherever it was found and however it is spelt."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Bench

FORMATS = [
    ("-f", "pretty"),
    ("-f", "concise"),
    ("-f", "github"),
    ("-f", "sarif"),
    ("-f", "json"),
    ("-f", "jsonl"),
    ("-v",),
    ("--diff",),
]
CASES = [
    (
        "Hi Diane,\n\nYour password is Tr0ub4dor3. So so, log in with Tr0ub4dor3 or TR0UB4DOR3 Tr0ub4dor3!!\n",
        "My password is hunter-22. Can I log in with hunter-22?",
        ["tr0ub4dor3", "hunter-22"],
    ),
    (
        "您好，\n\n您的密码是abc12345，，请用abc12345登录。卡号4111111111111111，，请核对4111 1111 1111 1111！！\n",
        "我的密码是qwe98765。qwe98765能登录吗？",
        ["abc12345", "qwe98765", "411111111111", "4111 1111 1111"],
    ),
    (
        "שלום דיאן,\n\nהסיסמה היא s0d4m-7, היכנסו היכנסו עם s0d4m-7!! הכרטיס 4111-1111-1111-1111 חויב..\n",
        "הסיסמה שלי היא k4pu-99. אפשר להיכנס עם k4pu-99?",
        ["s0d4m-7", "k4pu-99", "4111-1111-1111"],
    ),
]


@pytest.mark.parametrize("flags", FORMATS)
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("select", [(), ("--select", "proof,exclamation,answers,all-caps")])
def test_no_report_repeats_a_secret(
    bench: Bench, flags: tuple[str, ...], case: tuple[str, str, list[str]], select: tuple[str, ...]
) -> None:
    draft, incoming, secrets = case
    file = bench.put("case.json", json.dumps({"incoming": incoming}))
    done = bench.lint(*flags, *select, "--context", file, bench.put("a.txt", f"Subject: {secrets[0]}\n\n{draft}"))
    shown = (done.out + done.err).lower()

    assert shown
    assert not [secret for secret in secrets if secret in shown]


@pytest.mark.parametrize("select", [(), ("--select", "proof")])
def test_offsets_stay_true_where_a_text_is_masked(bench: Bench, select: tuple[str, ...]) -> None:
    draft, _, secrets = CASES[0]
    problems = bench.lint("-f", "jsonl", *select, stdin=draft).rows[0]["problems"]
    masked = [one for one in problems if "•" in one["text"]]

    assert masked or select
    for one in problems:
        assert len(one["text"]) == one["end"] - one["start"]
        if one in masked:
            assert secrets[0] in draft[one["start"] : one["end"]].lower()


def test_the_mended_draft_itself_keeps_what_it_says(bench: Bench) -> None:
    bench.put("a.txt", "Your password is Tr0ub4dor3, log in with the the Tr0ub4dor3.\n")
    bench.lint("--fix", "--select", "repeated-word", "a.txt")

    assert bench.get("a.txt") == b"Your password is Tr0ub4dor3, log in with the Tr0ub4dor3.\n"


@pytest.mark.parametrize(
    "context",
    [
        {"incoming": ["My password is Tr0ub4dor3"]},
        {"incoming": {"text": "Tr0ub4dor3"}},
        {"customer": ["Diane", {"password": "Tr0ub4dor3"}]},
        {"agent": 4111111111111111},
        {"order": {"card": "4111 1111 1111 1111"}},
        {"intent": "my password is Tr0ub4dor3"},
        {"intent": ["Tr0ub4dor3"]},
        {"now": "Tr0ub4dor3"},
        {"closed": "Tr0ub4dor3"},
        {"attachments": "4111 1111 1111 1111"},
        {"attachments": [{"size": "Tr0ub4dor3"}]},
        {"company": ["Tr0ub4dor3"]},
        {"language": "the password is Tr0ub4dor3"},
        {"the password is Tr0ub4dor3": 1},
    ],
)
@pytest.mark.parametrize("shared", [True, False])
def test_a_context_of_the_wrong_shape_is_not_printed(bench: Bench, context: dict[str, object], shared: bool) -> None:
    if shared:
        done = bench.lint("--context", bench.put("case.json", json.dumps(context)), stdin="Hi Diane,\n")
    else:
        rows = json.dumps({"body": "Hi Diane,", "context": context})
        done = bench.lint("-f", "jsonl", "--stdin-format", "jsonl", stdin=rows)

    assert next(iter(context)).partition(" ")[0] in done.out + done.err
    assert "Tr0ub4dor3" not in done.out + done.err
    assert "4111 1" not in done.out + done.err
    assert "41111" not in done.out + done.err


@pytest.mark.parametrize(
    "text",
    ['{"incoming": "My password is Tr0ub4dor3", }', "my password is Tr0ub4dor3", '["Tr0ub4dor3"]', '{"a": Tr0ub4dor3}'],
)
def test_json_that_is_none_is_not_printed(bench: Bench, text: str) -> None:
    name = bench.put("a.json", text)
    bench.configure("agent: {name: Dana Levi}\n")
    for done in (
        bench.lint("--context", name, stdin="Hi,\n"),
        bench.lint("-f", "jsonl", "--stdin-format", "jsonl", stdin=text),
        bench.run("compose", "refund-approved", "--no-input", "--data", name),
    ):
        assert done.code == 3
        assert "Tr0ub4dor3" not in done.out + done.err


@pytest.mark.parametrize(
    "flags",
    [
        ("--set", "my password is Tr0ub4dor3"),
        ("--set", "customer.gender=my password is Tr0ub4dor3"),
        ("--set", "my password is Tr0ub4dor3=x"),
        ("--set", "amount=card 4111 1111 1111 1111"),
        ("--lang", "הסיסמה שלי היא Tr0ub4dor3"),
        ("--tone", "密码是Tr0ub4dor3"),
        ("the password is Tr0ub4dor3",),
    ],
)
@pytest.mark.parametrize("format_", ["text", "json"])
def test_an_error_about_a_value_does_not_repeat_it(bench: Bench, flags: tuple[str, ...], format_: str) -> None:
    bench.configure("agent: {name: Dana Levi}\n")
    done = bench.run("compose", "refund-approved", "--no-input", *flags, "-f", format_)

    assert (done.code in {2, 3}, done.out) == (True, "")
    assert "Tr0ub4dor3" not in done.err
    assert "4111 1" not in done.err
