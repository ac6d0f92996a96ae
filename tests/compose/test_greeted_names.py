"""What the salutation writes, the lint accepts: names of many cultures, with titles, in every language and tone."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
import yaml
from making import snippet, start

from replyctl.lint.context import Context
from replyctl.lint.draft import Draft
from replyctl.lint.rule import check_of, name_of
from replyctl.lint.rules import RULES

LANGUAGES = ("en", "zh", "he")
TITLES = ("", "", "Dr.", "Mr", "Ms.", "Prof. Dr.", 'ד"ר', "גב'", "עו״ד", "女士", "教授", "总", "Warden")
NAMES = 300
OF_THE_GREETING = ("repeated-word", "placeholder", "all-caps", "emoticon", "pii")
"""Rules beside those of the group that could take a greeting for a fault."""


def names() -> list[str]:
    """Names made of the parts, the same ones every time."""
    made = {
        " ".join(written.format(given=given, family=family).replace("{family}", family).split())
        for kind in yaml.safe_load(Path(__file__).with_name("cases").joinpath("greeted_names.yaml").read_text("utf-8"))
        for given, family, written in product(kind["given"], kind["family"], kind["written"])
    }
    every = [form for name in sorted(made) for form in {name, name.upper(), name.lower()}]
    return sorted(set(every))[:: max(1, len(set(every)) // NAMES)]


CHECKS = [check_of(rule) for rule in RULES if rule.GROUP == "greeting" or name_of(rule) in OF_THE_GREETING]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_greeting_that_compose_writes_is_flagged(language: str) -> None:
    flagged = []
    for at, (name, tone) in enumerate(product(names(), ("casual", "formal"))):
        title = TITLES[at % len(TITLES)]
        sets = {"customer.name": name, **({"customer.title": title} if title else {})}
        reply = start(snippet(), language=language, tone=tone, sets=sets).reply()
        draft = Draft(reply.body, reply.subject, Context.of(reply.context))
        greeting = reply.body.partition("\n")[0]
        flagged += [
            (name, title, greeting, violation.message)
            for check in CHECKS
            for violation in check(draft, {})
            if violation.piece is not draft.subject and violation.start < len(greeting)
        ]

    assert flagged == []


@pytest.mark.parametrize(
    "name", ["Tom and Shauna Brady", "The Smith Family", "Planning Department", "Li Wei", "Ann Frey"]
)
def test_a_preferred_name_wins_in_casual_tone(name: str) -> None:
    sets = {"customer.name": name, "customer.title": "Dr.", "customer.preferred": "Kitty"}
    casual, formal = (start(snippet(), tone=tone, sets=sets).reply().body for tone in ("casual", "formal"))

    assert casual.startswith("Hi Kitty,\n")
    assert "Kitty" not in formal
