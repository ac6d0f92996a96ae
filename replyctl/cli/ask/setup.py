"""The first run: a few questions about the agent, asked once and saved."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from replyctl import config
from replyctl.cli.ask.outcome import Surroundings
from replyctl.compose.plan.unfilled import hole, refuse
from replyctl.compose.prompts import Prompt
from replyctl.errors import Interrupted, OutputError, ValueRefused
from replyctl.language import load
from replyctl.library.known_values import KNOWN
from replyctl.memory import setup_answers
from replyctl.memory.setup_answers import SetupAnswers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.cli.ask.interview import Asker

_GENDERS = {"feminine": "f", "masculine": "m", "neutral": "n"}
"""The answers, and what the setting holds."""
HEADING = "Before your first reply: who writes to your customers?"


def set_up(ask: Asker, language: str = "") -> None:
    """Ask for name, role, company and contact, and save them. Raises Interrupted, ConfigError, OutputError.

    The gender is asked too if it decides word forms in `language` or in one that the settings name. Who leaves goes on the next time where they left.
    """
    prompts = _prompts(language)
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
            config.set_value(name, _GENDERS.get(answer, answer) if name == "agent.gender" else answer)
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


def _prompts(language: str) -> tuple[Prompt, ...]:
    settings = config.load()
    by_gender = next((tag for tag in _in_use(settings, language) if load(tag).speaker_forms), "")
    gender = Prompt(
        "agent.gender",
        f"Word forms for you in {load(by_gender).name if by_gender else ''}",
        "choice",
        choices=tuple(_GENDERS),
        default=next((word for word, sign in _GENDERS.items() if sign == settings.agent.gender), "neutral"),
        validator=_one_of_genders,
    )
    return (*_about(settings), *([gender] if by_gender else []))


def _in_use(settings: config.Settings, language: str) -> Iterator[str]:
    """The languages that replies are known to be in."""
    values = (settings.tone, settings.salutation, settings.agent.name, settings.agent.role)
    configured = (tag for value in values if isinstance(value, Mapping) for tag in value)
    yield from filter(None, (language, settings.language, *configured))


def _one_of_genders(text: str) -> None:
    if text not in _GENDERS:
        raise ValueRefused(f"choose {', '.join(_GENDERS)}")


def _about(settings: config.Settings) -> tuple[Prompt, ...]:
    return (
        Prompt(
            "agent.name",
            "Your name, as customers see it",
            example="Dana Levi",
            default=_one(settings.agent.name) or _git_name(),
            validator=_named,
        ),
        Prompt(
            "agent.role",
            "Your role",
            example="Customer care",
            default=_one(settings.agent.role),
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


def _one(value: str | Mapping[str, str]) -> str:
    """What is configured for all languages, "" if each has its own."""
    return value if isinstance(value, str) else ""


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
