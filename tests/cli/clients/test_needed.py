"""A client that is not there is no failure, but where CI says that it has to be."""

from __future__ import annotations

from pathlib import Path

import pytest
from needed import needed
from readme_lines import README, lines_for

ROOT = README.parent


@pytest.mark.parametrize(
    ("required", "outcome"),
    [
        ("", pytest.skip.Exception),
        ("languagetool,neomutt", pytest.skip.Exception),
        ("languagetool,mutt", pytest.fail.Exception),
        ("mutt neomutt", pytest.fail.Exception),
    ],
)
def test_a_missing_client_skips_its_tests_and_fails_them_where_it_is_required(
    required: str, outcome: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("REPLYCTL_REQUIRE", required)

    with pytest.raises(outcome, match="mutt is not installed"):
        needed("mutt")


def test_a_client_that_is_there_is_no_matter_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mutt").write_text("#!/bin/sh\n")
    (tmp_path / "mutt").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("REPLYCTL_REQUIRE", "mutt")

    needed("mutt")


def test_each_package_of_ci_has_lines_in_the_readme() -> None:
    lines = (line.partition("#")[0].strip() for line in (ROOT / ".ci" / "packages").read_text("utf-8").splitlines())
    packages = [line for line in lines if line]

    assert packages == sorted(packages)
    assert all(lines_for(name) for name in packages)
