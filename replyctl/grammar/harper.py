"""Harper, in this process: the default for English. The only file that knows `harper`.

It takes half a second to build and milliseconds to ask; building releases the interpreter's lock, so it can go on in a
thread while the agent answers questions.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock, Thread
from typing import TYPE_CHECKING

from replyctl.grammar.engine import EngineFailed, Finding, Kind
from replyctl.grammar.harper_rules import OFF, OFF_KINDS
from replyctl.grammar.masking import Masked
from replyctl.grammar.tame import distance, kept
from replyctl.text.masks import Mask

if TYPE_CHECKING:
    from harper import Lint, Linter

DIALECTS = {"en-US": 0, "en-GB": 1, "en-AU": 2, "en-CA": 3}
"""Harper's numbers for them."""
_SPELLING = frozenset({"SpellCheck", "The"})
_MOST_SUGGESTIONS = 5
_WARM = "Dear Mary, your order 7 was sent on Friday. If there's anything else, please reply. A sentense."
"""The first text takes ten times as long as the others, and the first misspelt word most of a second."""
_built: dict[str, Linter] = {}
_building = Lock()


class Harper:
    """The engine in one dialect; all of a process share its linters."""

    name = "harper"
    languages = ("en",)

    def __init__(self, dialect: str = "") -> None:
        self._any_region = not dialect
        self._dialect = dialect or "en-US"

    def warm(self) -> None:
        """Begin to build it in a thread, so that nobody waits for it later."""
        Thread(target=_quietly, args=(self._dialect,), daemon=True).start()

    def check(self, text: str, masks: Sequence[Mask], language: str) -> list[Finding]:
        """The mistakes in English `text`; a regional `language` is stronger than the configured dialect."""
        any_region = self._any_region and language not in DIALECTS
        linter = _linter(language if language in DIALECTS else self._dialect)
        masked = Masked(text, masks)
        try:
            lints = linter.organized_lints(masked.text, language="plaintext")
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as problem:  # noqa: BLE001 - a panic of its Rust code is no Exception
            raise EngineFailed(f"Harper failed: {problem}") from None
        return kept(
            (
                _finding(rule, lint)
                for rule, found in lints.items()
                for lint in found
                if lint.lint_kind not in OFF_KINDS
            ),
            masked,
            any_region=any_region,
        )


def _finding(rule: str, lint: Lint) -> Finding:
    from harper import SuggestionKind

    word = lint.problem_text
    suggestions = (
        f"{word}{one.replacement_text}" if one.kind == SuggestionKind.INSERT_AFTER else one.replacement_text
        for one in lint.suggestions[:_MOST_SUGGESTIONS]
    )
    kind: Kind = "spelling" if rule in _SPELLING else "grammar"
    return Finding(lint.span.start, lint.span.end, lint.message, rule, kind, tuple(suggestions))


def _linter(dialect: str) -> Linter:
    with _building:
        if dialect not in _built:
            _built[dialect] = _build(dialect)
        return _built[dialect]


def _build(dialect: str) -> Linter:
    try:
        from harper import Dialect, Linter
    except ImportError:
        raise EngineFailed("Harper is not installed (harper-py has no wheel for this platform)") from None
    linter = Linter(Dialect(DIALECTS[dialect]))
    linter.set_lint_config({**linter.get_default_lint_config(), **dict.fromkeys(OFF, False)})
    linter.organized_lints(_WARM, language="plaintext")
    distance("warm", "up")
    return linter


def _quietly(dialect: str) -> None:
    from contextlib import suppress  # noqa: PLC0415 - a thread of its own

    with suppress(EngineFailed):  # who asks it is told
        _linter(dialect)
