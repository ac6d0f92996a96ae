"""Describes the rules from their docstrings, constants and options, for `replyctl rules`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from replyctl import yamlfile
from replyctl.clean import printable
from replyctl.errors import DataError, UsageError, did_you_mean
from replyctl.lint.rule import GROUPS, Rule, defaults, name_of
from replyctl.lint.rules import RULES

_EXAMPLE = re.compile(r"^(Bad|Good): (.+(?:\n(?!Bad:|Good:|\s*$).+)*)$", re.MULTILINE)

_MAPPED = re.compile(r"\{body: (?P<body>\"(?:[^\"\\]|\\.)*\")(?:, (?P<rest>.*))?\}")


def names() -> tuple[str, ...]:
    """The names of all rules, in their order."""
    return tuple(name_of(rule) for rule in RULES)


def summary(rule: Rule) -> str:
    """The rule in one sentence for users."""
    return (rule.__doc__ or "").strip().partition("\n")[0]


def why(rule: Rule) -> str:
    """The text between the rule's sentence and its examples, a line for each paragraph."""
    told = _EXAMPLE.split((rule.__doc__ or "").partition("\n")[2])[0].strip()
    return re.sub(r"(?<!\n)\n(?!\n)", " ", told)


def examples(rule: Rule) -> list[tuple[str, str]]:
    """Pairs of `Bad` or `Good` and a text: a plain body, or a YAML flow mapping of subject, body and context."""
    return [(match[1], " ".join(match[2].split())) for match in _EXAMPLE.finditer(rule.__doc__ or "")]


def listed(group: str = "") -> str:
    """One line for each rule (of a group): name, severity, group, sentence."""
    widest = max(map(len, names()))
    rules = [rule for rule in RULES if group in {"", rule.GROUP}]
    rows = (f"{name_of(rule):{widest}}  {rule.SEVERITY!s:10}  {rule.GROUP:10}  {summary(rule)}" for rule in rules)
    return "\n".join(rows) + "\n"


def explained(name: str) -> str:
    """Everything about one rule. UsageError with did-you-mean for an unknown name."""
    rule = next((rule for rule in RULES if name_of(rule) == name), None)
    if rule is None:
        hint = did_you_mean(name, (*names(), *GROUPS)) or "`replyctl rules` lists them"
        raise UsageError(f"no rule '{printable(name)}'", hint=hint)
    lines = [f"{name} ({rule.SEVERITY}, group {rule.GROUP})", "", summary(rule)]
    if why(rule):
        lines += ["", why(rule)]
    sentences = requirements()
    lines += ["", "Requirements behind it:", *(f"  {id_}: {sentences[id_]}" for id_ in rule.SOURCE)]
    lines += ["", *(f"{kind + ':':5} {_shown(text)}" for kind, text in examples(rule))]
    if options(rule):
        lines += ["", "Options (config: lint.options):", *(f"  {key}: {value}" for key, value in options(rule).items())]
        lines += [f"  {told}"] if (told := " ".join((getattr(rule, "Options").__doc__ or "").split())) else []  # noqa: B009 - not every rule has them
    lines += ["", f"To silence it: --ignore {name}, or in the config: lint: {{ignore: [{name}]}}"]
    return "\n".join(lines) + "\n"


def _shown(example: str) -> str:
    """An example as a person reads it: the body's lines below each other, and what else is known in brackets."""
    if not (found := _MAPPED.fullmatch(example)):
        return example
    body = json.loads(found["body"]).replace("\n\n", "\n").replace("\n", "\n      ")
    return f"{body}\n      ({found['rest']})" if found["rest"] else str(body)


def requirements() -> Mapping[str, str]:
    """The sentence of each requirement, by the id that rules give in SOURCE."""
    return yamlfile.read(Path(__file__).with_name("requirements.yaml"), DataError).data


def options(rule: Rule) -> dict[str, Any]:
    """Its options with their defaults."""
    return dict(defaults(rule))
