from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from replyctl import report
from replyctl.report.protocol import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.report.checked import Checked


@pytest.mark.parametrize("name", report.FORMATS)
def test_every_format_of_the_table_prints_a_draft(check: Callable[..., Checked], name: str) -> None:
    made = report.in_format(name, Style())
    checked = check("Hi,\n\nIt is on the the way.\n\nRegards,")

    assert "repeated-word" in made.head + made.early(checked) + made.draft(checked) + made.tail
    assert isinstance(made.error({"path": "a.txt", "error": "cannot be read"}), str)


def test_every_file_of_a_format_is_in_the_table() -> None:
    others = {"__init__", "checked", "colour", "diff", "protocol", "quoted_line", "statistics"}

    assert {path.stem for path in Path(report.__file__).parent.glob("*.py")} - others == set(report.FORMATS)
