"""Text in several languages, and which one a reader gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.language import DEFAULT, available, load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Localized = str | dict[str, str]
"""Text for people: one string, or one per language."""


def localized(text: Localized | None, language: str) -> str:
    """The words of `text` for a reader of `language`: that language, its base, English, else the first."""
    if text is None or isinstance(text, str):
        return text or ""
    return next((text[tag] for tag in (*_widening(language), DEFAULT) if tag in text), next(iter(text.values()), ""))


def nearest(texts: Mapping[str, object], tag: str) -> str | None:
    """The tag in `texts` to use for `tag`: the same, a shorter one (zh for zh-Hant), or one of its regions."""
    tags = {own.casefold(): own for own in texts}
    exact = next((tags[wanted.casefold()] for wanted in _widening(tag) if wanted.casefold() in tags), None)
    base = tag.partition("-")[0].casefold()
    return exact or next((own for own in texts if own.casefold().startswith(f"{base}-")), None)


def _widening(tag: str) -> Iterator[str]:
    """The tag, shorter ones, and before the base the language's other script if the region has it (zh-Hant for zh-TW)."""
    parts = tag.replace("_", "-").split("-")
    yield from ("-".join(parts[:count]) for count in range(len(parts), 1, -1))
    other = load(parts[0]).other_script if parts[0].casefold() in available() else None
    if other and not {*parts}.isdisjoint(other.regions):
        yield other.tag
    yield parts[0]
