"""The scripts of the world, where they are written differently whatever language is written in them.

Han has no breaks between words and marks as wide as its characters; Hebrew and Arabic run from right to left; Arabic has a
comma and a question mark of its own. That is no language's data, so it stands here, once, and not in `language/`. Rarer
marks of a script (quotation marks, full-width digits) stand in the patterns of those who look for them: a text in any
language may hold them.
"""

from __future__ import annotations

import re

HAN = "\u3400-\u9fff"
"""The characters in common use, inside of a class."""
HAN_CHARACTER = f"(?:[{HAN}]|[\uf900-\ufaff]|[\U00020000-\U0003ffff])"
"""Any character; one class of all would take a millisecond to compile."""
HEBREW = "א-ת"
LETTER, WORD = rf"[^\W\d_{HAN}]", rf"[^\W_{HAN}]"
"""A letter, and a letter or digit, of a script that writes words apart."""
COMMAS, SEMICOLONS, COLONS, STOPS, BANGS, ASKING = ",，،", ";；؛", ":：", ".。", "!！", "?？؟"
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufefc]"


def runs_from_right(text: str) -> bool:
    """Whether the text holds a letter that is written from right to left."""
    return not text.isascii() and bool(re.search(_RIGHT_TO_LEFT, text))
