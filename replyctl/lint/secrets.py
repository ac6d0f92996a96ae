"""Numbers and passwords that must not be written, and so must not be repeated by what is said about them."""

from __future__ import annotations

from collections.abc import Iterable

from replyctl.lint.problem import masked

_KEY = 4
"""Characters by which they are looked up; none is shorter."""


class Secrets:
    """All that are known of a draft and the mail that it answers."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._by_key: dict[str, dict[int, set[str]]] = {}
        """By their first characters, then by length."""
        for secret in secrets:
            self._by_key.setdefault(secret[:_KEY], {}).setdefault(len(secret), set()).add(secret)

    def hidden_in(self, text: str) -> str:
        """`text` with each of them in it made unreadable."""
        spans, at = [], 0
        while self._by_key and at < len(text):
            end = self._end(text, at)
            if end > at:
                spans.append((at, end))
            at = max(end, at + 1)
        return masked(text, spans)

    def _end(self, text: str, at: int) -> int:
        """Where the longest that begins here ends; `at` where none does."""
        sizes = self._by_key.get(text[at : at + _KEY], {})
        return at + max((size for size, secrets in sizes.items() if text[at : at + size] in secrets), default=0)
