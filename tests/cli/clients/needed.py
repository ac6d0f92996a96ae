"""Programs that not every computer has."""

from __future__ import annotations

import os
import re
import shutil

import pytest


def needed(program: str) -> None:
    """Without it, the test is skipped; it fails where REPLYCTL_REQUIRE names the program."""
    if shutil.which(program):
        return
    missing = f"{program} is not installed (.ci/packages names its Debian package)"
    if program in re.split(r"[\s,]+", os.environ.get("REPLYCTL_REQUIRE", "")):
        pytest.fail(missing)
    pytest.skip(missing)
