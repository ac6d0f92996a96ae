"""Recognises what is given in place of a name but names nobody: a mailbox, a handle, a number, "Customer", "n/a"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.language import load
from replyctl.people.name_languages import languages
from replyctl.text.wordsets import every, some, words_of

if TYPE_CHECKING:
    from replyctl.language import Language

_ADDRESS = r"[^\s<>()\[\]@]{1,99}@[^\s<>()\[\]@]{1,99}"
_BESIDE = rf"(?<!\s)\s*+(?:<{_ADDRESS}>|\({_ADDRESS}\))\Z|\A{_ADDRESS}\s++(?=\()"
"""An e-mail address after the name that it belongs to, or before it."""
_HANDLE = r"[^\s_@]*+[_@]\S*+|(?=[^\sA-Za-z]*+[A-Za-z])[!-/:-~]*+\d[!-~]*+|[a-z][a-z-]*+(?:\.[a-z][a-z-]*+)++"
"""One word that cannot be a name: it contains a digit, _ or @, or is small letters around a full stop."""
_NICKNAME = r"(?<!\s)\s*+\[[^\[\]]{1,40}\]\s*+"
_PAIRS = {'"': '"', "'": "'", "“": "”", "‘": "’", "„": "“", "«": "»", "「": "」", "『": "』", "(": ")", "[": "]"}
_MARKS = " .,;:!?"


def bare(text: str) -> str:
    """A name without the address, quotation marks and bracketed nickname that came with it."""
    name = unmarked(text)
    return re.sub(_NICKNAME, " ", name).strip() or name


def unmarked(text: str) -> str:
    """A name without the address and quotation marks that came with it."""
    name = re.sub(_BESIDE, "", text).strip() or text
    while len(name) > 1 and _PAIRS.get(name[0]) == name[-1]:
        name = name[1:-1].strip()
    return name


_LONGEST = 300
"""Characters of the longest name, several people's or an office's: a longer one is a text."""


def is_nobody(text: str, *, titled: bool = False) -> bool:
    """Whether `text` names nobody; if `titled`, a general word is taken as a name (Mr. Guest)."""
    if len(text) > _LONGEST or not any(map(str.isalpha, text)) or re.fullmatch(_HANDLE, text):
        return True
    return not titled and (says_nothing(text) or any(_is_general(text, load(code)) for code in languages(text)))


def says_nothing(text: str) -> bool:
    """Whether `text` has no letters, or is a program's word for nothing."""
    words = [text.strip(_MARKS).casefold(), *text.casefold().replace(",", " ").split()]
    spoken = [load(code) for code in languages(text)]
    nothing = [any(one.has("nothing-words", word.strip(_MARKS)) for one in spoken) for word in words]
    return not any(map(str.isalpha, text)) or nothing[0] or (len(words) > 1 and all(nothing[1:]))


def _is_general(text: str, language: Language) -> bool:
    if language.has("stand-ins", text.strip(_MARKS).casefold()):
        return True
    if all(language.has("stand-ins", word.strip(_MARKS)) for word in text.casefold().split()):
        return True
    words = [word for word in words_of(text, language) if not word.isdigit()]
    return every(words, language, "stand-ins", "stand-in-beside") and some(words, language, "stand-ins")


def holds_stand_in(text: str) -> bool:
    """Whether a general word is part of `text` ("Disappointed Customer", 失望的顾客), which it is of hardly any name."""
    return any(_ends_in_general(text, load(code)) for code in languages(text))


def _ends_in_general(text: str, language: Language) -> bool:
    if language.by_character:  # one character may be part of a name
        return any(text.endswith(word) for word in language.sets.get("stand-ins", ()) if len(word) > 1)
    return any(language.has("stand-ins", word.strip(_MARKS)) for word in text.casefold().split())
