"""Finds titles in a greeting, by the keys that they have in all languages."""

from __future__ import annotations

from itertools import pairwise

from replyctl.language import Language, available, load
from replyctl.language.salutation import Title, folded
from replyctl.text.cut import Cut
from replyctl.text.phrases import stems


def known_title(written: str, language: Language) -> Title | None:
    """The title written as `written` in `language` or, failing that, in another known language."""
    for code in (language.code, *available()):
        salutation = load(code).salutation
        found = salutation and (salutation.before.get(folded(written)) or salutation.after.get(folded(written)))
        if found:
            return found
    return None


def greeted_titles(piece: Cut) -> list[Title]:
    """The titles that stand in the greeting."""
    salutation, (start, end) = piece.language.salutation, piece.zones.greeting
    if salutation is None:
        return []
    greeting = piece.text[start:end]
    if piece.language.by_character:
        return [title for form, title in salutation.before.items() if form and form in greeting]
    words = [folded(word.strip(",:;!")) for word in greeting.replace("\n", " ").split()]
    pairs = [" ".join(pair) for pair in pairwise(words)]
    forms = {**salutation.after, **salutation.before}
    bare = (stem for word in words for stem in stems(word, piece.language.prefixes))
    return [forms[word] for word in (*words, *pairs, *bare) if word in forms]
