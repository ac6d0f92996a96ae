"""Every regular expression of the program, found in its source, with the way in which it is used."""

from __future__ import annotations

import ast
import importlib
import re
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import replyctl
from replyctl.language import available, load

ROOT = Path(replyctl.__file__).parent
FROM_THE_START = {"match", "fullmatch"}
ANYWHERE = {"search", "finditer", "findall", "sub", "subn", "split"}
FLAGS_AT = {"sub": 4, "subn": 4, "split": 3}
"""The place of a function's flags; of the others it is the third."""
ONLY_IN_A_RUN = {
    "replyctl.cli.ask.picker.pick: self._listed.search": [],  # a list of snippets, no pattern
    "replyctl.compose.page.in_script: kept.finditer": [
        "'|'.join(map(re.escape, ['陈 Anna', 'C++', 'foo bar']))",
        "r'(?!)'",
    ],
    "replyctl.language.salutation: re.search(pattern)": [
        "[pattern for one in LANGUAGES if one.salutation for pattern in one.salutation.roles if pattern]"
    ],
    "replyctl.language.salutation: re.fullmatch(pattern)": [
        "[pattern for one in LANGUAGES if one.salutation for pattern in one.salutation.definite.forms]"
    ],
    "replyctl.language.typed_dates: re.fullmatch(_compiled(pattern, *known))": [
        (
            "[_compiled(pattern, *map(tuple, (typed.months, typed.counts, typed.units, formats.weekdays)))"
            " for one in LANGUAGES if one.salutation for formats in [one.salutation.formats] for typed in [formats.typed]"
            " for pattern in (*typed.whole, *typed.ahead, *typed.this, *typed.next)]"
        )
    ],
    "replyctl.lint.rules.punctuation: "
    r"re.finditer(f'(?<=[{own}]{{2}})[,;!?.](?=[{own}]{{2}})|(?<=\\d),(?=[{own}]{{2}})')": [
        (
            r"[rf'(?<=[{own}]{{2}})[,;!?.](?=[{own}]{{2}})|(?<=\d),(?=[{own}]{{2}})'"
            " for one in LANGUAGES if one.letters for own in [''.join(one.letters)]]"
        )
    ],
    "replyctl.reading.edits: self._runs.findall": ["[runs for one in LANGUAGES if (runs := Letters(one)._runs)]"],
    "replyctl.reading.markup: re.finditer(kind.pattern)": ["[kind.pattern for kind in _KINDS]"],
    "replyctl.text.other_script: _wrong(tuple(said)).sub": [
        (
            "[_wrong(tuple(w for words in one.other_script.composed_as.values() for w in words))"
            " for one in LANGUAGES if one.other_script]"
        )
    ],
    r"replyctl.compose.values.template_place: re.search(f'\\{{\\{{[^{{}}]*?(?<![\\w.])({re.escape(name)})(?!\\w)')": [
        r"r'\{\{[^{}]*?(?<![\w.])(some_name)(?!\w)'"
    ],
    "replyctl.config.keys: re.match(_YAML[form])": ["[*_YAML.values()]"],
    "replyctl.reading.foreign_clause: _runs(other.code).finditer": [
        "[_runs(one.code).pattern for one in LANGUAGES if one.letters]"
    ],
    r"replyctl.cli.ask.one_by_one: re.compile('\\s+'.join(map(re.escape, question.split()))).search": [
        r"r'\s+'.join(map(re.escape, ['Where', 'is', 'it?']))"
    ],
    r"replyctl.lint.rules.subject_mismatch: re.search(f'(?<!\\d){re.escape(found[0])}(?!\\d)')": [
        r"rf'(?<!\d){re.escape(chr(163))}15(?!\d)'"
    ],
    "replyctl.desk.origin: word.search": ["re.escape('foo bar')"],
    "replyctl.desk.literal: re.finditer(re.escape(text))": ["re.escape('foo bar')"],
    "replyctl.grammar.harper: re.match(NOT_BEFORE[rule])": ["'|'.join(f'(?:{one})' for one in NOT_BEFORE.values())"],
    "replyctl.people.around: re.sub(pattern)": ["_BRACKETS", "_QUOTED"],
    "replyctl.people.called: re.split('|'.join(map(re.escape, joiners)))": [
        "['|'.join(map(re.escape, one.joiners)) for one in _tables() if one.joiners]"
    ],
    "replyctl.people.name_scripts: re.sub(f'(?<=[{letters}])\\\\s+(?=[{letters}])')": [
        r"r'(?<=[一-鿿])\s+(?=[一-鿿])'"
    ],
    "replyctl.people.order: re.fullmatch(one.given)": [
        "[one.given for each in LANGUAGES for one in each.salutation.names.ordered]"
    ],
    "replyctl.people.several: re.split('|'.join(map(re.escape, marks)))": ["r'、|，'"],
    "replyctl.people.several: re.split(f\" (?:{'|'.join(words)}) | ?[/&+＆] ?\")": ["r' (?:and|or) | ?[/&+＆] ?'"],
    "replyctl.text.other_script: run.findall": [
        "[_runs(one.other_script.shared).pattern for one in LANGUAGES if one.other_script]"
    ],
    "replyctl.text.other_script: run.sub": ["_HAN"],
    "replyctl.text.tokens: pattern.finditer": ["_TOKEN", "_ASCII_TOKEN"],
    "replyctl.library.foreign: re.fullmatch(pattern)": ["[pattern for _, pattern in _TAGS]"],
    "replyctl.library.foreign: re.finditer(pattern)": ["[pattern for _, pattern, _ in _PLACEHOLDERS]"],
    "replyctl.library.field_types.choice: re.split(between)": [r"r'\n'", r"r'[;；、，]|,(?!\d)'"],
    "replyctl.pattern: _compiled(pattern).fullmatch": [],  # others': stopped, not tried
    "replyctl.reading.dates: re.fullmatch(_patterns(piece.language).between)": [
        "[_patterns(one).between for one in LANGUAGES]"
    ],
    "replyctl.reading.dates: re.search(patterns.day_before)": ["[_patterns(one).day_before for one in LANGUAGES]"],
    "replyctl.reading.dates: re.match(patterns.day_behind)": ["[_patterns(one).day_behind for one in LANGUAGES]"],
    "replyctl.reading.dates: re.match(patterns.year)": ["[_patterns(one).year for one in LANGUAGES]"],
    "replyctl.reading.dates: re.finditer(whole)": ["[whole for one in LANGUAGES for whole in one.dates.whole]"],
    "replyctl.reading.times: _figures(piece.language).search": ["[_figures(one).pattern for one in LANGUAGES]"],
    "replyctl.reading.holes: re.compile(pattern).match": ["[pattern for _, pattern, _ in _TABLES]"],
    "replyctl.reading.holes: re.finditer(marks)": ["PLAIN_MARKS", "MARKS"],
    "replyctl.reading.holes: begins.match": ["BEGINS"],
    "replyctl.reading.rewording: unit.finditer": [r"r'\S'", r"r'\S+'"],
    "replyctl.reading.rewording: unit.findall": [r"r'\S'", r"r'\S+'"],
    "replyctl.reading.sensitive: re.finditer(pattern)": ["_CHINESE_ID", "_AMERICAN_ID"],
    "replyctl.reading.stretch: re.match(_HEADED if self.start and self.text[self.start] == '【' else _VALUE)": [
        "_HEADED",
        "_VALUE",
    ],
    "replyctl.text.wordsets: re.sub('|'.join((_CAMEL, *language.clitics)))": [
        "['|'.join((_CAMEL, *one.clitics)) for one in LANGUAGES]"
    ],
    "replyctl.text.wordsets: _run_together(language.code).findall": ["_run_together('zh').pattern"],
    "replyctl.yamlfile.spot: pattern.finditer": ["_SINGLE.pattern", "_NO_BLANK.pattern"],
    "replyctl.grammar.harper: re.search(NOT_BEHIND[rule])": ["'|'.join(f'(?:{one})' for one in NOT_BEHIND.values())"],
    "replyctl.lint.proof: re.finditer(each)": ["'|'.join(map(re.escape, ['SmartLatch™', 'C++', 'foo bar']))"],
    "replyctl.lint.rules.greeting_wrong_name: re.compile(f'(?<![A-Za-z0-9]){spelt}(?![A-Za-z0-9])').search": [
        r"r'(?<![A-Za-z0-9])D\s*i\s*a\s*n\s*e(?![A-Za-z0-9])'"
    ],
    "replyctl.lint.rules.mixed_address: called.search": ["_called('Diane')"],
    "replyctl.output.html: re.split(foreign)": ["_LINK", "_FOREIGN"],
    "replyctl.text.detect: script.findall": ["'|'.join(script.pattern for _, script in _scripts())"],
    "replyctl.text.masks: re.finditer(pattern)": ["_CODE", "_URL", "_EMAIL", "_HANDLE", "_DOMAIN", "_PHONE"],
}
"""Calls whose pattern has a name only while the program runs, with the patterns that it may be, in their module's words."""


