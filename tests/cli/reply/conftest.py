"""Mails of customers, and a desk that answers them."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # delayed.py


class Mails:
    """Raw messages; every part of one may be given."""

    def write(
        self, text: str = "Hi,\n\nwhere is my order HW-20391?\n\nSarah", days: float = 0.1, **headers: str
    ) -> bytes:
        """A mail that was sent `days` ago; a header given as "" is left out."""
        given = {
            "From": "Sarah Whitfield <sarah@mail.example>",
            "To": "care@homeworks.example",
            "Subject": "Order HW-20391",
            "Message-ID": "<one@mail.example>",
            "Date": f"{datetime.now(UTC) - timedelta(days=days):%a, %d %b %Y %H:%M:%S +0000}",
            "Content-Type": "text/plain; charset=utf-8",
        }
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        lines = [f"{name}: {value}\n" for name, value in {**given, **named}.items() if value]
        return f"{''.join(lines)}\n{text}\n".encode()


@pytest.fixture(scope="session")
def mails() -> Mails:
    """Mails to answer."""
    return Mails()
