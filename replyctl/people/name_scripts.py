"""The scripts that a name is written in, and which of them a reply can print."""

from __future__ import annotations

import re
import unicodedata

from replyctl.language import available, load

_LATIN = "LATIN"
_ALONE = 2
"""Words in Latin letters, or characters of another script, that are a name by themselves."""


def script(word: str) -> str:
    """The script of the first letter, by its Unicode name ("LATIN", "HEBREW", "CJK"); "" without letters."""
    letter = next((char for char in word if char.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""


def is_foreign(name: str, language: str) -> bool:
    """Whether `name` is in a script that readers of `language` need not know; Latin letters are read everywhere."""
    own = load(language).letters
    return any(
        script(char) != _LATIN and not any(one[0] <= char <= one[-1] for one in own) for char in name if char.isalpha()
    )


def joined(name: str) -> str:
    """`name` without the blanks between characters of a language that writes none between words: 李 娜 is 李娜."""
    letters = "".join(part for language in map(load, available()) if language.by_character for part in language.letters)
    return name if name.isascii() or not letters else re.sub(rf"(?<=[{letters}])\s+(?=[{letters}])", "", name)


def part_in(name: str, language: str) -> str:
    """Of a name that is written in Latin letters and again in another script, what `language` is written in.

    "CHAN Tai Man 陳大文". The whole `name` where it is written once, or is a mixture (Emily 王).
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