BRIEF = {
    "replyctl.grammar.tame: _BEGINS.search": 12,
    "replyctl.lint.rules.punctuation: re.search(_INITIAL)": 8,
    "replyctl.lint.rules.punctuation: re.search(_LAST_WORD)": 8,
    "replyctl.reading.links: re.search(_SHOWN)": 200,
    "replyctl.reading.dates: re.match(patterns.day_behind)": 8,
    "replyctl.reading.dates: re.match(patterns.year)": 16,
    "replyctl.reading.dates: re.search(patterns.day_before)": 8,
    r"replyctl.reading.stretch: re.search('[^\\W\\d_]*\\W*\\Z')": 12,
    "replyctl.text.notation: _BETWEEN.split": 120,
}
"""Calls that only ever see so many characters: what stands beside a word, or a link's text."""


class Use(NamedTuple):
    """A pattern, where it is used, and how."""

    where: str
    pattern: re.Pattern[str]
    method: str

    def __str__(self) -> str:
        return f"{self.where} {self.method}"

    def on(self, text: str) -> None:
        """The pattern on a text, as the program uses it; one of bytes on its bytes."""
        given: Any = text[: BRIEF.get(self.where)]
        if isinstance(self.pattern.pattern, bytes):
            given = given.encode("utf-8", "surrogatepass")
        if self.method in FROM_THE_START:
            getattr(self.pattern, self.method)(given)
        else:
            deque(self.pattern.finditer(given), maxlen=0)


