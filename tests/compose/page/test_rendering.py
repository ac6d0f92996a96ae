from __future__ import annotations

import pytest
from making import snippet, start

from replyctl.compose.composition import Composition
from replyctl.compose.page.rendering import Rendering
from replyctl.compose.values.read_values import read_all
from replyctl.errors import TemplateError
from replyctl.library.snippet import Field


def rendering(made: Composition) -> Rendering:
    return Rendering(made.plan, read_all(made.plan))


def test_what_is_printed_and_not_known_is_gathered_in_order() -> None:
    one = snippet("{{ b }} {{ company.url }} {{ a }}", subject="{{ a }}", fields={"a": Field(), "b": Field()})
    page = rendering(start(one, sets={"a": "x"}))

    assert page.text(one, "subject").text == "x"
    page.text(one, "body")
    assert page.missing == ["b", "company.url"]


@pytest.mark.parametrize("name", ["given", "family", "titled"])
def test_of_a_customer_that_nobody_named_the_name_is_missing(name: str) -> None:
    page = rendering(start(snippet()))

    page.print(f"{{{{ customer.{name} }}}}", "here")
    assert page.missing == ["customer.name"]


def test_a_snippet_sees_its_own_links() -> None:
    one = snippet("{{ links.shop }}", links={"shop": "https://shop.example"})

    assert rendering(start(one)).text(one, "body").text == "https://shop.example"


def test_a_name_that_nobody_declared_and_a_partial_of_no_library_are_told() -> None:
    with pytest.raises(TemplateError, match="'nobody' is not declared"):
        rendering(start(snippet())).print("{{ nobody }}", "here")
    with pytest.raises(TemplateError, match="the partial 'promise' needs a library"):
        rendering(start(snippet())).print("{{ partial('promise') }}", "here")
