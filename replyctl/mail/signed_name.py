"""The name in a line under a mail: who can be meant by it, and what only looks like a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.language import available, load
from replyctl.language.mail_words import mail_words, signs_off
from replyctl.language.names import plain
from replyctl.people.name import Name
from replyctl.text.cut import cut
from replyctl.text.scripts import ASKING, BANGS, STOPS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from replyctl.language import Language

_CONTACT = r"[@:：/#]|\d|www\."
_PARTS = r"[|•·]|\s[-–—]\s|[,，]\s?(?=[^\W\d_]{3,20}\s[^\W\d_]{3})"
"""Between a name and a role on one line."""
_LINES = 4
"""Lines of a signature in which the name stands."""
_WORDS, _CHARACTERS, _HAN = 4, 40, 6
_MARKS = "() \t-–—~*_,.!，。！、\"'/"
_SMILE = r"(?<=\S)\s*(?:[:;=]-?[()DPp*]|<3|\^_?\^)\s*\Z"
_NOTE = r"(?<=\S)\s?[(（][^()（）]{1,40}[)）]\Z"
_BRACKETS = {"(": ")", "（": "）"}
_LAST_ALPHABET = 0x2E80
"""Behind this code point are the characters of scripts without words apart."""
_SMALL = 3
"""Letters of a word in a name that begins with a small one: van, ben."""
_TYPED_SMALL = 2
"""Words of a name that is all in small letters: more are a sentence."""


def signed_name(signature: Sequence[str], language: str, fits: Callable[[Name], bool]) -> Name | None:
    """The person named in the first lines of a signature, if it `fits` what else is known of the sender.

    `language` is that of the mail, if it is one of ours.
    """
    names = (name_in(line, language) for line in signature[:_LINES])
    return next((name for name in names if name and fits(name)), None)


def name_in(line: str, language: str) -> Name | None:
    """The person whom a line names, None if it says something else."""
    text = _bare(re.split(_PARTS, line.strip())[0])
    if (
        not text
        or len(text) > _CHARACTERS
        or re.search(_CONTACT, re.sub(_NOTE, "", text))
        or _is_no_name(text, line.strip())
    ):
        return None
    name = Name.parse(text, language=language)
    if name.kind not in {"person", "several", "family"} or not (name.full or name.title):
        return None
    words = (name.full or text).split()
    is_long = len(words) == 1 and not text.isascii() and name.family_first and len(text) > _HAN
    return None if len(words) > _WORDS or is_long or not _are_names(words) else name


def _bare(text: str) -> str:
    """`text` without marks around it; brackets stay where both are there: Jane Smith (Mrs)."""
    text = re.sub(_SMILE, "", text).strip(_MARKS.strip("()"))
    for opens, closes in _BRACKETS.items():
        if text.count(opens) != text.count(closes):
            text = text.replace(opens, " ").replace(closes, " ").strip(_MARKS)
    return text


def name_alone(line: str, language: Language, known: Collection[str]) -> Name | None:
    """The person whom the last line of a mail without sign-off names; None without a sign that it is a name.

    `known` are the words of the sender's display name and address in plain form.
    """
    name = name_in(line, language.code if language.salutation else "")
    words = [plain(word) for word in re.split(r"[\s.-]+", name.full) if word] if name else []
    if name is None or not words or len(words) > _WORDS - 1:
        return None
    tables = [one.salutation.names for one in map(load, available()) if one.salutation]
    if name.title or any(word in known for word in words):
        return name
    if any(word in table.given_names or word in table.short_forms for word in words for table in tables):
        return name
    if name.family_first and name.full and ord(name.full[0]) > _LAST_ALPHABET:
        return name if name.family and name.given and len(name.full) < _HAN else None
    is_capital = not any(word.strip(_MARKS)[:1].islower() for word in line.split())
    return name if is_capital and len(words) < _WORDS - 1 and not cut(line, language, whole=False).hits else None


def _is_no_name(text: str, line: str) -> bool:
    """Whether it is a sentence, a stretch of one, or a sign-off."""
    words = [word.casefold().strip(_MARKS) for word in text.split()]
    if line.endswith(tuple(ASKING)) or (line.endswith(tuple(STOPS + BANGS)) and len(words) > 2):  # noqa: PLR2004 - "Dana Levi."
        return True
    if signs_off(text) or plain(text) in {plain(one) for one in mail_words().sign_offs}:
        return True
    common = [word for word in words if any(load(code).has("stop-words", word) for code in available())]
    return len(common) > 1 or (bool(common) and (len(words) == 1 or text == text.lower() != text.upper()))


def _are_names(words: Sequence[str]) -> bool:
    """Whether each word may stand in a name: a capital where there are capitals, or a particle."""
    letters = [next((char for char in word if char.isalpha()), "") for word in words]
    small = [word for word, first in zip(words, letters, strict=True) if first.islower()]
    if len(small) == len(words):
        return len(words) <= _TYPED_SMALL
    return all(letters[:1]) and all(len(word) <= _SMALL for word in small)