def uses() -> list[Use]:
    """All of them, each once."""
    found: dict[tuple[re.Pattern[str], str], Use] = {}
    for call in calls():
        with suppress(NameError):  # that all are known is a test of its own
            found |= {(use.pattern, use.method): use for use in call.uses()}
    return list(found.values())


class Call(NamedTuple):
    """A call of something that may be a pattern's, with the module that it stands in."""

    module: ModuleType
    node: ast.Call
    on: ast.expr
    method: str

    @property
    def where(self) -> str:
        """The module and the call, as `ONLY_IN_A_RUN` names them."""
        on = ast.unparse(self.on)
        pattern = f"({ast.unparse(self.node.args[0])})" if on == "re" else ""
        return f"{self.module.__name__}: {on}.{self.method}{pattern}"

    def uses(self) -> Iterator[Use]:
        """The patterns that are used here. NameError where only a run of the program can tell."""
        if self.where in ONLY_IN_A_RUN:
            for source in ONLY_IN_A_RUN[self.where]:
                flags = re.ASCII if "masks" in self.where else 0
                found = self._value(ast.parse(source, mode="eval").body)
                for pattern in found if isinstance(found, list) else [found]:
                    yield from self._use(re.compile(pattern, flags))
            return
        called = self._value(self.on)
        if called is re:
            yield from self._use(re.compile(self._value(self.node.args[0]), self._flags()))
        elif isinstance(called, re.Pattern):
            yield from self._use(called)

    def _use(self, pattern: re.Pattern[str]) -> Iterator[Use]:
        yield Use(self.where, pattern, self.method if self.method in FROM_THE_START else "anywhere")

    def _flags(self) -> int:
        named = {keyword.arg: keyword.value for keyword in self.node.keywords}
        at = FLAGS_AT.get(self.method, 2)
        given = self.node.args[at] if len(self.node.args) > at else named.get("flags")
        return self._value(given) if given else 0

    def _value(self, expression: ast.expr) -> Any:
        known = {**vars(self.module), "LANGUAGES": [load(code) for code in available()]}
        return eval(ast.unparse(expression), known)  # noqa: S307 - our own source


def calls() -> Iterator[Call]:
    """Every call in the program that may be a pattern's."""
    for path in sorted(ROOT.rglob("*.py")):
        if path.stem == "__main__":
            continue
        parts = [part for part in path.relative_to(ROOT.parent).with_suffix("").parts if part != "__init__"]
        module = importlib.import_module(".".join(parts))
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=on, attr=method)) if method in FROM_THE_START | ANYWHERE:
                    # Text is split too.
                    if method != "split" or ast.unparse(on) == "re" or ast.unparse(on).isupper():
                        yield Call(module, node, on, method)
