from __future__ import annotations

from replyctl.lint.problem import Edit, Fix, Problem, Severity


def test_a_problem_is_told_in_the_shape_of_the_contract() -> None:
    fix = Fix(safe=True, edits=(Edit(3, 6, "the"),))
    problem = Problem("repeated-word", Severity.WARNING, "Twice.", 3, 6, 1, 4, "body", "the", fix, ("B1",))

    assert problem.as_dict() == {
        "rule": "repeated-word",
        "severity": "warning",
        "message": "Twice.",
        "start": 3,
        "end": 6,
        "line": 1,
        "column": 4,
        "zone": "body",
        "text": "the",
        "fix": {"safe": True, "edits": [{"start": 3, "end": 6, "text": "the"}]},
        "source": ["B1"],
    }


def test_one_about_the_whole_mail_stands_at_its_beginning_and_has_no_text() -> None:
    told = Problem("no-closing", Severity.WARNING, "No sign-off.", zone="mail").as_dict()

    assert (told["start"], told["end"], told["line"], told["column"], told["text"], told["fix"]) == (
        0,
        0,
        1,
        1,
        "",
        None,
    )


def test_severities_have_an_order() -> None:
    assert Severity.ERROR > Severity.WARNING > Severity.SUGGESTION
