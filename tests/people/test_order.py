"""Names whose parts may stand either way round."""

from __future__ import annotations

import pytest

from replyctl.language import load
from replyctl.people.order import is_unknown

TABLES = [table.names for code in ("en", "he", "zh") if (table := load(code).salutation)]


@pytest.mark.parametrize(
    ("name", "unknown"),
    [
        *((name, True) for name in ("Li Wei", "Kim Min-su", "Nguyễn Thị Mai", "Tanaka Yuki", "Chan Tai Man")),
        *((name, True) for name in ("לי ווי", "קים מין-סו", "נגוין טי הואה", "Nagy Anna", "Wei Zhang")),
        *((name, False) for name in ("Kim Hogan", "Lee Miller", "Min-su Kim", "Abe Simpson", "Lin-Manuel Miranda")),
        *((name, False) for name in ("לי כהן", "קים קרדשיאן", "Ann Frey", "Li")),
    ],
)
def test_the_order_is_not_known_where_the_rest_looks_like_names_of_there_too(name: str, unknown: bool) -> None:
    assert is_unknown(name.split(), TABLES) is unknown


def test_a_long_rest_is_no_name() -> None:
    assert not is_unknown(["Tanaka", "ana" * 50_000], TABLES)
