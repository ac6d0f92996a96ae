"""What every test stands on: caches of its own, so that no run leans on, or litters, the developer's; cases as data."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import settings

os.environ["REPLYCTL_CACHE_DIR"] = tempfile.mkdtemp(prefix="replyctl-tests-")
os.environ["REPLYCTL_GRAMMAR_ENGINE"] = "off"  # what an engine says is the grammar tests' own matter
settings.register_profile("here", deadline=None)  # how long a text takes is the benchmarks' own matter
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


SERVED = {"jars", "languagetool", "running", "release"}
"""What a test is given that needs a LanguageTool."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that start or ask a LanguageTool run one after the other, in one process: two servers starve each other."""
    for item in items:
        module = item.nodeid.partition("::")[0]
        if module.endswith("cli/test_grammar.py") or not SERVED.isdisjoint(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.xdist_group("languagetool"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `case` runs once for each entry of `cases/<its file's name>.yaml`."""
    given = any("case" in mark.args[0] for mark in metafunc.definition.iter_markers("parametrize"))
    if "case" in metafunc.fixturenames and not given:
        test = Path(metafunc.definition.path)
        cases = test.parent / "cases" / f"{test.stem.removeprefix('test_')}.yaml"
        found = yaml.load(cases.read_text("utf-8"), yaml.CSafeLoader)
        ids = [f"{number}-{case.get('lang', 'any')}" for number, case in enumerate(found, 1)]
        metafunc.parametrize("case", found, ids=ids)
