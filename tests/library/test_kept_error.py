from __future__ import annotations

import marshal

import pytest

from replyctl.errors import Place, SnippetError
from replyctl.library.kept_error import kept, restored


@pytest.mark.parametrize("place", [Place("a.yaml", 3, 7, "titel: 订单"), None])
def test_an_error_comes_out_of_a_cache_as_it_went_in(place: Place | None) -> None:
    error = SnippetError("wrong", hint="mend it", place=place)
    error.add_note("a.yaml:4: wrong too")

    again = restored(marshal.loads(marshal.dumps(kept(error))))

    assert (again.message, again.hint, again.__notes__) == ("wrong", "mend it", ["a.yaml:4: wrong too"])
    assert again.place == (place or Place(""))
