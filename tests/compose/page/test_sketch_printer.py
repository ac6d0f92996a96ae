from __future__ import annotations

from datetime import date

from replyctl.compose.page.sketch_printer import OPEN, SHUT, SketchPrinter
from replyctl.compose.values.printing import printer
from replyctl.library.field_types.value import Value


def test_only_the_value_in_question_is_marked_and_not_its_equal() -> None:
    known, day = SketchPrinter(printer("en")), date(2026, 12, 4)
    asked = known.marked(Value(day, "asked")).value

    assert known.text(asked) == f"{OPEN}Friday, 4 December 2026{SHUT}"
    assert known.date(asked, "long") == f"{OPEN}4 December 2026{SHUT}"
    assert known.text(day) == "Friday, 4 December 2026"
    assert known.text(known.marked(Value(3, "asked")).value) == f"{OPEN}3{SHUT}"
    assert known.text(3) == "3"


def test_a_stand_in_prints_its_text_whatever_its_type() -> None:
    known = SketchPrinter(printer("he"))

    for kind in ("text", "int", "date", "money"):
        assert known.text(known.standing(kind, "…", asked=False).value) == "…"
        assert known.text(known.standing(kind, "▮", asked=True).value) == f"{OPEN}▮{SHUT}"
