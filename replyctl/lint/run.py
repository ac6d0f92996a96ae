"""Runs the rules on a draft: violations become problems, with their place in the draft as given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from replyctl.errors import UsageError, did_you_mean
from replyctl.lint.context import Context
from replyctl.lint.draft import Draft
from replyctl.lint.given_draft import Anchor, GivenDraft
from replyctl.lint.problem import Edit, Fix, Problem, Severity
from replyctl.lint.proof import ASKS_AN_ENGINE, Proof
from replyctl.lint.rule import NO_OPTIONS, Check, Rule, Said, Violation, check_of, defaults, is_afterwards, name_of
from replyctl.lint.rules import RULES
from replyctl.text.spans import Spans

Span = tuple[int, int]
First = Callable[[Draft, list[Problem]], None]
_LEAD_ANSWERS_FOR = frozenset({"voice", "form"})
"""Groups whose problems, in text unchanged from a snippet, concern the lead rather than the agent."""


class Chosen(NamedTuple):
    """A rule to run: its name, its check, and the severity that the team gave it (None: its own)."""

    name: str
    rule: Rule
    check: Check
    turn: int
    """Rules that wait for an engine run late, then those about the others' findings."""
    severity: Severity | None = None

    @classmethod
    def of(cls, rule: Rule, options: Mapping[str, Any] = NO_OPTIONS, severity: Severity | None = None) -> Chosen:
        """The rule, with these options in place of its defaults."""
        turn = 2 if is_afterwards(rule) else int(name_of(rule) in ASKS_AN_ENGINE)
        return cls(name_of(rule), rule, check_of(rule, options), turn, severity)


_KNOWN = tuple(map(name_of, RULES))


class Selection(NamedTuple):
    """The rules to run."""

    rules: tuple[Chosen, ...] = tuple(map(Chosen.of, RULES))

    @property
    def asks_an_engine(self) -> bool:
        """Whether one of the rules needs an engine."""
        return any(chosen.name in ASKS_AN_ENGINE for chosen in self.rules)

    @classmethod
    def of(
        cls,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        options: Mapping[str, Mapping[str, Any]] | None = None,
        severity: Mapping[str, str] | None = None,
    ) -> Selection:
        """From names of rules and groups. UsageError with did-you-mean for an unknown one."""
        rules = {name_of(rule): rule for rule in RULES}
        chosen = (_names(select, rules) if select else set(rules)) - _names(ignore, rules)
        set_ = {name: _options(rules[_one(name, rules)], values) for name, values in (options or {}).items()}
        levels = {_one(name, rules): Severity[level.upper()] for name, level in (severity or {}).items()}
        return cls(
            tuple(
                Chosen.of(rule, set_.get(name, {}), levels.get(name)) for name, rule in rules.items() if name in chosen
            )
        )


def _names(words: Sequence[str], rules: Mapping[str, Rule]) -> set[str]:
    groups: dict[str, set[str]] = {}
    for name, rule in rules.items():
        groups.setdefault(rule.GROUP, set()).add(name)
    chosen: set[str] = set()
    for word in words:
        chosen |= groups[word] if word in groups else {_one(word, rules, tuple(groups))}
    return chosen


def _one(name: str, rules: Mapping[str, Rule], groups: tuple[str, ...] = ()) -> str:
    if name in rules:
        return name
    raise UsageError(f"no rule '{name}'", hint=did_you_mean(name, (*rules, *groups)) or "`replyctl rules` lists them")


def _options(rule: Rule, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values, if they are options of the rule. UsageError otherwise."""
    known = {name: type(value) for name, value in defaults(rule).items()}
    for key, value in values.items():
        if key not in known:
            raise UsageError(f"rule {name_of(rule)} has no option '{key}'", hint=did_you_mean(key, tuple(known)))
        if type(value) is not known[key]:
            raise UsageError(f"option {key} of rule {name_of(rule)} takes {known[key].__name__}, not {value!r}")
    return values


def lint(
    source: GivenDraft, context: Context, selection: Selection, proof: Proof | None = None, first: First | None = None
) -> tuple[Draft, list[Problem]]:
    """The draft as read, and its problems in text order; `first` is called early with those that need no engine."""
    start, end = source.body
    subject = None if source.subject is None else source.text[slice(*source.subject)]
    anchors = Anchor(source.text, source.subject[0] if source.subject else 0), Anchor(source.text, start)
    draft = Draft(source.text[start:end], subject, context, proof, anchors)
    return draft, run(draft, selection, first)


def lint_parts(  # noqa: PLR0913, PLR0917 - a draft and how to check it
    body: str,
    subject: str | None,
    context: Context,
    selection: Selection,
    proof: Proof | None = None,
    first: First | None = None,
) -> tuple[Draft, list[Problem]]:
    """Like `lint`, for a draft whose subject and body are two strings, each with its own offsets."""
    draft = Draft(body, subject, context, proof)
    return draft, run(draft, selection, first)


def run(draft: Draft, selection: Selection, first: First | None = None) -> list[Problem]:
    """The problems of a draft, in the order of the text."""
    problems: list[Problem] = []
    said: dict[str, list[int | None]] = {}
    for name, rule, check, _, severity in sorted(selection.rules, key=attrgetter("turn")):
        if first and name in ASKS_AN_ENGINE:
            first(draft, _sorted(problems))
            first = None
        places: list[int | None] = []
        for violation in check(draft, Said(said, _KNOWN)):
            place = violation.start if violation.piece is draft.body else None
            places.append(place)
            if not draft.body.directives.silences(name, place):
                problems.append(_problem(name, rule, severity or violation.severity or rule.SEVERITY, violation, draft))
        said[name] = places
    return _sorted(problems)


def _sorted(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.zone != "subject", problem.start, problem.end, problem.rule))


def _problem(name: str, rule: Rule, severity: Severity, violation: Violation, draft: Draft) -> Problem:
    """The problem for a violation, placed in the draft as given, and with secrets hidden."""
    piece, message = violation.piece, draft.secrets.hide(violation.message)
    if piece is None:
        return Problem(name, severity, message, zone="mail", source=rule.SOURCE)
    offset = draft.anchor(piece).offset
    start, end = (offset + at for at in piece.normal.span(violation.start, violation.end))
    spans = ((piece.normal.span(low, high), text) for low, high, text in violation.edits)
    edits = tuple(Edit(offset + low, offset + high, text) for (low, high), text in spans)
    repeats = any(edit.text != draft.secrets.hide(edit.text) for edit in edits)
    return Problem(
        name,
        severity,
        message,
        start,
        end,
        *draft.lines[piece is draft.body].at(start),
        "subject" if piece is draft.subject else piece.zone_of(violation.start),
        draft.shown[piece is draft.body][start:end],
        Fix(violation.safe, edits) if edits and not repeats else None,
        rule.SOURCE,
    )


def for_the_agent(problems: Iterable[Problem], approved: Sequence[Span]) -> list[Problem]:
    """The problems without those that the lead approved: voice and form, wholly inside a snippet's text."""
    groups = {name_of(rule): rule.GROUP for rule in RULES}
    stretches = Spans(approved)
    return [
        problem
        for problem in problems
        if groups.get(problem.rule) not in _LEAD_ANSWERS_FOR
        or problem.zone in {"subject", "mail"}
        or problem.end > stretches.around(problem.start)[1]
    ]
