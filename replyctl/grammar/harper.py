"""Harper, run in this process: the default for English. Only this file uses `harper`.

It takes half a second to build and milliseconds to ask; building releases the interpreter's lock, so it can go on in a
thread while the agent answers questions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from replyctl.grammar.engine import EngineFailed, Finding, Kind, Tell
from replyctl.grammar.harper_rules import NOT_BEFORE, NOT_BEHIND, OFF, OFF_KINDS, PREFIXES
from replyctl.grammar.masked import Masked
from replyctl.grammar.region import REGIONS, in_region, regions
from replyctl.grammar.slip import distance
from replyctl.text.masks import Mask

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from harper import Lint, Linter

    from replyctl.config import Grammar

DIALECTS = {"en-US": 0, "en-GB": 1, "en-AU": 2, "en-CA": 3}
"""Harper's numbers for the dialects."""
_SPELLING = frozenset({"SpellCheck", "The"})
_MOST_SUGGESTIONS = 5
_STEM, _WHOLE = 3, 7
"""The fewest letters left without a prefix, and with it: fewer may be a known word by chance ("un-til")."""
_BEHIND, _AHEAD = 16, 30
"""How many characters before and after a finding show whether its rule misread a word."""
_WARM = "Dear Mary, your order 7 was sent on Friday. If there's anything else, please reply. A sentense."
"""The first text takes ten times as long as the others, and the first misspelt word most of a second."""
_UNLIKE = "It is Zqxwvk."
_built: dict[str, Linter] = {}
_building = Lock()


def made(settings: Grammar, _tell: Tell, _fail: Tell) -> Harper:
    """The engine; whether it is installed turns out when it is asked."""
    return Harper(settings.dialect)


def lacking(language: str) -> str:
    """It knows one language."""
    return f"Harper knows English, not '{language}'"


def described(_settings: Grammar) -> Iterator[str]:
    """Whether it is installed."""
    from importlib.util import find_spec

    yield f"Harper: {'ready (English)' if find_spec('harper') else 'not installed'}"


class Harper:
    """The engine in one dialect; all instances in a process share the linters."""

    label = "Harper"
    languages = ("en",)
    tells_language = False

    def __init__(self, dialect: str = "") -> None:
        self._dialect = dialect
        self._far: ThreadPoolExecutor | None = None
        """The thread that is warmed up for words that resemble no other."""

    def warm(self) -> None:
        """Begin to build it in a thread, so that nobody waits for it later."""
        from concurrent.futures import ThreadPoolExecutor

        thread = ThreadPoolExecutor(1, "harper")
        for dialect in regions(self._dialect):
            thread.submit(_linter, dialect)
        thread.submit(_look_far).add_done_callback(lambda _: setattr(self, "_far", thread))

    def check(self, text: str, masks: Sequence[Mask], language: str) -> list[Finding]:
        """The mistakes in English `text`; a regional `language` outranks the configured dialect."""
        masked = Masked(text, masks)
        dialect = language if language in DIALECTS else self._dialect
        return in_region(dialect, masked, lambda region: self._found(masked.text, region))

    def _found(self, text: str, dialect: str) -> list[Finding]:
        # Harper keeps what a search for distant words needs per thread.
        lints = self._far.submit(_lints, text, dialect).result() if self._far else _lints(text, dialect)
        all_ = ((rule, lint) for rule, some in lints.items() for lint in some)
        kept = [(rule, lint) for rule, lint in all_ if _is_on(rule, lint, text)]
        return [_finding(rule, lint) for rule, lint in kept if rule not in _SPELLING or not _is_made(lint, dialect)]


def _is_on(rule: str, lint: Lint, text: str) -> bool:
    start = lint.span.start
    behind = rule in NOT_BEHIND and re.search(NOT_BEHIND[rule], text[max(0, start - _BEHIND) : start], re.IGNORECASE)
    before = rule in NOT_BEFORE and re.match(NOT_BEFORE[rule], text[lint.span.end :][:_AHEAD], re.IGNORECASE)
    return lint.lint_kind not in OFF_KINDS and not behind and not before


def _is_made(lint: Lint, dialect: str) -> bool:
    """Whether the word is a known one after a common prefix."""
    word = lint.problem_text
    stems = ((one, word[len(one) :]) for one in PREFIXES if word.islower() and word.startswith(one))
    return any(
        len(stem) >= _STEM and len(one) + len(stem) >= _WHOLE and not _lints(f"The {stem}", dialect).keys() & _SPELLING
        for one, stem in stems
    )


def _lints(text: str, dialect: str) -> dict[str, list[Lint]]:
    try:
        return _linter(dialect).organized_lints(text, language="plaintext")
    except (EngineFailed, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as problem:  # noqa: BLE001 - a panic of its Rust code is not an Exception
        raise EngineFailed(f"Harper failed: {problem}") from None


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


def _look_far() -> None:
    """Warm up for words that resemble no other: the first one takes most of a second in each thread."""
    from harper import Dialect, Linter

    Linter(Dialect(DIALECTS[REGIONS[0]])).lint(_UNLIKE, language="plaintext")
