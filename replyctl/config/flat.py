"""Settings as values by dotted name (agent.name), as files, variables and commands hold them, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from replyctl.config.settings import Agent, Calendar, Company, Grammar, Lint, Settings, Vocabulary, Wording

SECTIONS: dict[str, type[Agent | Company | Calendar | Lint | Grammar]] = {
    "agent": Agent,
    "company": Company,
    "calendar": Calendar,
    "lint": Lint,
    "grammar": Grammar,
}
KEYS = tuple(
    f"{top.name}.{inner.name}" if top.name in SECTIONS else top.name
    for top in fields(Settings)
    for inner in (fields(SECTIONS[top.name]) if top.name in SECTIONS else (top,))
)
"""Every setting by dotted name, in order: agent.name … look_up. Each is replaced as a whole."""

BY_LANGUAGE = ("agent.name", "agent.role", "tone", "salutation")
"""Those that may hold a value for each language."""

VARIABLES = {key: f"REPLYCTL_{key.replace('.', '_').upper()}" for key in KEYS}
"""Their environment variables: agent.name is REPLYCTL_AGENT_NAME."""


def flat(settings: Settings) -> dict[str, Any]:
    """Settings to values by dotted name."""
    tops = ((key, *key.split(".", 1)) for key in KEYS)
    return {
        key: getattr(getattr(settings, top), *inner) if inner else getattr(settings, top) for key, top, *inner in tops
    }


def build(values: Mapping[str, Any]) -> Settings:
    """Checked values by dotted name to settings."""
    parts: dict[str, Any] = {name: {} for name in SECTIONS}
    for key in KEYS:
        top, _, inner = key.partition(".")
        value = tuple(values[key]) if isinstance(values[key], list) else values[key]
        if inner:
            parts[top][inner] = value
        else:
            parts[key] = value
    parts["keep_days"] = int(parts["keep_days"])
    parts["lint"]["vocabulary"] = _vocabulary(parts["lint"]["vocabulary"])
    parts["salutation"] = {tag: _wording(words) for tag, words in parts["salutation"].items()}
    parts["look_up"] = {name: tuple(argv) for name, argv in parts["look_up"].items()}
    return Settings(**parts | {name: section(**parts[name]) for name, section in SECTIONS.items()})


def _wording(words: Mapping[str, str] | Wording) -> Wording:
    return words if isinstance(words, Wording) else Wording(**words)


def _vocabulary(words: Any) -> tuple[str, ...] | Vocabulary:  # noqa: ANN401 - as in a file, or built already
    if isinstance(words, Mapping):
        return Vocabulary(accept=tuple(words.get("accept") or ()), reject=words.get("reject") or {})
    return words  # type: ignore[no-any-return] # checked: a tuple or a Vocabulary
