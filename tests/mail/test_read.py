"""Mails of all kinds, each with what is read of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from replyctl.mail.message.intake import messages
from replyctl.mail.read import read

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_a_mail_is_read_as_a_person_reads_it(case: dict[str, Any]) -> None:
    content = case["mail"].encode(case.get("encoding", "utf-8"))
    (raw,) = messages(content.splitlines(keepends=True))
    found = read(raw, frozenset(case.get("ours", ()))).as_dict()

    assert {key: found[key] for key in case["wants"]} == case["wants"]
    for stretch in case.get("has", ()):
        assert stretch in found["own_text"]
    for stretch in case.get("lacks", ()):
        assert stretch not in found["own_text"]
