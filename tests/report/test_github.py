from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.report.github import Github
from replyctl.report.protocol import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.report.checked import Checked


def test_a_command_a_problem_at_its_level_and_place(check: Callable[..., Checked]) -> None:
    lines = Github(Style()).draft(check("Hi,\n\nIt is the the [Name], thx.\n\nRegards,")).splitlines()

    assert [line.partition(",title=")[0] for line in lines] == [
        "::warning file=a.txt,line=3,col=11",
        "::error file=a.txt,line=3,col=15",
        "::notice file=a.txt,line=3,col=23",
    ]
    assert "title=repeated-word::" in lines[0]


def test_a_name_or_a_message_cannot_add_a_property_or_a_command(check: Callable[..., Checked]) -> None:
    report = Github(Style())
    line = report.draft(check("Hi,\n\nthx\n\nRegards,", name="a,b:c%\n::error::.txt"))

    assert line.startswith("::notice file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3A.txt,line=3")
    assert report.error({"error": "gone\r\n::warning::50%"}) == "::error::gone%0A::warning::50%25\n"
