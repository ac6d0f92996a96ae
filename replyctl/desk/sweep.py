"""Checks many files in one go; results are cached by content, so that no run works them out again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl import cache
from replyctl.errors import SnippetError
from replyctl.library.content import read_bytes
from replyctl.lint.problem import Problem, Severity

if TYPE_CHECKING:
    from replyctl.config import Settings
    from replyctl.desk.golden import Stage
    from replyctl.desk.targets import Target
    from replyctl.library.layer import Layer

MOST = 30_000
"""The most results kept for one library; with more, only those of the last run are kept."""
_NOT_ASKED = ("agent", "signature", "libraries", "grammar", "editor", "look_up")
"""Settings that change no verdict, see `golden.Stage`."""
_ATTACHES = rb"\battachments:(?!\s*\[\s*\])"
Plain = tuple[tuple[tuple[str, tuple[Any, ...]], ...], str]
"""A `Found` in the form that the cache keeps."""


class Found(NamedTuple):
    """What checking one file found."""

    problems: list[tuple[str, Problem]]
    """Each with the file it is in, "" for the file being checked: a snippet may reveal a partial's mistake."""
    notice: str = ""


class Verdict(NamedTuple):
    """One file, with its problems in the order of the text."""

    path: Path
    problems: tuple[Problem, ...]
    notice: str = ""


def sweep(targets: list[Target], settings: Settings, done: Callable[[], None] = lambda: None) -> list[Verdict]:
    """The verdict on each file, in order; `done` is called after each. UsageError for unknown rules."""
    homes = sorted({str(target.layers[-1].home.absolute()) for target in targets})
    key = "\0".join(homes).encode("utf-8", "surrogateescape")
    recalled = cache.recall("check", key)
    run = _Sweep(settings, recalled if isinstance(recalled, dict) else {})
    found = {}
    for target in targets:
        found[str(target.path)] = run.found(target)
        done()
    if run.fresh:
        whole = {**run.known, **run.fresh}
        cache.keep("check", key, whole if len(whole) <= MOST else run.used)
    return _by_file(targets, found)


class _Sweep:
    """One run, with known results by the digest of everything that a verdict depends on."""

    def __init__(self, settings: Settings, known: dict[bytes, Plain]) -> None:
        self.settings = settings
        self.known = known
        self.fresh: dict[bytes, Plain] = {}
        self.used: dict[bytes, Plain] = {}
        """The results that this run used."""
        asked = {key: value for key, value in asdict(settings).items() if key not in _NOT_ASKED}
        self._frame = repr(asked).encode("utf-8", "backslashreplace")
        self._partials: dict[tuple[Layer, ...], bytes] = {}

    def found(self, target: Target) -> Found:
        """What is wrong with one file."""
        try:
            if target.refused:
                raise target.refused
            content = read_bytes(target.path)
        except SnippetError as error:
            from replyctl.desk.file_text import unread

            return Found([("", unread(target.path, error))])
        if re.search(_ATTACHES, content):  # the files may be gone
            return self._looked_at(target, content)
        key = self._key(target, content)
        for kept in filter(None, (self.fresh.get(key), self.known.get(key))):
            with suppress(*cache.UNFIT):
                found = _restored(kept)
                self.used[key] = kept
                return found
        found = self._looked_at(target, content)
        self.fresh[key] = self.used[key] = _plain(found)
        return found

    def _looked_at(self, target: Target, content: bytes) -> Found:
        from replyctl.desk import checker  # imports all that composes and lints: only if needed

        if target.is_settings:
            return Found(checker.check_settings(target.path, content))
        if target.is_partial:
            return Found(checker.check_partial(target.path, content))
        return Found(*checker.check_snippet(target, content, self._stage))

    @cached_property
    def _stage(self) -> Stage:
        from replyctl.desk.golden import Stage

        return Stage.of(self.settings)

    def _key(self, target: Target, content: bytes) -> bytes:
        """A digest of all that the verdict depends on; the name counts only if the verdict may mention it."""
        sum_ = blake2b(content, digest_size=16, person=_kind(target))
        sum_.update(self._frame)
        if target.over:
            with suppress(SnippetError):
                sum_.update(str(target.over).encode("utf-8", "surrogateescape") + read_bytes(target.over))
        if b"partial" in content and not target.is_partial and not target.is_settings:
            sum_.update(str(target.path).encode("utf-8", "surrogateescape") + self._shared(target.layers))
        elif not target.path.stem.replace("-", "").isalnum() or target.path.stem != target.path.stem.lower():
            sum_.update(target.path.stem.encode("utf-8", "surrogateescape"))
        return sum_.digest()

    def _shared(self, layers: tuple[Layer, ...]) -> bytes:
        """The contents of all partials that a snippet of these layers can name."""
        if layers not in self._partials:
            sum_ = blake2b(digest_size=16)
            for path in (path for layer in layers for path in sorted(layer.partials.glob("*.yaml"))):
                with suppress(SnippetError):
                    sum_.update(str(path).encode("utf-8", "surrogateescape") + b"\0" + read_bytes(path))
            self._partials[layers] = sum_.digest()
        return self._partials[layers]


def _kind(target: Target) -> bytes:
    return b"settings" if target.is_settings else b"partial" if target.is_partial else b"snippet"


def _plain(found: Found) -> Plain:
    problems = ((file, (*one[:1], int(one.severity), *one[2:])) for file, one in found.problems)
    return tuple(problems), found.notice


def _restored(plain: Any) -> Found:  # noqa: ANN401 - what a cache may hold
    problems, notice = plain
    made = ((file, Problem(rule, Severity(severity), *rest)) for file, (rule, severity, *rest) in problems)
    return Found(list(made), notice)


def _by_file(targets: Iterable[Target], found: dict[str, Found]) -> list[Verdict]:
    """The verdicts, by the file each problem is in: a mistake in a partial may show only in a snippet that uses it."""
    problems: dict[str, dict[Problem, None]] = {str(target.path): {} for target in targets}
    for path, one in found.items():
        for file, problem in one.problems:
            problems.setdefault(file or path, {})[problem] = None
    notices = {path: one.notice for path, one in found.items()}
    return [Verdict(Path(path), _sorted(ones), notices.get(path, "")) for path, ones in problems.items()]


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda one: (one.line, one.column, one.rule, one.message)))
