from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from replyctl.report.checked import Checked


def test_its_name_is_one_line_that_no_terminal_obeys(check: Callable[..., Checked]) -> None:
    assert check("Hi,", name="a\n\x1b[2Jb.txt").label == "a\ufffd\ufffdb.txt"


def test_the_object_names_the_draft_by_path_or_by_its_own_id(check: Callable[..., Checked]) -> None:
    checked = check("Hi,\n\nthx\n\nRegards,")
    told = checked.as_dict()

    assert (told["path"], told["language"], len(told["problems"])) == ("a.txt", "en", 1)
    assert "questions" not in told
    assert checked._replace(key="id", id=7).as_dict()["id"] == 7
    assert checked._replace(language="und").as_dict()["language"] is None


def test_the_object_has_the_questions_where_the_customers_mail_is_known(check: Callable[..., Checked]) -> None:
    told = check("Hi,\n\nIt is green.\n\nRegards,", incoming="When do you open? What colour is it?").as_dict()

    assert told["questions"] == [
        {"text": "When do you open?", "status": "open", "by": None},
        {"text": "What colour is it?", "status": "answered", "by": "It is green"},
    ]
