"""The first run: four questions about the agent, asked once and saved."""

from __future__ import annotations

from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from replyctl import config
from replyctl.cli.ask.outcome import Surroundings
from replyctl.compose.plan.unfilled import hole, refuse
from replyctl.compose.prompts import Prompt
from replyctl.errors import Interrupted, OutputError, ValueRefused
from replyctl.library.known_values import KNOWN
from replyctl.memory import setup_answers
from replyctl.memory.setup_answers import SetupAnswers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.cli.ask.interview import Asker

HEADING = "Before your first reply: who writes to your customers?"


def set_up(ask: Asker) -> None:
    """Ask for name, role, company and contact, and save them. Raises Interrupted, ConfigError, OutputError.

    Who leaves goes on the next time where they left.
    """
    prompts = _prompts()
    kept = setup_answers.load()
    # Only as far as each answer still holds.
    held = takewhile(lambda one: one.name in kept.answers and one.check(kept.answers[one.name]) is None, prompts)
    answers, typed = {one.name: kept.answers[one.name] for one in held}, dict(kept.typed)
    index = len(answers)
    while index < len(prompts):
        prompt = prompts[index]
        trail = [(before.ask, answers[before.name] or "–") for before in prompts[:index]]
        before = answers.get(prompt.name, prompt.default)
        outcome = ask(
            prompt, typed.get(prompt.name, before), Surroundings(HEADING, f"{index + 1}/{len(prompts)}", trail)
        )
        typed.pop(prompt.name, None)
        if outcome.to == "next":
            answers[prompt.name] = outcome.text.strip() or prompt.default
        elif outcome.text != before:
            typed[prompt.name] = outcome.text
        is_kept = _keep(answers, typed)
        if outcome.to == "leave":
            raise _stopped(is_kept=is_kept)
        index = index + 1 if outcome.to == "next" else max(index - 1, 0)
    for name, answer in answers.items():
        if answer:
            config.set_value(name, answer)
    setup_answers.forget()


def _keep(answers: Mapping[str, str], typed: Mapping[str, str]) -> bool:
    """Whether there was something to keep, and it could be kept."""
    if not answers and not typed:
        return False
    try:
        setup_answers.save(SetupAnswers(answers=answers, typed=typed))
    except OutputError:
        return False
    return True


def _stopped(*, is_kept: bool) -> Interrupted:
    if is_kept:
        return Interrupted("the set-up was stopped; what you typed is saved", hint="it goes on next time")
    return Interrupted("the set-up was stopped", hint="it starts again next time")


def _prompts() -> tuple[Prompt, ...]:
    settings = config.load()
    return (
        Prompt(
            "agent.name",
            "Your name, as customers see it",
            example="Dana Levi",
            default=settings.agent.name or _git_name(),
            validator=_named,
        ),
        Prompt(
            "agent.role",
            "Your role",
            example="Customer care",
            default=settings.agent.role,
            optional=True,
            validator=partial(_filled, "agent.role"),
        ),
        Prompt(
            "company.name",
            "Your company",
            example="HomeWorks",
            default=settings.company.name,
            optional=True,
            validator=partial(_filled, "company.name"),
        ),
        Prompt(
            "agent.contact",
            "How customers reach you",
            example="care@homeworks.example or +972 3 555 0100",
            default=settings.agent.contact,
            optional=True,
            validator=partial(_filled, "agent.contact"),
        ),
    )


def _named(text: str) -> None:
    if not text.strip():
        raise ValueRefused("type a name: customers want to know who writes")
    _filled("agent.name", text)


def _filled(name: str, text: str) -> None:
    refuse(name, text, KNOWN[name])


def _git_name() -> str:
    """The user.name of git, or ""."""
    import subprocess

    from replyctl.clean import clean

    try:
        found = subprocess.run(
            ["git", "config", "--get", "user.name"],  # noqa: S607 - the agent's own git
            capture_output=True,
            timeout=2,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    name = clean(found.stdout.decode("utf-8", "replace"))
    return "" if hole("agent.name", name, KNOWN["agent.name"]) else name
