"""Text in several languages, and which one a reader gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.language import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Mapping

Localized = str | dict[str, str]
"""Text for people: one string, or one per language."""


def localized(text: Localized | None, language: str) -> str:
    """The words of `text` for a reader of `language`: that language, its base, English, else the first."""
    if text is None or isinstance(text, str):
        return text or ""
    return next(
        (text[tag] for tag in (language, language.partition("-")[0], DEFAULT) if tag in text),
        next(iter(text.values()), ""),
    )


def nearest(texts: Mapping[str, object], tag: str) -> str | None:
    """The tag in `texts` to use for `tag`: the same, a shorter one (zh for zh-Hant), or one of its regions."""
    parts = tag.replace("_", "-").split("-")
    shorter = ("-".join(parts[:count]).casefold() for count in range(len(parts), 0, -1))
    tags = {own.casefold(): own for own in texts}
    exact = next((tags[wanted] for wanted in shorter if wanted in tags), None)
    return exact or next((own for own in texts if own.casefold().startswith(f"{parts[0].casefold()}-")), None)
