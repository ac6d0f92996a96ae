"""A language is one folder: a fourth one composes and lints, and no other file of the program changes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import replyctl

SKELETON = Path(__file__).parent / "skeleton"
PACKAGE = Path(replyctl.__file__).parent
SNIPPET = """\
title: {ar: موعد الوصول}
kind: answer
fields:
  order: {type: order, ask: رقم الطلب}
  due: {type: date, ask: متى يصل}
text:
  ar:
    subject: "طلبك {{ order }} في الطريق"
    body: "سيصل طلبك {{ order }} يوم {{ due }}."
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the skeleton in its language folder, and nothing else changed."""
    root = tmp_path_factory.mktemp("program")
    shutil.copytree(PACKAGE, root / "replyctl", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PACKAGE.parent / "snippets", root / "snippets")
    before = contents(root / "replyctl")
    shutil.copytree(SKELETON / "ar", root / "replyctl/language/ar")
    after = contents(root / "replyctl")
    assert {name for name in after if after[name] != before.get(name)} == {
        f"language/ar/{name}" for name in contents(SKELETON / "ar")
    }
    (root / "home/snippets").mkdir(parents=True)
    (root / "home/snippets/arrival.yaml").write_text(SNIPPET, "utf-8")
    return root


def run(program: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    home = program / "home"
    environment = {
        "HOME": str(home),
        "PATH": os.defpath,
        "PYTHONPATH": str(program),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8",
        "REPLYCTL_CACHE_DIR": str(home / "cache"),
    }
    command = [sys.executable, "-m", "replyctl", *arguments]
    return subprocess.run(
        command, input=stdin, env=environment, cwd=home, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_a_reply_is_composed_in_it(program: Path) -> None:
    given = {"customer.name": "د. ليلى حداد", "agent.name": "سارة", "order": "HW-659", "due": "2026-12-01"}
    sets = [word for name, value in given.items() for word in ("--set", f"{name}={value}")]

    composed = run(program, "compose", "arrival", "--library", ".", "--lang", "ar", "--no-input", *sets)

    assert composed.returncode == 0, composed.stderr
    lines = composed.stdout.splitlines()
    assert lines[0] == "مرحبا د. حداد،"
    assert "سيصل طلبك HW-659 يوم الثلاثاء، 1 ديسمبر 2026." in composed.stdout
    assert lines[-2:] == ["مع أطيب التحيات،", "سارة"]


def test_a_draft_is_linted_in_it(program: Path) -> None:
    draft = "مرحبا ليلى،\n\nكما قلت لك، سيصل طلبك يوم الأحد، ولم تقرأ بعد.\n\nمع أطيب التحيات،\nسارة\n"

    linted = run(program, "lint", "-f", "json", "--select", "greeting", "--select", "voice", "-", stdin=draft)

    found = [(problem["rule"], problem["text"]) for problem in json.loads(linted.stdout)[0]["problems"]]
    assert found == [("blame", "كما قلت لك")]
