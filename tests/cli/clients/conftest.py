"""A customer has written, in each of the languages; the agent has a mailbox."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from customer import Customer, customers
from shop import Shop

if TYPE_CHECKING:
    from conftest import Desk


@pytest.fixture(params=customers(), ids=lambda customer: customer.lang)
def customer(request: pytest.FixtureRequest) -> Customer:
    """Whoever has to be answered."""
    given: Customer = request.param
    return given


@pytest.fixture
def english() -> Customer:
    """One of them, where the language makes no difference."""
    return next(one for one in customers() if one.lang == "en")


@pytest.fixture
def shop(desk: Desk) -> Shop:
    """The agent's computer."""
    return Shop(desk)
