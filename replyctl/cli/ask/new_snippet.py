"""What a new snippet is to be: a few questions, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.cli.ask.outcome import Surroundings
from replyctl.compose.prompts import Prompt
from replyctl.desk.skeleton import KINDS, Outline, fields_of, named, slug
from replyctl.errors import Interrupted, LanguageError, SnippetError, ValueRefused
from replyctl.language import available, known

if TYPE_CHECKING:
    from replyctl.cli.ask.interview import Asker

HEADING = "A snippet of your own"


def ask_outline(ask: Asker, name: str | None, language: str) -> tuple[Outline, str]:
    """The answers, and the snippet's name: asked too where it is not given. Interrupted when the agent leaves."""
    prompts = _prompts(name, language)
    answers: dict[str, str] = {}
    index = 0
    while index < len(prompts):
        prompt = prompts[index]
        default = prompt.default or (slug(answers.get("title", "")) if prompt.name == "name" else "")
        trail = [(before.ask, answers[before.name] or "–") for before in prompts[:index]]
        text = answers.get(prompt.name, default)
        outcome = ask(prompt, text, Surroundings(HEADING, f"{index + 1}/{len(prompts)}", trail))
        if outcome.to == "leave":
            raise Interrupted("stopped; no snippet was written")
        answers[prompt.name] = outcome.text.strip() or default
        index = index + 1 if outcome.to == "next" else max(index - 1, 0)
    outline = Outline(answers["title"], answers["kind"], _languages(answers["languages"]), fields_of(answers["fields"]))
    return outline, name or answers["name"]


def _prompts(name: str | None, language: str) -> tuple[Prompt, ...]:
    title = (name or "").replace("-", " ")
    asked = Prompt("name", "Its name: small letters, digits and hyphens", example="order-delayed", validator=_name)
    return (
        Prompt(
            "title", "Title, for the picker", example="Order delayed", default=title[:1].upper() + title[1:],
            validator=_title,
        ),
        *(() if name else (asked,)),
        Prompt("kind", "What the reply is", type="choice", choices=KINDS, default=KINDS[0], validator=_kind),
        Prompt(
            "languages", f"Languages, of {', '.join(available())}", example="en, he", default=language,
            validator=_languages,
        ),
        Prompt(
            "fields", "What the agent is asked: name or name: type, with commas between them",
            example="order: order, due: date, what", optional=True, validator=fields_of,
        ),
    )  # fmt: skip


def _title(text: str) -> None:
    if not text.strip():
        raise ValueRefused("a snippet needs a title")
    if "{" in text:
        raise ValueRefused("a title is no template")


def _name(text: str) -> None:
    try:
        named(text.strip())
    except SnippetError as error:
        raise ValueRefused(error.message) from error


def _kind(text: str) -> str:
    if text not in KINDS:
        raise ValueRefused(f"one of: {', '.join(KINDS)}")
    return text


def _languages(text: str) -> tuple[str, ...]:
    tags = [one for one in text.replace(",", " ").split() if one]
    try:
        found = tuple(dict.fromkeys(known(tag) for tag in tags))
    except LanguageError as error:
        raise ValueRefused(f"{error.message}: {error.hint}") from error
    if not found:
        raise ValueRefused("a snippet has one language at least")
    return found
