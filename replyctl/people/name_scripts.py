"""The scripts that a name is written in, and which of them readers of a language can read."""

from __future__ import annotations

import re
import unicodedata

from replyctl.language import available, load

_LATIN = "LATIN"
_ALONE = 2
"""How many Latin words, or characters of another script, make a complete name."""


def script(word: str) -> str:
    """The script of the first letter, by its Unicode name ("LATIN", "HEBREW", "CJK"); "" without letters."""
    letter = next((char for char in word if char.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


def is_foreign(name: str, language: str) -> bool:
    """Whether readers of `language` may not know the script of `name`; everyone reads Latin letters."""
    own = load(language).letters
    return any(
        script(char) != _LATIN and not any(one[0] <= char <= one[-1] for one in own) for char in name if char.isalpha()
    )


def joined(name: str) -> str:
    """`name` without spaces between characters of a language that writes no spaces: 李 娜 becomes 李娜."""
    letters = "".join(part for language in map(load, available()) if language.by_character for part in language.letters)
    return name if name.isascii() or not letters else re.sub(rf"(?<=[{letters}])\s+(?=[{letters}])", "", name)


def part_in(name: str, language: str) -> str:
    """The version of a name that `language` uses, where it is written both in Latin letters and in another script.

    "CHAN Tai Man 陳大文". The whole `name` if it is written only once, or is a mixture (Emily 王).
    """
    words = name.split()
    latin = [word for word in words if script(word) == _LATIN]
    others = [word for word in words if word not in latin]
    first = latin if words[:1] == latin[:1] else others
    if not language or not latin or not others or words not in ([*latin, *others], [*others, *latin]) or not first:
        return name
    other = " ".join(others)
    if not is_foreign(other, language) and len(other) >= _ALONE:
        return other
    return " ".join(latin) if len(latin) >= _ALONE and is_foreign(other, language) else name
