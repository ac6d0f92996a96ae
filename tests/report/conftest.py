"""What one draft gave, by the real rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from replyctl.lint.context import Context
from replyctl.lint.given_draft import GivenDraft
from replyctl.lint.run import Selection, lint
from replyctl.report.checked import Checked

if TYPE_CHECKING:
    from collections.abc import Callable

RULES = ("slang", "repeated-word", "pii", "placeholder", "no-closing", "all-caps")


@pytest.fixture
def check() -> Callable[..., Checked]:
    """A draft through a few rules."""

    def made(text: str, name: str = "a.txt", **context: Any) -> Checked:  # noqa: ANN401 - a context's values are of any type
        draft, problems = lint(GivenDraft.of(text), Context.of({"language": "en", **context}), Selection.of(RULES))
        answers = tuple(draft.answers) if "incoming" in context else None
        return Checked(name, "path", draft.language.code, tuple(problems), (draft.secrets.hide(text),) * 2, answers)

    return made
