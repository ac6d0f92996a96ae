from __future__ import annotations

from replyctl.lint.fix import apply, chosen, mend
from replyctl.lint.problem import Edit, Fix, Problem, Severity


def problem(*edits: tuple[int, int, str], safe: bool = True) -> Problem:
    fix = Fix(safe, tuple(Edit(*edit) for edit in edits)) if edits else None
    return Problem("slang", Severity.WARNING, "Write words.", fix=fix)


def test_only_what_is_safe_is_mended_unless_all_is_asked_for() -> None:
    found = [problem((0, 3, "Thanks")), problem((5, 8, "please"), safe=False), problem()]

    assert chosen(found, unsafe=False) == [Edit(0, 3, "Thanks")]
    assert chosen(found, unsafe=True) == [Edit(0, 3, "Thanks"), Edit(5, 8, "please")]


def test_of_fixes_that_overlap_the_first_in_the_text_is_made_and_a_fix_is_made_whole_or_not_at_all() -> None:
    found = [problem((4, 6, "b"), (9, 9, "!")), problem((0, 5, "a")), problem((9, 9, "?"))]

    assert chosen(found, unsafe=True) == [Edit(0, 5, "a"), Edit(9, 9, "?")]


def test_edits_are_put_into_the_text_as_it_was() -> None:
    assert apply("the the 灯", [Edit(0, 4, ""), Edit(8, 8, "台"), Edit(9, 9, "。")]) == "the 台灯。"
    assert apply("text", []) == "text"


def test_mending_goes_on_until_nothing_is_left_and_counts() -> None:
    def shorter(text: str) -> list[Problem]:
        return [problem((0, 1, ""))] if len(text) > 3 else []

    assert mend("abcdef", shorter, unsafe=False) == ("def", 3)


def test_two_rules_that_undo_each_other_come_to_an_end() -> None:
    def turned(text: str) -> list[Problem]:
        return [problem((0, 1, "b" if text == "a" else "a"))]

    assert mend("a", turned, unsafe=False)[0] in {"a", "b"}
